import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { balance, type Counted } from '@samsyn/domain/contribution/balance';
import fc from 'fast-check';
import { alliance as generated, names, organisations, people } from '../../../../packages/domain/test/alliances.js';
import { anInstallation, type Installation, type Somebody } from '../../test/installation.js';
import { aRoom, type Room } from '../../test/room.js';
import { cell } from './balance.csv.js';

let here: Installation;
let resident: Somebody;
let stranger: Somebody;
let room: Room;
let other: Room;
/** Who the generated people and organisations are in the database. */
let ids: Record<string, string>;
/** What stands in the database, with the framing it stands in. */
let standing: (Counted & { id: string; framingId: string | null })[];

beforeAll(async () => {
  here = await anInstallation();
  resident = await here.people.aResident();
  stranger = await here.people.anOfficial();
  [room, other] = [await aRoom(here, 'CLOSED'), await aRoom(here, 'OPEN')];
  await room.takesPart(resident);
  ids = {};
  for (const one of [...people, ...organisations]) {
    const kind = people.includes(one as 'p1') ? 'PERSON' : 'ORGANISATION';
    ids[one] = (await here.db.query('insert into actor (kind, name) values ($1, $2) returning id', [kind, names[one]])).rows[0].id;
  }
  standing = [];
  const samples = fc.sample(generated, { seed: 20261123, numRuns: 36 }).flat();
  for (const [at, one] of samples.entries()) standing.push(await store(one, at % 3 === 0 ? room.framingId : null));
}, 60_000);
afterAll(() => here.close());

async function store(one: Counted, framingId: string | null) {
  const text = one.state === 'GIVEN' ? 'Ord' : '';
  const { rows } = await here.db.query(
    `insert into contribution (alliance_id, framing_id, text, state, kinds, stated_author) values ($1, $2, $3, $4, $5, $6) returning id`,
    [room.allianceId, framingId, text, one.state, one.kinds, one.statedAuthor],
  );
  const id = rows[0].id as string;
  const authors = one.authors.map((author) => ({
    ...author,
    actorId: author.actorId === null ? null : (ids[author.actorId] ?? null),
    organisationId: author.organisationId === null ? null : (ids[author.organisationId] ?? null),
  }));
  for (const [position, author] of authors.entries()) {
    await here.db.query('insert into contribution_author (contribution_id, alliance_id, position, actor_id, capacity, organisation_id) values ($1, $2, $3, $4, $5, $6)', [id, room.allianceId, position, author.actorId, author.capacity, author.organisationId]);
  }
  for (const question of one.questions ?? []) {
    await here.db.query(`insert into question (contribution_id, about, text, outcome) values ($1, $2, 'Hur vet du det?', $3)`, [id, question.about, question.outcome]);
  }
  return { ...one, id, authors, framingId };
}

const counts = 'kinds { kind count people } kindNotStated';
const fields = `total ${counts} questioned missing { kind code }
  capacities { capacity total ${counts} } people { actor { id name } stated total ${counts} } organisations { actor { id name } stated total ${counts} }`;
const ask = async (who: Somebody, filter: Record<string, unknown> | null = null) =>
  (await who.asks(`query ($id: ID!, $filter: BalanceFilter) { alliance(id: $id) { balance(filter: $filter) { ${fields} } } }`, { id: room.allianceId, filter })).alliance?.balance;
const nameOf = (id: string) => names[Object.keys(ids).find((one) => ids[one] === id) ?? ''] ?? '';
const oracle = (given: readonly Counted[]) => {
  const { people: persons, organisations: places, ...rest } = balance(given, nameOf);
  const row = ({ actorId, ...one }: (typeof persons)[number]) => ({ ...one, actor: actorId === null ? null : { id: actorId, name: nameOf(actorId) } });
  return { ...rest, people: persons.map(row), organisations: places.map(row) };
};

test('[K1] what the database counts equals what the domain counts by itself', async () => {
  expect(standing.length).toBeGreaterThan(100);
  expect(await ask(resident)).toEqual(oracle(standing));
  expect(await ask(resident, { framingId: room.framingId })).toEqual(oracle(standing.filter((one) => one.framingId === room.framingId)));
  const { framing } = await resident.asks(`query ($id: ID!) { framing(id: $id) { balance { ${fields} } } }`, { id: room.framingId });
  expect(framing.balance).toEqual(oracle(standing.filter((one) => one.framingId === room.framingId)));
});

