import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();

const BY_CODE = `mutation($code: String!, $name: String, $speaking: Speaking) { joinByCode(code: $code, name: $name, speaking: $speaking) {
  id standing capacity knows invitedBy { name } admittedBy { name } actor { id name } alliance { id name mine { id } participations { actor { name } } } } }`;
const ASK = 'mutation($id: ID!, $reason: String) { askToJoin(allianceId: $id, reason: $reason) { id standing reason alliance { name purpose participations { id } } } }';
const ADMIT = 'mutation($id: ID!) { admit(participationId: $id) { id standing admittedBy { name } actor { name } rights { verb may whyNot } } }';
const JOIN = 'mutation($id: ID!, $speaking: Speaking) { join(allianceId: $id, speaking: $speaking) { id standing capacity knows } }';
const READ = '{ alliances { edges { node { id name } } } }';
const ONE = 'query($id: ID!) { alliance(id: $id) { name purpose participations(standing: [TAKES_PART, ASKED]) { actor { name } standing } rights { verb may } } }';
const DOOR = 'query($code: String!) { door(code: $code) { allianceId name purpose groundRules worry visibility peopleCount already coordinates } }';

test('[L2] an open alliance is found by all, one by link is read by its address alone, a closed one by those who take part', async () => {
  const [amina, olle] = [await here.people.aResident(), await here.people.anOfficial()];
  const ids: Record<string, string> = {};
  for (const visibility of ['OPEN', 'LINK', 'CLOSED'] as const) ids[visibility] = (await anAlliance(amina, { visibility, purpose: 'Se tillsammans' })).id;
  const found = async (who: typeof olle) => (await who.asks(READ)).alliances.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(await found(amina)).toEqual(expect.arrayContaining(Object.values(ids)));
  for (const other of [olle, here.people.nobody()]) {
    const seen = await found(other);
    expect([ids['OPEN'], ids['LINK'], ids['CLOSED']].map((id) => seen.includes(id))).toEqual([true, false, false]);
    expect((await other.asks(ONE, { id: ids['LINK'] })).alliance.purpose).toBe('Se tillsammans');
    expect((await other.asks(ONE, { id: ids['CLOSED'] })).alliance).toBeNull();
  }
});

test('[L3] a guest joins by code with a self-chosen name, without an address, and speaks in a capacity of their own', async () => {
  const stood = await anAlliance(await here.people.anOfficial('Olle'), { visibility: 'CLOSED' });
  const guest = here.people.nobody();
  expect((await guest.asks(DOOR, { code: stood.code })).door).toMatchObject({ allianceId: stood.id, worry: 'Barn vågar inte cykla till skolan.', peopleCount: 1, already: false });
  const { joinByCode } = await guest.asks(BY_CODE, { code: stood.code.toLowerCase(), name: 'Aïsha', speaking: { capacity: 'RESIDENT', knows: 'vägen' } });
  expect(joinByCode).toMatchObject({
    standing: 'TAKES_PART', capacity: 'RESIDENT', knows: 'vägen', invitedBy: { name: 'Olle' }, admittedBy: { name: 'Olle' }, actor: { name: 'Aïsha' },
    alliance: { id: stood.id, mine: { id: joinByCode.id }, participations: [{ actor: { name: 'Aïsha' } }, { actor: { name: 'Olle' } }] },
  });
  expect((await guest.asks('{ me { name guest email } }')).me).toEqual({ name: 'Aïsha', guest: true, email: null });
  expect((await guest.asks(DOOR, { code: stood.code })).door.already).toBe(true);
});

