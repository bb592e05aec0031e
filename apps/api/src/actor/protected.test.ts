import { expect, test } from '@jest/globals';
import { residentMark } from '@samsyn/domain/actor/protected';
import { anAlliance, joins } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const stood = await anAlliance(olle, { visibility: 'CLOSED', newOrganisations: [{ name: 'Skolan' }] });
const sara = await here.people.anOfficial('Sara Hemlig');
await joins(sara, stood.code);
const stranger = await here.people.aResident('Främling');

const protect = 'mutation { protectMe { id name protected keptName } }';
const people = 'query($id: ID!) { alliance(id: $id) { people: participations { actor { id name } capacity } } alliancePage(id: $id) { people { actorId name capacity } } }';
const seen = async (who: typeof sara) => {
  const { alliance, alliancePage } = await who.asks(people, { id: stood.id });
  return [
    alliance.people.find((one: any) => one.actor.id === sara.id),
    alliancePage.people.find((one: any) => one.actorId === sara.id),
  ];
};

test('[A11] whoever marks themself is a resident to others, in their capacity too, and sees their own name', async () => {
  expect((await seen(olle))[1]).toMatchObject({ name: 'Sara Hemlig', capacity: 'OFFICIAL' });
  expect((await sara.asks(protect)).protectMe).toMatchObject({ name: 'A resident', protected: true, keptName: 'Sara Hemlig' });
  expect(await seen(olle)).toMatchObject([{ actor: { name: 'A resident' }, capacity: 'RESIDENT' }, { name: 'A resident', capacity: 'RESIDENT' }]);
  const swedish = await olle.ask(people, { id: stood.id }, { 'accept-language': 'sv' });
  expect(JSON.stringify(swedish)).toContain('En boende');
  expect(JSON.stringify(swedish)).not.toContain('Sara');
});

test('[A11] once marked stays marked: another capacity, another name or a second marking changes nothing that others see', async () => {
  await sara.asks('mutation($id: ID!) { speakAs(allianceId: $id, speaking: { capacity: OFFICIAL }) { id } }', { id: stood.id });
  await sara.asks('mutation { renameMe(name: "Sara Annan") { id } }');
  expect((await sara.ask(protect)).errors?.[0]?.extensions).toMatchObject({ code: 'protected/already', rule: 'A11' });
  expect(await seen(olle)).toMatchObject([{ actor: { name: 'A resident' }, capacity: 'RESIDENT' }, { name: 'A resident', capacity: 'RESIDENT' }]);
  expect((await sara.asks('{ me { keptName } }')).me.keptName).toBe('Sara Annan');
});

test('[A11] a protected person represents nobody, and whatever they say is said by a resident', async () => {
  const participationId = Object.values(stood.organisations)[0];
  const asked = await olle.ask('mutation($p: ID!, $who: ID!) { represent(participationId: $p, personId: $who, mandate: "Ord") { id } }', { p: participationId, who: sara.id });
  expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'representation/protected', rule: 'A11' });
  const { give } = await sara.asks('mutation($a: ID!) { give(input: { allianceId: $a, text: "Så är det", kinds: [], howKnown: [] }) { authors { actor { name } capacity organisation { name } } } }', { a: stood.id });
  expect(give.authors).toEqual([{ actor: { name: 'A resident' }, capacity: 'RESIDENT', organisation: null }]);
});

test('[A11] the database has the name nowhere but apart, where the server itself cannot read it, and keeps it from coming back', async () => {
  expect((await here.db.query('select name from actor where id = $1', [sara.id])).rows).toEqual([{ name: residentMark }]);
  await expect(here.db.query(`update actor set name = 'Sara' where id = $1`, [sara.id])).rejects.toThrow('actor_protected_has_no_name');
  const client = await here.db.connect();
  try {
    await client.query('set role samsyn_runtime');
    await expect(client.query('select name from protected_name')).rejects.toThrow('permission denied');
    await client.query('set role samsyn_system');
    await expect(client.query('select name from protected_name')).rejects.toThrow('permission denied');
  } finally {
    await client.query('reset role');
    client.release();
  }
});

test('[A11] somebody joins as a resident from the first moment, without saying a name', async () => {
  const guest = here.people.nobody();
  await guest.asks('mutation($code: String!) { joinByCode(code: $code, protected: true) { id } }', { code: stood.code });
  expect((await guest.asks('{ me { name protected keptName guest } }')).me).toEqual({ name: 'A resident', protected: true, keptName: null, guest: true });
  const alone = here.people.nobody();
  expect((await alone.asks('mutation { stepIn(name: "Kim Hemlig", protected: true) { name keptName } }')).stepIn).toEqual({ name: 'A resident', keptName: 'Kim Hemlig' });
  expect((await here.people.nobody().ask('mutation { stepIn(name: " ") { id } }')).errors?.[0]?.extensions.code).toBe('name/too-short');
});