test('[K1] the numbers follow moves, withdrawals, new authors and answered questions', async () => {
  const [moved, withdrawn, joined, answered] = standing.filter((one) => one.state === 'GIVEN' && one.statedAuthor === null);
  if (!moved || !withdrawn || !joined || !answered) throw new Error('too little was generated');
  await here.db.query('update contribution set framing_id = $1 where id = $2', [moved.framingId === null ? room.framingId : null, moved.id]);
  await here.db.query(`update contribution set state = 'WITHDRAWN', kinds = '{}' where id = $1`, [withdrawn.id]);
  const newcomer = resident.id as string;
  await here.db.query(`insert into contribution_author (contribution_id, alliance_id, position, actor_id, capacity) values ($1, $2, 99, $3, 'RESIDENT')`, [joined.id, room.allianceId, newcomer]);
  await here.db.query(`update question set outcome = 'KEPT' where contribution_id = $1`, [answered.id]);
  ids['newcomer'] = newcomer;
  const after = standing.map((one) => ({
    ...one,
    ...(one === moved ? { framingId: one.framingId === null ? room.framingId : null } : {}),
    ...(one === withdrawn ? { state: 'WITHDRAWN' as const } : {}),
    ...(one === joined ? { authors: [...one.authors, { actorId: newcomer, capacity: 'RESIDENT' as const, organisationId: null }] } : {}),
    ...(one === answered ? { questions: (one.questions ?? []).map((question) => ({ ...question, outcome: 'KEPT' })) } : {}),
  }));
  standing = after;
  const named = (answer: ReturnType<typeof oracle>) => ({ ...answer, people: answer.people.filter((one) => one.actor?.id !== newcomer) });
  expect(named(await ask(resident))).toEqual(named(oracle(after)));
  expect((await ask(resident)).people.find((one: { actor: { id: string } | null }) => one.actor?.id === newcomer)).toMatchObject({ total: 1, actor: { name: 'Amina' } });
  expect(named(await ask(resident, { framingId: room.framingId }))).toEqual(named(oracle(after.filter((one) => one.framingId === room.framingId))));
});

