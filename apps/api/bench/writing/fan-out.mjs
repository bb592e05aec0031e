import { aLightWriter } from './light.mjs';
import { aFramingWith, until } from './people.mjs';

/** How often somebody writes, by how many they are. */
export const perSecond = { 10: 2, 50: 1, 200: 0.5 };

/** So many write in one framing for a while, each at one of the servers in turn; from keystroke to the others' sockets, in milliseconds. */
export async function fanOut(servers, databaseUrl, people, seconds, { isBare = false } = {}) {
  const { framingId, cookies } = await aFramingWith(databaseUrl, people);
  const sent = new Map();
  const delays = { here: [], elsewhere: [] };
  const pens = cookies.map((cookie, at) =>
    aLightWriter(servers[at % servers.length].url, framingId, cookie, (words) => {
      const now = performance.now();
      // What was committed together comes together; each word is a keystroke of its own.
      for (const word of words.match(/\d+\.\d+;/g) ?? []) {
        const from = sent.get(word);
        const by = Number(word.split('.', 1)[0]);
        if (from !== undefined && by !== at) (by % servers.length === at % servers.length ? delays.here : delays.elsewhere).push(now - from);
      }
    }),
  );
  try {
    await until('all are in', () => pens.every((pen) => pen.isIn(isBare)));
    const cpu = servers.map((server) => server.cpu());
    let count = 0;
    const every = 1_000 / (perSecond[people] ?? 1);
    const timers = pens.map((pen, at) => {
      let timer = setTimeout(function write() {
        const word = `${at}.${count++};`;
        sent.set(word, performance.now());
        pen.write(word);
        timer = setTimeout(write, every);
      }, (at / people) * every);
      return () => clearTimeout(timer);
    });
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    for (const stop of timers) stop();
    const expected = sent.size * (people - 1);
    const got = () => delays.here.length + delays.elsewhere.length;
    await until('every socket has every word', () => got() >= expected);
    const spent = servers.reduce((sum, server, at) => sum + server.cpu() - cpu[at], 0);
    return { p50: at(delays.here, 0.5), p95: at(delays.here, 0.95), elsewhere: at(delays.elsewhere, 0.5), elsewhere95: at(delays.elsewhere, 0.95), got: got(), expected, cpu: spent / sent.size };
  } finally {
    for (const pen of pens) pen.leave();
  }
}

function at(delays, share) {
  return [...delays].sort((one, other) => one - other)[Math.floor(delays.length * share)] ?? NaN;
}
