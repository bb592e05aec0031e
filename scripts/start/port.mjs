import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal.mjs';

const PATIENCE_SECONDS = 2;

/** Refuses an address that cannot be listened on; returns the port, chosen if 0 was asked for. */
export async function freeAddress(host, port) {
  for (const until = Date.now() + PATIENCE_SECONDS * 1000; ; await wait(200)) {
    const { error, port: got } = await tryListen(host, port);
    if (!error) return got;
    // A server whose start was killed needs a moment to notice it.
    if (error.code === 'EADDRINUSE' && Date.now() < until) continue;
    throw refusalFor(error, host, port);
  }
}

function tryListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ error }));
    server.listen({ host, port, exclusive: true }, () => {
      const { port: got } = server.address();
      server.close(() => resolve({ port: got }));
    });
  });
}

function refusalFor(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(`Port ${port} on ${host} is taken by another program: stop that one, or choose another port, for example: PORT=${port + 1} npm start`);
  }
  if (error.code === 'EACCES') {
    return new Refusal(`This account may not listen on port ${port}: choose a port from 1024 up, for example: PORT=4000 npm start`);
  }
  return new Refusal(`HOST is ${host}, and this machine has no such address (${error.code}): use 127.0.0.1 for this machine only, or 0.0.0.0 for every network it is on.`);
}