test('[L3] whoever has stepped in already keeps their name, and opening the poster twice is no mistake', async () => {
  const stood = await anAlliance(await here.people.anOfficial());
  const rut = await here.people.aResearcher('Rut');
  const first = await rut.asks(BY_CODE, { code: stood.code, name: 'Another name' });
  expect(first.joinByCode.actor).toEqual({ id: rut.id, name: 'Rut' });
  expect((await rut.asks(BY_CODE, { code: stood.code })).joinByCode.id).toBe(first.joinByCode.id);
  const { rows } = await here.db.query(`select count(*)::int from ledger_entry where alliance_id = $1 and verb = 'alliance.joinByCode'`, [stood.id]);
  expect(rows[0].count).toBe(1);
});

test('[L1] a guest without an address forms an alliance', async () => {
  const guest = here.people.nobody();
  await joins(guest, (await anAlliance(await here.people.anOfficial())).code, 'Aïsha');
  const own = await anAlliance(guest, { name: 'Ljusa gångtunneln' });
  expect((await here.people.nobody().asks(ONE, { id: own.id })).alliance).toMatchObject({ name: 'Ljusa gångtunneln' });
});

test('[L3] unknown, withdrawn and outdated codes sound the same, and a guest without a name is asked for one', async () => {
  const olle = await here.people.anOfficial();
  const [revoked, outdated, lasting] = [await anAlliance(olle), await anAlliance(olle), await anAlliance(olle)];
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { invitations { id } } }', { id: revoked.id });
  const { revokeInvitation } = await olle.asks('mutation($id: ID!) { revokeInvitation(id: $id) { invitations { id } } }', { id: alliance.invitations[0].id });
  expect(revokeInvitation.invitations).toEqual([]);
  await here.db.query(`update invitation set expires_at = now() - interval '1 second' where alliance_id = $1`, [outdated.id]);
  const answers = await Promise.all(
    [revoked.code, outdated.code, '00000000', 'no code at all', ''].map((code) => here.people.nobody().ask(BY_CODE, { code, name: 'Aïsha' })),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'invitation/spent', rule: 'L3' });
  for (const code of [revoked.code, outdated.code, '00000000']) expect((await here.people.nobody().asks(DOOR, { code })).door).toBeNull();
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: lasting.code })).toBe('sign-in/name-needed');
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: lasting.code, name: '\u200B' })).toBe('name/too-short');
});

test('[L3] sixty phones behind one address join with one code at once, and none is refused', async () => {
  const stood = await anAlliance(await here.people.anOfficial());
  const joined = await Promise.all(Array.from({ length: 60 }, (_, at) => joins(here.people.nobody(), stood.code, `Deltagare ${at}`)));
  expect(new Set(joined).size).toBe(60);
  const { rows } = await here.db.query('select uses from invitation where alliance_id = $1', [stood.id]);
  expect(rows).toEqual([{ uses: 60 }]);
});

test('[L3] in a closed alliance any participant admits, in whatever capacity they speak, and everyone sees who did', async () => {
  const olle = await here.people.anOfficial('Olle');
  const stood = await anAlliance(olle, { visibility: 'CLOSED' });
  const admitting = [olle, await here.people.aResident('Amina'), await here.people.aResearcher('Rut'), here.people.nobody()];
  for (const [at, who] of admitting.entries()) if (at > 0) await joins(who, stood.code, at === 3 ? 'Gäst' : undefined);
  for (const [at, who] of admitting.entries()) {
    const asking = await here.people.aResident(`Sökande ${at}`);
    const { askToJoin } = await asking.asks(ASK, { id: stood.id, reason: 'Jag bor här' });
    // Whoever asks sees the name of what they asked about, and no more.
    expect(askToJoin).toMatchObject({ standing: 'ASKED', reason: 'Jag bor här', alliance: { name: 'Trygg skolväg', purpose: '', participations: [] } });
    expect((await asking.asks(ONE, { id: stood.id })).alliance).toBeNull();
    expect(await refusalOf(asking, ADMIT, { id: askToJoin.id })).toBe('not-found');
    const { admit } = await who.asks(ADMIT, { id: askToJoin.id });
    expect(admit).toMatchObject({ standing: 'TAKES_PART', admittedBy: { name: at === 3 ? 'Gäst' : who.name }, actor: { name: `Sökande ${at}` } });
    expect(await refusalOf(who, ADMIT, { id: askToJoin.id })).toBe('participation/not-asked');
    expect((await asking.asks(ONE, { id: stood.id })).alliance.name).toBe('Trygg skolväg');
  }
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { acts(first: 50) { edges { node { verb by { name } detail } } } } }', { id: stood.id });
  const admitted = alliance.acts.edges.map((edge: any) => edge.node).filter((act: any) => act.verb === 'participation.admit');
  expect(admitted.map((act: any) => act.by.name).sort()).toEqual(['Amina', 'Gäst', 'Olle', 'Rut']);
});

