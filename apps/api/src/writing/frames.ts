import type { RefusalCode } from '@samsyn/domain/shared/refusals';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { hintLimits } from './hints.js';
import { limits } from './limits.js';

/** The kinds of frames the protocol knows from a browser. */
const kind = { sync: 0, awareness: 1, auth: 2, askAwareness: 3, syncReply: 4, stateless: 5, leave: 7, status: 8, pong: 10 } as const;

/** The kinds of sync within a sync frame. */
export const sync = { ask: 0, answer: 1, update: 2 } as const;

/**
 * Is this a frame the protocol knows, whole and within bounds? Anything else ends the socket here:
 * further in it would be logged line by line, and a log can be flooded.
 */
export function whyNotFrame(data: Uint8Array): RefusalCode | null {
  try {
    const decoder = decoding.createDecoder(data);
    if (data.byteLength === 1 && data[0] === kind.pong) return null;
    if (decoding.readVarString(decoder).length > 100) return 'writing/damaged';
    switch (decoding.readVarUint(decoder)) {
      case kind.sync:
      case kind.syncReply: {
        const type = decoding.readVarUint(decoder);
        const payload = decoding.readVarUint8Array(decoder);
        return (type === sync.ask && payload.byteLength > 0) || ((type === sync.answer || type === sync.update) && payload.byteLength > 1) ? null : 'writing/damaged';
      }
      case kind.awareness:
        return decoding.readVarUint8Array(decoder).byteLength > limits.awarenessBytes ? 'writing/too-large' : null;
      case kind.auth:
        decoding.readVarUint(decoder);
        return decoding.readVarString(decoder).length > limits.tokenBytes ? 'writing/too-large' : null;
      // What a browser says of words it made anew.
      case kind.stateless:
        return decoding.readVarString(decoder).length > hintLimits.bytes ? 'writing/too-large' : null;
      case kind.askAwareness:
      case kind.leave:
      case kind.pong:
        return null;
      default:
        return 'writing/damaged';
    }
  } catch {
    return 'writing/damaged';
  }
}

/** The frame that says: one of your updates is stored. */
export function acknowledgement(address: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, address);
  encoding.writeVarUint(encoder, kind.status);
  encoding.writeVarUint(encoder, 1);
  return encoding.toUint8Array(encoder);
}
