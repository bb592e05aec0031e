import { aFramingWith, aWriter, until } from './people.mjs';

const people = 50;
const perSecond = 1;

/** So many write in one framing for a while; from keystroke to the others' screens, in milliseconds. */
export async function fanOut(url, databaseUrl, seconds) {
  const { framingId, cookies } = await aFramingWith(databaseUrl, people);
  const pens = cookies.map((cookie) => aWriter(url, framingId, cookie));
  try {
    await until('all are in', () => pens.every((pen) => pen.isReady()));
    for (const pen of pens) pen.begin();
    await until('all have begun', () => pens.every((pen) => pen.isReady() && pen.document.getXmlFragment('text').length === people));
    const sent = new Map();
    const delays = [];
    for (const pen of pens) {
      pen.document.getXmlFragment('text').observeDeep((events, { local }) => {
        if (local) return;
        const now = performance.now();
        // Words that came together are told together; each is a keystroke of its own.
        for (const { delta } of events) for (const { insert } of delta) for (const word of String(insert ?? '').match(/\d+\.\d+ /g) ?? []) delays.push(now - sent.get(word));
      });
    }
    let count = 0;
    const timers = pens.map((pen, at) => {
      let timer = setTimeout(function write() {
        const word = `${at}.${count++} `;
        sent.set(word, performance.now());
        pen.write(word);
        timer = setTimeout(write, 1_000 / perSecond);
      }, (at / people) * (1_000 / perSecond));
      return () => clearTimeout(timer);
    });
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    for (const stop of timers) stop();
    const expected = sent.size * (people - 1);
    await until('every screen has every word', () => delays.length >= expected);
    delays.sort((one, other) => one - other);
    return { p50: delays[Math.floor(delays.length * 0.5)], p95: delays[Math.floor(delays.length * 0.95)], got: delays.length, expected };
  } finally {
    for (const pen of pens) pen.leave();
  }
}
