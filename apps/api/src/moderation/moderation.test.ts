import { expect, test } from '@jest/globals';
import { anAlliance, joins, refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import type { Somebody } from '../../test/installation.js';

const here = await installed();
const [olle, rut, amina] = [await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut'), await here.people.aResident('Amina')];
const outside = await here.people.aResident('Ute');
const stood = await anAlliance(olle);
for (const one of [rut, amina]) await joins(one, stood.code);

const HIDING = 'id state reason cause answer endReason by { id } askedBy { id } agreedBy { id } answeredBy { id } endedBy { id } rights { verb may whyNot }';
const give = async (who: Somebody, text: string) => (await who.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: stood.id, text, kinds: ['FACTS'], howKnown: [] } })).give.id as string;
const hide = (who: Somebody, id: string, aside?: string) => who.asks(`mutation($id: ID!, $aside: AsideCause) { hideContribution(id: $id, reason: "Det nämner en granne", aside: $aside) { ${HIDING} } }`, { id, aside }).then((data) => data.hideContribution);
const read = (who: Somebody, id: string) => who.asks(`query($id: ID!) { contribution(id: $id) { text state kinds telling { saw } media { id } corrections { before } hidings { ${HIDING} } rights { verb may whyNot } } }`, { id }).then((data) => data.contribution);
const words = (who: Somebody, id: string) => who.asks('query($id: ID!) { hiddenWords(hidingId: $id) { words { part text } media { id } } }', { id }).then((data) => data.hiddenWords);
const does = (who: Somebody, act: string, id: string, more = '') => refusalOf(who, `mutation($id: ID!) { ${act}(id: $id${more}) { id } }`, { id });

test('[H1] what anyone taking part hides stays visible as hidden, with who and why, to all who read', async () => {
  const id = await give(amina, 'Grannen Nils slår sin hund');
  expect(await refusalOf(outside, 'mutation($id: ID!) { hideContribution(id: $id, reason: "Nej") { id } }', { id })).toBe('alliance/not-taking-part');
  expect(await refusalOf(rut, 'mutation($id: ID!) { hideContribution(id: $id, reason: " ") { id } }', { id })).toBe('hiding/reason-needed');
  const hiding = await hide(rut, id);
  for (const who of [amina, olle, outside, here.people.nobody()]) {
    const seen = await read(who, id);
    expect(seen).toMatchObject({ text: '', state: 'GIVEN', kinds: ['FACTS'], hidings: [{ id: hiding.id, state: 'HIDDEN', reason: 'Det nämner en granne', by: { id: rut.id } }] });
  }
  expect(await does(olle, 'hideContribution', id, ', reason: "Igen"')).toBe('hiding/hidden');
  expect(await words(olle, hiding.id)).toEqual({ words: [{ part: 'TEXT', text: 'Grannen Nils slår sin hund' }], media: [] });
  expect(await words(amina, hiding.id)).not.toBeNull();
  for (const who of [outside, here.people.nobody()]) expect(await words(who, hiding.id)).toBeNull();
  const told = (await here.db.query(`select verb, actor_id, detail from ledger_entry where subject_kind = 'hiding' and subject_id = $1`, [hiding.id])).rows;
  expect(told).toEqual([{ verb: 'hiding.hide', actor_id: rut.id, detail: { subject: 'CONTRIBUTION', of: id, cause: null } }]);
});

test('[H1] while it is hidden it is neither corrected, questioned nor approved, and its author may still take it back for good', async () => {
  const id = await give(amina, 'Ord som ska bort');
  await amina.asks('mutation($id: ID!) { correct(id: $id, input: { text: "Ord som skall bort" }) { id } }', { id });
  const hiding = await hide(olle, id);
  expect(await refusalOf(amina, 'mutation($id: ID!) { correct(id: $id, input: { text: "Nytt" }) { id } }', { id })).toBe('hiding/hidden');
  expect(await refusalOf(rut, 'mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "Hur?") { id } }', { id })).toBe('hiding/hidden');
  expect((await words(rut, hiding.id)).words).toEqual([{ part: 'TEXT', text: 'Ord som skall bort' }, { part: 'EARLIER', text: 'Ord som ska bort' }]);
  await amina.asks('mutation($id: ID!) { withdraw(id: $id) { id } }', { id });
  expect(await read(rut, id)).toMatchObject({ state: 'WITHDRAWN', text: '', hidings: [{ state: 'ERASED', answer: '' }] });
  expect(await words(amina, hiding.id)).toBeNull();
  expect((await here.db.query('select count(*)::int as n from hidden_words where hiding_id = $1', [hiding.id])).rows[0].n).toBe(0);
});

