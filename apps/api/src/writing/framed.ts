/** Longer messages are not copied; they come seldom, and to one socket. */
const most = 0xffff;

let last: { readonly message: Uint8Array; readonly frame: Buffer } | null = null;

/**
 * A message as one websocket frame (RFC 6455, binary, not masked), made once for all sockets it goes to: whoever types sends
 * to everybody, and framing it for each took a good part of the processor. Null when it is better sent the usual way.
 */
export function framed(message: Uint8Array): Buffer | null {
  const { byteLength } = message;
  if (byteLength > most) return null;
  if (last?.message !== message) {
    const header = byteLength < 126 ? [0x82, byteLength] : [0x82, 126, byteLength >> 8, byteLength & 0xff];
    last = { message, frame: Buffer.concat([Buffer.from(header), message]) };
  }
  return last.frame;
}
