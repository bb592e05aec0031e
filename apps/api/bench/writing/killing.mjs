import { aFramingWith, aWriter, until } from './people.mjs';
import { aServer } from './server.mjs';

const writers = 8;

/**
 * Kills the API while eight write, so many times, and looks for what had been acknowledged: with a
 * fresh reader, and with no writer left that could bring anything back.
 */
export async function killing(databaseUrl, rounds, tell = () => undefined) {
  let acknowledged = 0;
  let lost = 0;
  const { framingId, cookies } = await aFramingWith(databaseUrl, writers);
  let server = await aServer(databaseUrl);
  for (let round = 0; round < rounds; round += 1) {
    const pens = cookies.map((cookie) => aWriter(server.url, framingId, cookie));
    await until('all are in', () => pens.every((pen) => pen.isReady()));
    for (const pen of pens) pen.begin();
    await until('all have begun', () => pens.every((pen) => pen.isReady()));
    const mark = (at, count) => `r${round}w${at}n${count};`;
    const counts = pens.map(() => 0);
    const timers = pens.map((pen, at) => setInterval(() => pen.write(mark(at, counts[at]++)), 4 + at));
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_000));
    await server.kill();
    for (const timer of timers) clearInterval(timer);
    const promised = pens.flatMap((pen, at) => Array.from({ length: pen.acknowledged() }, (_, count) => mark(at, count)));
    for (const pen of pens) pen.leave();
    server = await aServer(databaseUrl);
    const reader = aWriter(server.url, framingId, cookies[0]);
    await until('a fresh reader is in', reader.isReady);
    const words = reader.words();
    const missing = promised.filter((one) => !words.includes(one));
    reader.leave();
    acknowledged += promised.length;
    lost += missing.length;
    tell(`round ${round + 1}: acknowledged ${promised.length}, lost ${missing.length}`);
  }
  await server.kill();
  return { acknowledged, lost };
}