test('[L3] a closed alliance is not joined without being let in, an open one is', async () => {
  const olle = await here.people.anOfficial();
  const [closed, open] = [await anAlliance(olle, { visibility: 'CLOSED' }), await anAlliance(olle)];
  const rut = await here.people.aResearcher();
  expect(await refusalOf(rut, JOIN, { id: closed.id })).toBe('alliance/closed');
  expect((await rut.asks(JOIN, { id: open.id, speaking: { capacity: 'RESEARCHER', knows: 'cykelvägar' } })).join).toMatchObject({ standing: 'TAKES_PART', capacity: 'RESEARCHER', knows: 'cykelvägar' });
  expect(await refusalOf(rut, JOIN, { id: open.id })).toBe('alliance/already');
  expect(await refusalOf(here.people.nobody(), JOIN, { id: open.id })).toBe('session/none');
});

test('[L3] a letter leads in once, asks for a second coordinator, and shows its address only to whoever sent it', async () => {
  const olle = await here.people.anOfficial('Olle');
  const stood = await anAlliance(olle, { visibility: 'CLOSED', emails: ['kim@example.org'], secondCoordinatorEmail: 'lo@example.org' });
  const code = async (address: string) => /\/j\/(\w{8})/.exec((await here.db.query('select body from letter where address = $1', [address])).rows[0].body)?.[1] ?? '';
  const lo = here.people.nobody();
  expect((await lo.asks(DOOR, { code: await code('lo@example.org') })).door.coordinates).toBe(true);
  await joins(lo, await code('lo@example.org'), 'Lo');
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: await code('lo@example.org'), name: 'Second' })).toBe('invitation/spent');
  // Opened again, the letter leads home whoever came by it, and nobody else.
  expect((await lo.asks(DOOR, { code: await code('lo@example.org') })).door).toMatchObject({ allianceId: stood.id, already: true });
  for (const other of [here.people.nobody(), await here.people.aResident()]) expect((await other.asks(DOOR, { code: await code('lo@example.org') })).door).toBeNull();
  const seen = 'query($id: ID!) { alliance(id: $id) { coordinators { actor { name } } gaps { code } invitations { way email } } }';
  const forLo = (await lo.asks(seen, { id: stood.id })).alliance;
  expect(forLo.coordinators.map((one: any) => one.actor.name)).toEqual(['Lo', 'Olle']);
  expect(forLo.gaps.map((gap: any) => gap.code)).not.toContain('one-coordinator');
  expect(forLo.invitations.filter((one: any) => one.way === 'EMAIL')).toEqual([{ way: 'EMAIL', email: 'k…@example.org' }]);
  expect((await olle.asks(seen, { id: stood.id })).alliance.invitations).toContainEqual({ way: 'EMAIL', email: 'kim@example.org' });
});

