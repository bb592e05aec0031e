import * as encoding from 'lib0/encoding';

/** A frame of the protocol: which text, what kind of message, and the rest. */
export function frameOf(framingId, kind, rest) {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, framingId);
  encoding.writeVarUint(encoder, kind);
  rest(encoder);
  return encoding.toUint8Array(encoder);
}
