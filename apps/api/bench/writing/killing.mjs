import { counted, theLog } from './converging.mjs';
import { aLine } from './line.mjs';
import { aFramingWith, aWriter, until } from './people.mjs';
import { aServer } from './server.mjs';

const writers = 8;

/**
 * Kills the API while eight write, so many times, and looks for what had been acknowledged: first with a fresh reader and
 * nobody there who could bring anything back, then when all have come back with what they still hold. With `kill`,
 * something else is killed: it ends it and brings it back. Every 25 rounds the text is another, before it is full.
 */
export async function killing(databaseUrl, rounds, { tell = () => undefined, kill } = {}) {
  const total = { acknowledged: 0, lost: 0, doubled: 0, unequal: 0, ms: [] };
  let { framingId, cookies } = await aFramingWith(databaseUrl, writers);
  let server = await aServer(databaseUrl);
  const line = await aLine();
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round % 25 === 24) ({ framingId, cookies } = await aFramingWith(databaseUrl, writers));
      line.lead(server.url);
      const pens = cookies.map((cookie) => aWriter(line.url, framingId, cookie));
      await until('all are in', () => pens.every((pen) => pen.isReady()));
      for (const pen of pens) pen.begin();
      await until('all have begun', () => pens.every((pen) => pen.isReady()));
      const mark = (at, count) => `r${round}w${at}n${count};`;
      const counts = pens.map(() => 0);
      const timers = pens.map((pen, at) => setInterval(() => pen.write(mark(at, counts[at]++)), 4 + at));
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_000));
      const killed = kill === undefined ? server.kill() : kill.end();
      if (kill === undefined) await killed;
      // From here on nobody hears anything: what they have counted is what had been acknowledged.
      const promised = pens.flatMap((pen, at) => Array.from({ length: Math.min(pen.acknowledged(), counts[at]) }, (_, count) => mark(at, count)));
      line.lead(null);
      for (const timer of timers) clearInterval(timer);
      await killed;
      const from = performance.now();
      if (kill === undefined) server = await aServer(databaseUrl);
      else await kill.back();
      const reader = aWriter(server.url, framingId, cookies[0]);
      await until('a fresh reader is in', reader.isReady);
      total.ms.push(performance.now() - from);
      const alone = counted(reader.words(), promised);
      line.lead(server.url);
      await until('all are back, and everything is saved', () => pens.every((pen) => pen.isReady()));
      await until('all read the same', () => new Set([reader, ...pens].map((pen) => pen.words())).size === 1).catch(() => (total.unequal += 1));
      const log = await theLog(databaseUrl, framingId);
      if (!log.isWhole || log.words !== reader.words()) total.unequal += 1;
      const all = counted(log.words, pens.flatMap((_pen, at) => Array.from({ length: counts[at] }, (__, count) => mark(at, count))));
      for (const pen of [reader, ...pens]) pen.leave();
      total.acknowledged += promised.length;
      total.lost += alone.lost + all.lost;
      total.doubled += all.doubled;
      tell(`round ${round + 1}: acknowledged ${promised.length}, lost ${alone.lost + all.lost}, doubled ${all.doubled}`);
    }
  } finally {
    line.close();
    await server.kill();
  }
  return total;
}