test('[L3] whoever proves an address stands invited where letters to it lead', async () => {
  const olle = await here.people.anOfficial();
  const stood = await anAlliance(olle, { visibility: 'CLOSED', purpose: 'Se tillsammans', emails: ['siv@example.org'], secondCoordinatorEmail: 'siv@example.org' });
  const siv = here.people.nobody();
  await siv.asks('mutation { askForSignIn(email: "siv@example.org", language: sv) }');
  const { rows } = await here.db.query(`select body from letter where address = 'siv@example.org' and body like '%sign-in#%'`);
  await siv.asks('mutation($token: String!) { signIn(token: $token, name: "Siv") { id } }', { token: rows[0].body.match(/sign-in#(\S+)/)[1] });
  const { me } = await siv.asks('{ me { participations { standing alliance { id name purpose problems { id } acts { edges { cursor } } participations { id } } } } }');
  expect(me.participations).toEqual([{ standing: 'INVITED', alliance: { id: stood.id, name: 'Trygg skolväg', purpose: 'Se tillsammans', problems: [], acts: { edges: [] }, participations: [] } }]);
  expect((await siv.asks(JOIN, { id: stood.id })).join.standing).toBe('TAKES_PART');
  // What the letter asked is heard, and it has done its service.
  const { alliance } = await olle.asks('query($id: ID!) { alliance(id: $id) { coordinators { actor { name } } invitations { way } } }', { id: stood.id });
  expect(alliance).toEqual({ coordinators: [{ actor: { name: 'Olle' } }, { actor: { name: 'Siv' } }], invitations: [{ way: 'LINK' }] });
  const letters = await here.db.query(`select body from letter where address = 'siv@example.org' and body like '%/j/%'`);
  expect(await refusalOf(here.people.nobody(), BY_CODE, { code: /\/j\/(\w{8})/.exec(letters.rows[0].body)?.[1], name: 'Second' })).toBe('invitation/spent');
});

test('[A2] what one gave keeps the capacity one spoke in then, also when one speaks in another since', async () => {
  const rut = await here.people.aResearcher();
  const stood = await anAlliance(rut);
  const GIVE = 'mutation($id: ID!) { give(input: { allianceId: $id, text: "Det är mörkt", kinds: [], howKnown: [] }) { authors { capacity } } }';
  expect((await rut.asks(GIVE, { id: stood.id })).give.authors).toEqual([{ capacity: 'RESEARCHER' }]);
  await rut.asks('mutation($id: ID!) { speakAs(allianceId: $id, speaking: { capacity: RESIDENT }) { id } }', { id: stood.id });
  expect((await rut.asks(GIVE, { id: stood.id })).give.authors).toEqual([{ capacity: 'RESIDENT' }]);
  const { alliance } = await rut.asks('query($id: ID!) { alliance(id: $id) { contributions { edges { node { authors { capacity } } } } balance { capacities { capacity total } } } }', { id: stood.id });
  expect(alliance.contributions.edges.map((edge: any) => edge.node.authors[0].capacity).sort()).toEqual(['RESEARCHER', 'RESIDENT']);
  expect(alliance.balance.capacities).toEqual(expect.arrayContaining([{ capacity: 'RESEARCHER', total: 1 }, { capacity: 'RESIDENT', total: 1 }]));
});

test('[A2] in what capacity one speaks may differ between alliances, and nobody says it for another', async () => {
  const rut = await here.people.aResearcher();
  const [one, two] = [await anAlliance(rut), await anAlliance(rut)];
  const SPEAK = 'mutation($id: ID!, $speaking: Speaking!) { speakAs(allianceId: $id, speaking: $speaking) { capacity knows } }';
  expect((await rut.asks(SPEAK, { id: one.id, speaking: { capacity: 'RESIDENT', knows: 'min gata' } })).speakAs).toEqual({ capacity: 'RESIDENT', knows: 'min gata' });
  const { me } = await rut.asks('{ me { participations { capacity alliance { id } } } }');
  expect(Object.fromEntries(me.participations.map((row: any) => [row.alliance.id, row.capacity]))).toEqual({ [one.id]: 'RESIDENT', [two.id]: 'RESEARCHER' });
  expect(await refusalOf(await here.people.anOfficial(), SPEAK, { id: one.id, speaking: { capacity: 'OFFICIAL' } })).toBe('alliance/not-taking-part');
});
