import pg from 'pg';
import * as Y from 'yjs';
import { aLine } from './line.mjs';
import { aFramingWith, aWriter, until } from './people.mjs';

/** What the log alone says, whether its positions have a hole, and how often each mark stands in it. */
export async function theLog(databaseUrl, framingId) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select seq, edits, update from collab_update where document_id = $1 order by seq', [framingId]);
    const { rows: heads } = await client.query('select head_seq as n from collab_document where id = $1', [framingId]);
    const document = new Y.Doc();
    for (const { update } of rows) Y.applyUpdate(document, update);
    const isWhole = document.store.pendingStructs === null && rows.reduce((sum, { edits }) => sum + Number(edits), 0) === Number(heads[0].n);
    return { words: document.getXmlFragment('text').toString(), isWhole };
  } finally {
    await client.end();
  }
}

/** How many of these marks are missing, and how many stand more than once. */
export function counted(words, marks) {
  const found = new Map();
  for (const mark of words.match(/r\d+w\d+n\d+;/g) ?? []) found.set(mark, (found.get(mark) ?? 0) + 1);
  return { lost: marks.filter((mark) => !found.has(mark)).length, doubled: [...found.values()].filter((times) => times > 1).length };
}

/**
 * Eight write over lines that are slow, drip and break, so many times; then the lines heal. Everybody must read the same,
 * the log must say the same, and every mark must be there once. Several urls: whoever is cut off goes to another process.
 */
export async function converging(urls, databaseUrl, runs, tell = () => undefined) {
  let [equal, lost, doubled, written, cuts] = [0, 0, 0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const { framingId, cookies } = await aFramingWith(databaseUrl, 8);
    const lines = await Promise.all(cookies.map(() => aLine({ slowMs: 20 + Math.random() * 120, pieces: Math.random() < 0.5 ? 40 : Infinity })));
    const lead = (at) => lines[at].lead(urls[Math.floor(Math.random() * urls.length)]);
    lines.forEach((_line, at) => lead(at));
    const pens = cookies.map((cookie, at) => aWriter(lines[at].url, framingId, cookie));
    try {
      await until('all are in', () => pens.every((pen) => pen.isReady()));
      for (const pen of pens) pen.begin();
      const marks = [];
      for (const end = performance.now() + 700 + Math.random() * 700; performance.now() < end; ) {
        const at = Math.floor(Math.random() * pens.length);
        const mark = `r${run}w${at}n${marks.length};`;
        marks.push(mark);
        pens[at].write(mark);
        if (Math.random() < 0.03) {
          cuts += 1;
          lead(at);
          lines[at].cut(1);
        }
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 6));
      }
      for (const line of lines) line.heal();
      await until('all is saved', () => pens.every((pen) => pen.isReady()));
      await until('all read the same', () => new Set(pens.map((pen) => pen.words())).size === 1).catch(() => undefined);
      const log = await theLog(databaseUrl, framingId);
      const found = counted(log.words, marks);
      const isEqual = log.isWhole && pens.every((pen) => pen.words() === log.words);
      equal += isEqual ? 1 : 0;
      lost += found.lost;
      doubled += found.doubled;
      written += marks.length;
      tell(`run ${run + 1}: ${isEqual ? 'equal' : 'NOT EQUAL'}, ${marks.length} written, lost ${found.lost}, doubled ${found.doubled}`);
    } finally {
      for (const pen of pens) pen.leave();
      for (const line of lines) line.close();
    }
  }
  return { runs, equal, written, cuts, lost, doubled };
}
