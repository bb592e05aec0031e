import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A bad line between browsers and a server that may come and go: slow, in small pieces, cut at any moment. What comes on
 * one connection keeps its order, as TCP does; what comes on several is dealt out in any order.
 */
export async function aLine({ random = Math.random, slowMs = 0, pieces = Infinity } = {}) {
  let target = null;
  const pairs = new Set();
  const server = createServer((near) => {
    if (target === null) return near.destroy();
    const far = connect(target, '127.0.0.1');
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [[near, far], [far, near]]) {
      from.on('error', end);
      from.on('close', end);
      // In order: what is due waits for what came before it.
      let before = Promise.resolve();
      from.on('data', (data) => {
        for (let at = 0; at < data.length; at += pieces) {
          const piece = data.subarray(at, Math.min(data.length, at + pieces));
          const due = performance.now() + random() * slowMs;
          before = before.then(async () => {
            if (slowMs > 0 && due > performance.now()) await wait(due - performance.now());
            if (to.writable) to.write(piece);
          });
        }
      });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Leads to this server from now on; null: to nowhere. */
    lead(url) {
      target = url === null ? null : Number(new URL(url).port);
      if (target === null) this.cut(1);
    },
    /** Breaks so many of the connections, without a word. */
    cut(share) {
      for (const { near, far } of [...pairs]) if (random() < share) [near, far].forEach((socket) => socket.resetAndDestroy());
    },
    /** From now on as fast as it is. */
    heal: () => ((slowMs = 0), (pieces = Infinity)),
    close: () => (server.close(), [...pairs].forEach(({ near, far }) => [near, far].forEach((socket) => socket.destroy()))),
  };
}
