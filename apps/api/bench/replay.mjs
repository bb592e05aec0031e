import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import pg from 'pg';
import * as Y from 'yjs';
import { startTestDatabase } from '../../../scripts/test-database.mjs';

// Going through the history of a long text, over GraphQL: the first step ever, forward, backward, and here and there.
const ROWS = Number(process.env.ROWS ?? 20_000);
const token = randomBytes(32).toString('base64url');
const STEPS = Number(process.env.STEPS ?? 60);

const database = await startTestDatabase();
const db = new pg.Client({ connectionString: database.url });
await db.connect();
const env = { ...process.env, DATABASE_URL: database.url, PORT: '0', SAMSYN_EXAMPLES: 'off', LOG_LEVEL: 'error' };
const child = spawn(process.execPath, ['apps/api/dist/bundle/main.js'], { cwd: new URL('../../..', import.meta.url), env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const url = await new Promise((resolve) => child.stdout.on('data', (chunk) => /answers at (\S+)/.exec(String(chunk)) && resolve(/answers at (\S+)/.exec(String(chunk))[1])));
  const { framingId, length } = await aLongText();
  console.log(`load ${loadavg()[0].toFixed(1)}; ${ROWS} rows, a text of ${length} characters`);
  const middle = Math.floor(ROWS / 2);
  console.log(`the first step ever, in the middle: ${(await step(url, framingId, middle)).toFixed(0)} ms`);
  await step(url, framingId, ROWS - 1);
  const ways = {
    forward: (n) => middle + n * 20,
    backward: (n) => middle - n * 20,
    'here and there': (n) => 100 + ((n * 7919) % (ROWS - 100)),
  };
  for (const [name, at] of Object.entries(ways)) {
    const times = [];
    for (let n = 0; n < STEPS; n += 1) times.push(await step(url, framingId, at(n)));
    times.sort((one, other) => one - other);
    console.log(`${name.padEnd(15)} p50 ${times[STEPS >> 1].toFixed(0)} ms, p95 ${times[Math.floor(STEPS * 0.95)].toFixed(0)} ms, slowest ${times.at(-1).toFixed(0)} ms; goal ≤ 150 ms`);
  }
  const begun = performance.now();
  await ask(url, 'query($id: ID!) { framing(id: $id) { timeLine(first: 50) { edges { node { at steps { position } } } } } }', { id: framingId });
  console.log(`a page of the time line ${(performance.now() - begun).toFixed(0)} ms`);
} finally {
  child.kill();
  await db.end();
  await database.stop();
}

async function step(url, id, position) {
  const begun = performance.now();
  const answer = await ask(url, 'query($id: ID!, $from: Side, $to: Side) { framing(id: $id) { comparison(from: $from, to: $to) { paragraphs { shape change pieces { text change by } } wroteBetween { name } } } }', {
    id,
    from: { position: String(Math.max(0, position - 20)) },
    to: { position: String(position) },
  });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return performance.now() - begun;
}

async function ask(url, query, variables) {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `sid=${token}` }, body: JSON.stringify({ query, variables }) });
  return response.json();
}

/** A text that two people have typed letter by letter, going back to what they wrote and taking some of it away. */
async function aLongText() {
  const one = async (sql, values = []) => (await db.query(sql, values)).rows[0].id;
  const people = [await one(`insert into actor (kind, name) values ('PERSON', 'Amina') returning id`), await one(`insert into actor (kind, name) values ('PERSON', 'Olle') returning id`)];
  await db.query(`insert into session (token_hash, actor_id, expires_at) values ($1, $2, now() + interval '1 day')`, [createHash('sha256').update(token).digest(), people[0]]);
  const allianceId = await one(`insert into actor (kind, name) values ('ALLIANCE', 'A') returning id`);
  await db.query('insert into alliance (id) values ($1)', [allianceId]);
  for (const id of people) await db.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'TAKES_PART')`, [allianceId, id]);
  const problemId = await one(`insert into problem (alliance_id, sentence) values ($1, 'P') returning id`, [allianceId]);
  const framingId = await one(`insert into framing (alliance_id, problem_id, name) values ($1, $2, 'F') returning id`, [allianceId, problemId]);
  await db.query('insert into collab_document (id, alliance_id, head_seq) values ($1, $2, $3)', [framingId, allianceId, ROWS]);
  const documents = people.map(() => new Y.Doc());
  for (const [at, document] of documents.entries()) await db.query('insert into collab_client (document_id, client_id, actor_id) values ($1, $2, $3)', [framingId, document.clientID, people[at]]);
  const words = 'vägen till skolan är mörk och ingen går där efter klockan fyra så barnen tar bilvägen i stället '.split('');
  const rows = [];
  let seed = 7;
  const chance = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  for (let n = 0; n < ROWS; n += 1) {
    const at = Math.floor(n / 40) % 2;
    const document = documents[at];
    let update = null;
    const heard = (bytes) => (update = bytes);
    document.on('update', heard);
    document.transact(() => {
      const text = document.getXmlFragment('text');
      if (text.length === 0 || (n % 400 === 0 && text.length < 200)) {
        const block = new Y.XmlElement('paragraph');
        block.insert(0, [new Y.XmlText()]);
        text.insert(chance(text.length + 1), [block]);
      }
      const line = text.get((Math.floor(n / 40) * 31) % text.length).get(0);
      if (n % 9 === 8 && line.length > 3) line.delete(line.length - 2, 1);
      else line.insert(line.length, words[n % words.length]);
    });
    document.off('update', heard);
    Y.applyUpdate(documents[1 - at], update);
    rows.push({ actor: people[at], update: Buffer.from(update) });
  }
  for (let from = 0; from < rows.length; from += 1_000) {
    const some = rows.slice(from, from + 1_000);
    await db.query(
      `insert into collab_update (document_id, seq, actor_id, update, created_at)
       select $1, $2 + n, a, u, now() - interval '30 days' + ($2 + n) * interval '2 seconds' from unnest($3::uuid[], $4::bytea[]) with ordinality as g(a, u, n)`,
      [framingId, from, some.map(({ actor }) => actor), some.map(({ update }) => update)],
    );
  }
  return { framingId, length: documents[0].getXmlFragment('text').toString().length };
}