test('[K1] every number opens exactly the contributions behind it, also when the view is narrowed', async () => {
  const wrong: string[] = [];
  const opens = async (what: string, filter: Record<string, unknown>, expected: number) => {
    const { alliance } = await resident.asks('query ($id: ID!, $filter: ContributionFilter) { alliance(id: $id) { contributions(first: 100, filter: $filter) { total edges { node { id } } } } }', { id: room.allianceId, filter });
    const { total, edges } = alliance.contributions;
    if (total !== expected || edges.length !== Math.min(100, total)) wrong.push(`${what}: ${expected} shown, ${total} opened`);
  };
  for (const narrowed of [{}, { capacity: 'RESIDENT' }, { organisationId: ids['o1'] }, { framingId: room.framingId }, { kind: 'SKILL' }] as Record<string, unknown>[]) {
    const { kind: chosen, ...rest } = narrowed;
    const within = { ...rest, ...(chosen ? { kinds: [chosen] } : {}) };
    const shown = await ask(resident, narrowed);
    const row = async (what: string, counted: { total: number; kinds: { kind: string; count: number }[]; kindNotStated: number }, filter: Record<string, unknown>) => {
      await opens(what, { ...within, ...filter }, counted.total);
      await opens(`${what}, kind not stated`, { ...within, ...filter, kindNotStated: true }, counted.kindNotStated);
      for (const { kind, count } of counted.kinds) await opens(`${what}, ${kind}`, { ...within, ...filter, kind }, count);
    };
    await row('all', shown, {});
    await opens('questioned', { ...within, questioned: true }, shown.questioned);
    for (const one of shown.capacities) {
      if (narrowed['capacity'] && one.capacity !== narrowed['capacity']) expect(one.total).toBe(0);
      else await row(`capacity ${one.capacity}`, one, one.capacity === null ? { capacityNotStated: true } : { capacity: one.capacity });
    }
    for (const one of shown.people) await row('person', one, one.actor ? { actorId: one.actor.id } : one.stated ? { stated: one.stated } : { authorNotStated: true });
    if (!narrowed['organisationId']) for (const one of shown.organisations) await row('organisation', one, { organisationId: one.actor.id });
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('[K1] lists go on where they stopped, each contribution once, latest first', async () => {
  const seen: { id: string; givenAt: string }[] = [];
  let after: string | null = null;
  do {
    const { alliance } = (await resident.asks(
      'query ($id: ID!, $after: String) { alliance(id: $id) { contributions(first: 17, after: $after) { edges { node { id givenAt } } pageInfo { endCursor hasNextPage } } } }',
      { id: room.allianceId, after },
    )) as { alliance: { contributions: { edges: { node: { id: string; givenAt: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } };
    seen.push(...alliance.contributions.edges.map((edge) => edge.node));
    after = alliance.contributions.pageInfo.hasNextPage ? alliance.contributions.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen.map((one) => one.id))).toEqual(new Set(standing.filter((one) => one.state === 'GIVEN').map((one) => one.id)));
  expect(seen.length).toBe(new Set(seen.map((one) => one.id)).size);
  expect(seen.map((one) => one.givenAt)).toEqual(seen.map((one) => one.givenAt).toSorted().toReversed());
  const wrong = async (args: string) => (await resident.ask(`query ($id: ID!) { alliance(id: $id) { contributions(${args}) { total } } }`, { id: room.allianceId })).errors?.[0]?.extensions.code;
  expect(await wrong('first: 101')).toBe('list/too-long');
  expect(await wrong('first: 0')).toBe('request/wrong');
  expect(await wrong('after: "nonsense"')).toBe('request/wrong');
});

test('[K1] however many framings show their balance and contributions, the statements stay as many', async () => {
  const problem = (await here.db.query(`select id from problem where alliance_id = $1`, [room.allianceId])).rows[0].id;
  const statements = async () => {
    let asked = 0;
    const pool = (await import('../core/database.js')).Database;
    const database = here.app.get(pool);
    const rows = database.rows.bind(database);
    database.rows = (async (...args: Parameters<typeof rows>) => {
      asked += 1;
      return rows(...args);
    }) as typeof rows;
    await resident.asks(`query ($id: ID!) { alliance(id: $id) { problems { framings { id balance { total people { actor { name } } }
      contributions(first: 5) { total edges { node { id authors { actor { name } organisation { name } } questions { by { name } } corrections { at } media { id } rights { verb } } } } } } } }`, { id: room.allianceId });
    database.rows = rows;
    return asked;
  };
  const one = await statements();
  for (let at = 0; at < 6; at += 1) {
    const { rows } = await here.db.query(`insert into framing (alliance_id, problem_id, name) values ($1, $2, 'Till') returning id`, [room.allianceId, problem]);
    await store({ state: 'GIVEN', kinds: ['SKILL'], statedAuthor: null, authors: [{ actorId: 'p1', capacity: null, organisationId: 'o1' }], questions: [{ about: 'CLAIM', outcome: 'OPEN' }] }, rows[0].id);
  }
  // Names are asked for in waves as the answers come in, and how many waves there are is a matter of chance; six framings more would be dozens.
  expect(await statements()).toBeLessThanOrEqual(one + 4);
});

test('[K1] the table to take along has the same numbers, and no cell is a formula', async () => {
  const before = await ask(resident);
  await here.db.query(`update actor set name = '=HYPERLINK("x";"Åsa, A")' where id = $1`, [ids['p1']]);
  const answer = await resident.fetch(`/balance.csv?alliance=${room.allianceId}&language=sv`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
  expect(text.startsWith('\uFEFFVad,Namn,Bidrag,Fakta,')).toBe(true);
  expect(text).toContain(`Person,"'=HYPERLINK(""x"";""Åsa, A"")",`);
  const all = text.split('\r\n')[1]?.split(',').slice(2).map(Number);
  expect(all).toEqual([before.total, ...before.kinds.map((one: { count: number }) => one.count), before.kindNotStated]);
  const narrowed = await (await resident.fetch(`/balance.csv?alliance=${room.allianceId}&framing=${room.framingId}&capacity=RESIDENT&language=en`)).text();
  expect(narrowed).toContain(`All,,${(await ask(resident, { framingId: room.framingId, capacity: 'RESIDENT' })).total},`);
  for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(cell(`${start}1`).replaceAll('"', '').startsWith("'")).toBe(true);
});

test('[R3] the balance of a closed alliance is nowhere to be found from outside', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  const [closed, none] = [await stranger.fetch(`/balance.csv?alliance=${room.allianceId}`), await stranger.fetch(`/balance.csv?alliance=${unknown}`)];
  expect([closed.status, await closed.text()]).toEqual([none.status, await none.text()]);
  expect(none.status).toBe(404);
  expect((await resident.fetch(`/balance.csv?alliance=${room.allianceId}&framing=${other.framingId}`)).status).toBe(404);
  expect((await resident.fetch(`/balance.csv?alliance=${room.allianceId}&kind=WISDOM`)).status).toBe(400);
  expect(await ask(stranger)).toBeUndefined();
});
