import { expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { framed } from './framed.js';

test('[W1] a message framed once for everybody arrives as it was, between those the library sends itself', async () => {
  const messages = [1, 125, 126, 127, 65_535].map((length) => Uint8Array.from({ length }, (_none, at) => (at * 7) % 256));
  const server = createServer();
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (ws, { socket }) => {
    for (const message of messages) {
      socket.write(framed(message) ?? Buffer.of());
      ws.ping();
      ws.send(message);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    const heard: Uint8Array[] = [];
    await new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('message', (data) => heard.push(new Uint8Array(data as Buffer)) === messages.length * 2 && resolve());
    });
    expect(heard).toEqual(messages.flatMap((message) => [message, message]));
  } finally {
    client.terminate();
    server.close();
  }
});

test('[W1] it is made once for all of them, and not at all when it is long', () => {
  const message = Uint8Array.of(1, 2, 3);
  expect(framed(message)).toBe(framed(message));
  expect(framed(new Uint8Array(65_536))).toBeNull();
});
