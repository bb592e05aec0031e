import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { frameOf } from './frame.mjs';

/**
 * A writer that only sends and listens: the time others need to draw is theirs, and two hundred of them must not keep the
 * processor from the server. It writes in a paragraph of its own, in the frames any provider sends.
 */
export function aLightWriter(url, framingId, cookie, hear) {
  const document = new Y.Doc();
  const block = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  const frame = (kind, rest) => frameOf(framingId, kind, rest);
  const sync = (type, update) =>
    frame(0, (encoder) => {
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint8Array(encoder, update);
    });
  block.insert(0, [text]);
  document.getXmlFragment('text').push([block]);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/collab`, { headers: { cookie }, perMessageDeflate: false });
  let isIn = false;
  let closed = null;
  socket.on('error', () => undefined);
  socket.on('close', (code, reason) => (closed = `${code} ${reason}`));
  socket.on('open', () => {
    socket.send(
      frame(2, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, JSON.stringify({ clientId: document.clientID }));
      }),
    );
    // All it has, as a provider tells it when it comes in: from then on each edit is answered by itself.
    socket.send(sync(1, Y.encodeStateAsUpdate(document)));
  });
  socket.on('message', (data) => {
    const decoder = decoding.createDecoder(data);
    decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    if (kind === 8) isIn = true;
    // The words stand in the frame as they are.
    else if (kind === 0) hear(data.toString('latin1'));
  });
  document.on('update', (update) => socket.send(sync(2, update)));
  return {
    isIn: (isBare) => {
      if (closed !== null) throw new Error(`closed: ${closed}`);
      return isBare ? socket.readyState === WebSocket.OPEN : isIn;
    },
    write: (word) => text.insert(text.length, word),
    leave: () => socket.terminate(),
  };
}
