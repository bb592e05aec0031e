import { setTimeout as wait } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { frameOf } from './frame.mjs';

/**
 * Somebody comes to look at a text that nobody has open: from the token, over door, binding, reading and first sync, to the last
 * byte of the whole text at their socket. The text is closed again behind them.
 */
export async function look(server, framingId, cookie) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/collab`, { headers: { cookie }, perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const frame = (kind, rest) => frameOf(framingId, kind, rest);
  const cpu = server.cpu();
  const from = performance.now();
  const ms = new Promise((resolve) => {
    socket.on('message', (data) => {
      const decoder = decoding.createDecoder(data);
      decoding.readVarString(decoder);
      if (decoding.readVarUint(decoder) === 0 && decoding.readVarUint(decoder) === 1) resolve(performance.now() - from);
    });
  });
  socket.send(frame(2, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, JSON.stringify({ clientId: Math.floor(Math.random() * 2 ** 32) }));
  }));
  // The question every provider begins with: all that I lack, and I have nothing.
  socket.send(frame(0, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0));
  }));
  const taken = await ms;
  await wait(100);
  const spent = server.cpu() - cpu;
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.close();
  await gone;
  // The last one to leave closes the text.
  await wait(300);
  return { ms: taken, cpu: spent };
}