test('[H2] the author answers, anyone taking part shows it again with a reason, and it is as it was', async () => {
  const id = (await amina.asks('mutation($input: Give!) { give(input: $input) { id } }', {
    input: { allianceId: stood.id, text: 'Jag såg det', kinds: ['FAMILIARITY'], howKnown: [], telling: { situation: 'På torget', saw: 'En bil', did: '', newcomer: '' }, sourceText: 'Dagboken' },
  })).give.id;
  const before = await amina.asks('query($id: ID!) { contribution(id: $id) { text telling { situation saw did newcomer } sourceText kinds } }', { id });
  const hiding = await hide(rut, id);
  expect(await does(olle, 'answerHiding', hiding.id, ', answer: "Nej"')).toBe('hiding/not-yours');
  expect(await does(amina, 'answerHiding', hiding.id, ', answer: "Ingen nämns"')).toBeUndefined();
  expect(await does(outside, 'showAgain', hiding.id, ', reason: "Nej"')).toBe('alliance/not-taking-part');
  expect(await does(olle, 'showAgain', hiding.id, ', reason: ""')).toBe('hiding/reason-needed');
  expect(await does(olle, 'showAgain', hiding.id, ', reason: "Ingen nämns här"')).toBeUndefined();
  expect(await amina.asks('query($id: ID!) { contribution(id: $id) { text telling { situation saw did newcomer } sourceText kinds } }', { id })).toEqual(before);
  expect((await read(outside, id)).hidings).toMatchObject([{ state: 'UNDONE', answer: 'Ingen nämns', endReason: 'Ingen nämns här', endedBy: { id: olle.id } }]);
  expect(await does(rut, 'showAgain', hiding.id, ', reason: "Igen"')).toBe('hiding/over');
});

test('[H3] two people put something aside at once for all: the one who asks cannot agree, and then nobody reads it', async () => {
  const id = await give(amina, 'Jag ska slå dig');
  const hiding = await hide(rut, id, 'THREAT');
  expect(hiding).toMatchObject({ state: 'ASKED', cause: 'THREAT', askedBy: { id: rut.id } });
  await amina.asks('mutation($id: ID!) { answerHiding(id: $id, answer: "Jag ska slå dig ändå") { id } }', { id: hiding.id });
  expect(await does(rut, 'agreeAside', hiding.id)).toBe('hiding/second-person');
  expect(await does(outside, 'agreeAside', hiding.id)).toBe('alliance/not-taking-part');
  expect(await does(olle, 'agreeAside', hiding.id)).toBeUndefined();
  for (const who of [rut, olle, amina, outside]) {
    expect(await words(who, hiding.id)).toBeNull();
    expect(JSON.stringify(await read(who, id))).not.toContain('slå');
  }
  expect((await read(amina, id)).hidings).toMatchObject([{ state: 'ASIDE', cause: 'THREAT', reason: 'Det nämner en granne', agreedBy: { id: olle.id } }]);
  expect((await read(outside, id)).hidings[0].reason).toBe('');
  for (const who of [rut, olle, amina]) expect(await does(who, 'showAgain', hiding.id, ', reason: "Nej"')).toBe('hiding/aside');
  await amina.asks('mutation($id: ID!) { withdraw(id: $id) { id } }', { id });
  expect((await here.db.query(`select count(*)::int as n from hidden_words where words::text like '%slå dig%'`)).rows[0].n).toBe(0);
});

test('[H1] of twenty who hide the same at once one does, and the words are kept once', async () => {
  const id = await give(amina, 'Samtidigt');
  const answers = await Promise.all(Array.from({ length: 20 }, (_one, at) => refusalOf(at % 2 === 0 ? rut : olle, 'mutation($id: ID!) { hideContribution(id: $id, reason: "Nu") { id } }', { id })));
  expect(answers.filter((one) => one === undefined)).toHaveLength(1);
  expect(new Set(answers)).toEqual(new Set([undefined, 'hiding/hidden']));
  expect((await words(rut, (await read(rut, id)).hidings[0].id)).words).toEqual([{ part: 'TEXT', text: 'Samtidigt' }]);
});

test('[H5] hiding by the hundred is refused, alike for all', async () => {
  const hasty = await here.people.aResearcher('Hastig');
  await joins(hasty, stood.code);
  const ids = await Promise.all(Array.from({ length: 32 }, (_one, at) => give(amina, `Bidrag ${at}`)));
  const codes = [];
  for (const id of ids) codes.push(await refusalOf(hasty, 'mutation($id: ID!) { hideContribution(id: $id, reason: "Bort") { id } }', { id }));
  expect(codes).toEqual([...ids.slice(2).map(() => undefined), 'request/too-many', 'request/too-many']);
  expect(await read(amina, ids[31] as string)).toMatchObject({ text: 'Bidrag 31', hidings: [] });
});
