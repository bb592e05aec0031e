import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { checkLedger, digest, readKept } from './check-ledger.mjs';
import { reachDatabase } from './postgres/reach.mjs';
import { Refusal } from './refusal.mjs';

const entriesSql = `
  SELECT s.number, encode(s.hash, 'hex') AS hash, l.id::text, ledger_chain(l.alliance_id)::text AS chain, encode(l.who, 'hex') AS who, l.capacity::text, l.verb,
         l.subject_kind AS "subjectKind", l.subject_id::text AS "subjectId", encode(l.content_digest, 'hex') AS content,
         round(extract(epoch FROM l.at) * 1000)::text AS ms, encode(c.salt, 'hex') AS salt, c.content AS told,
         encode(p.salt, 'hex') AS "whoSalt", p.actor_id::text AS "actorId"
    FROM ledger_seal s JOIN ledger_line l ON l.id = s.line_id LEFT JOIN ledger_content c ON c.line_id = l.id LEFT JOIN ledger_pseudonym p ON p.who = l.who
   WHERE s.chain = $1 ORDER BY s.number`;

/**
 * Goes through every ledger of a database, as check-ledger.mjs does with a file, and through what only the database has:
 * whether pseudonyms are those of their persons, whether what is gone was erased in the open, and whether lines have lost their place.
 *
 * @param {string} url
 * @param {{ chain?: string, receipt?: string, number?: number, hash?: string }[]} kept what somebody kept of them, with its chain where it is known
 * @returns {Promise<{ chains: number, entries: number, faults: string[], heads: { chain: string, number: number, hash: string }[] }>}
 */
export async function verifyLedger(url, kept = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One picture of all of it, while others go on.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: chains } = await client.query('SELECT DISTINCT chain::text FROM ledger_seal ORDER BY 1');
    const found = { chains: chains.length, entries: 0, faults: [], heads: [] };
    const met = new Set();
    for (const { chain } of chains) {
      const { rows } = await client.query(entriesSql, [chain]);
      const entries = rows.map(asEntry);
      found.entries += entries.length;
      found.heads.push({ chain, number: entries.at(-1).number, hash: entries.at(-1).hash });
      const own = kept.filter((one) => (one.chain ? one.chain === chain : checkLedger({ chain, entries }, [one]).length === checkLedger({ chain, entries }).length));
      for (const one of own) met.add(one);
      found.faults.push(...[...checkLedger({ chain, entries }, own), ...besides(chain, entries)].map((fault) => `${chain}: ${fault}`));
    }
    for (const one of kept) if (!met.has(one)) found.faults.push(`Entry ${one.number} as it was kept is in no ledger here any more: it was written anew or cut off.`);
    const { rows: [{ lost }] } = await client.query('SELECT count(*)::int AS lost FROM ledger_line l WHERE NOT EXISTS (SELECT FROM ledger_seal s WHERE s.line_id = l.id) AND NOT EXISTS (SELECT FROM ledger_unsealed u WHERE u.line_id = l.id)');
    if (lost > 0) found.faults.push(`${lost} lines have no number and do not wait for one.`);
    return found;
  } finally {
    await client.end();
  }
}

function asEntry({ number, hash, ms, salt, told, whoSalt, actorId, ...line }) {
  return { number, hash, line: { ...line, at: new Date(Number(ms)).toISOString() }, told: salt === null ? null : { salt, content: told }, whoSalt, actorId };
}

// What was erased must stand in the ledger itself: else whoever bends it could say so of anything.
function besides(chain, entries) {
  const faults = [];
  const erased = entries.filter(({ line, told }) => line.verb === 'ledger.erase' && told).map(({ told }) => JSON.parse(told.content));
  const contents = new Set(erased.flatMap((one) => one.entries));
  const people = new Set(erased.flatMap((one) => one.pseudonyms));
  for (const { number, line, told, actorId, whoSalt } of entries) {
    if (line.chain !== chain) faults.push(`Entry ${number} is of another ledger.`);
    if (!told && !contents.has(line.id)) faults.push(`What entry ${number} tells is gone, and nobody erased it in the open.`);
    if (line.who && !actorId && !people.has(line.who)) faults.push(`Who did entry ${number} is gone, and nobody erased it in the open.`);
    if (actorId && pseudonymOf(whoSalt, chain, actorId) !== line.who) faults.push(`Entry ${number} is told to be somebody else's.`);
  }
  return faults;
}

function pseudonymOf(salt, chain, actorId) {
  return digest(salt + chain + actorId);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { readSettings } = await import('./settings.mjs');
  const { settings } = readSettings(process.env);
  try {
    const kept = process.argv.slice(2).map(readKept).filter(Boolean);
    const database = await reachDatabase(settings);
    try {
      const { chains, entries, faults, heads } = await verifyLedger(database.url, kept);
      for (const fault of faults) console.error(fault);
      for (const { chain, number, hash } of heads) console.log(`${chain} ends at ${number}:${hash}`);
      console.log(faults.length > 0 ? `${faults.length} things do not hold.` : `All ${entries} entries of ${chains} ledgers hold${kept.length > 0 ? ', and what was kept is there' : ''}.`);
      process.exitCode = faults.length > 0 ? 1 : 0;
    } finally {
      await database.stop();
    }
  } catch (error) {
    console.error(error instanceof Refusal || error.code === 'ENOENT' ? error.message : error);
    process.exitCode = 2;
  }
}