const ask = 'mutation($a: ID!, $who: ID!, $why: String!) { askForName(allianceId: $a, actorId: $who, reason: $why) { id agreed } }';
const read = 'mutation($id: ID!) { readName(askId: $id) }';
const answer = 'mutation($id: ID!, $yes: Boolean!) { answerNameAsk(id: $id, agree: $yes) { agreed } }';

test('[A12] a name is read after a reason and a yes, once, by whoever asked; each step is in the ledger, without reason or name', async () => {
  expect((await stranger.ask(ask, { a: stood.id, who: sara.id, why: 'Nyfiken' })).errors?.[0]?.extensions.code).toBe('not-found');
  const { askForName } = await olle.asks(ask, { a: stood.id, who: sara.id, why: 'Kallelse till mötet' });
  const code = async (who: typeof sara, question: string, values: Record<string, unknown>) => (await who.ask(question, values)).errors?.[0]?.extensions.code;
  expect(await code(olle, read, { id: askForName.id })).toBe('name/not-told');
  expect(await code(olle, ask, { a: stood.id, who: sara.id, why: 'Igen' })).toBe('name/asked');
  for (const who of [olle, stranger]) expect(await code(who, answer, { id: askForName.id, yes: true })).toBe('not-found');
  expect((await sara.asks('{ me { nameAsks { reason by { name } agreed } } }')).me.nameAsks).toEqual([{ reason: 'Kallelse till mötet', by: { name: 'Olle' }, agreed: null }]);
  await sara.asks(answer, { id: askForName.id, yes: true });
  expect(await code(sara, answer, { id: askForName.id, yes: false })).toBe('name/answered');
  for (const who of [stranger, sara]) expect(await code(who, read, { id: askForName.id })).toBe('not-found');
  expect((await olle.asks(read, { id: askForName.id })).readName).toBe('Sara Annan');
  expect(await code(olle, read, { id: askForName.id })).toBe('name/not-told');
  expect((await sara.asks('{ me { nameAsks { readAt } } }')).me.nameAsks[0].readAt).not.toBeNull();
  const { rows } = await here.db.query(`select * from ledger_entry where verb in ('person.askForName', 'person.answerAsk', 'person.readName') order by id`);
  expect(rows.map((row) => [row.verb, row.alliance_id])).toEqual(['person.askForName', 'person.answerAsk', 'person.readName'].map((verb) => [verb, stood.id]));
  expect(JSON.stringify(rows)).not.toMatch(/Sara|Kallelse/);
});

test('[A12] a no is a no, and one asks only for the name of somebody who is protected', async () => {
  const rut = await here.people.aResearcher('Rut');
  await joins(rut, stood.code);
  const { askForName } = await rut.asks(ask, { a: stood.id, who: sara.id, why: 'Tack' });
  await sara.asks(answer, { id: askForName.id, yes: false });
  expect((await rut.ask(read, { id: askForName.id })).errors?.[0]?.extensions).toMatchObject({ code: 'name/not-told', rule: 'A12' });
  expect((await rut.ask(ask, { a: stood.id, who: olle.id, why: 'Tack' })).errors?.[0]?.extensions.code).toBe('not-found');
});

test('[A11] where others have written the name is told to the person alone, so that it can be cleared', async () => {
  await olle.asks('mutation($a: ID!) { give(input: { allianceId: $a, text: "Sara Annan vet mer", kinds: [], howKnown: [] }) { id } }', { a: stood.id });
  expect((await sara.asks('{ me { namedIn { what by { name } alliance { id } path } } }')).me.namedIn).toEqual([
    { what: 'contribution', by: { name: 'Olle' }, alliance: { id: stood.id }, path: expect.stringMatching(/^\/c\//) },
  ]);
  expect((await olle.asks('{ me { namedIn { what } } }')).me.namedIn).toEqual([]);
});

test('[A11] the person themself takes the mark away, and the name that was kept is gone with it', async () => {
  expect((await sara.asks('mutation { liftProtection(name: "Sara") { name protected keptName } }')).liftProtection).toEqual({ name: 'Sara', protected: false, keptName: null });
  expect((await seen(olle))[1]).toMatchObject({ name: 'Sara' });
  expect((await here.db.query('select count(*)::int as n from protected_name where actor_id = $1', [sara.id])).rows).toEqual([{ n: 0 }]);
  expect((await sara.ask('mutation { liftProtection(name: "Sara") { id } }')).errors?.[0]?.extensions.code).toBe('protected/not');
});
