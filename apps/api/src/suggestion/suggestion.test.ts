import { afterEach, expect, test } from '@jest/globals';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';
import { aRoom, open, until, type Pen, type Room } from '../../test/room.js';
import { addLine, becomes, comes, goes, lineIn, suggested, writersIn } from '../../test/suggesting.js';

const here = await installed();
const amina = await here.people.aResident('Amina');
const olle = await here.people.anOfficial('Olle');
const stranger = await here.people.aResearcher('Rut');
const pens: Pen[] = [];
afterEach(() => pens.splice(0).forEach((pen) => pen.destroy()));

const FIELDS = 'id state stands before after reason answer author { name } capacity settledBy { name } settledCapacity rights { verb may whyNot }';
const list = async (room: Room, who: Somebody = olle) => (await who.asks(`query($id: ID!) { suggestionsOf(framingId: $id) { ${FIELDS} } }`, { id: room.framingId })).suggestionsOf as any[];
const read = async (room: Room) => (await stranger.asks('query($id: ID!) { framing(id: $id) { reading { plain suggested } paragraphs { quote } } }', { id: room.framingId })).framing;
const suggest = (who: Somebody, room: Room, id: string, reason = '') => who.ask(`mutation($f: ID!, $id: ID!, $reason: String) { suggest(framingId: $f, id: $id, reason: $reason) { ${FIELDS} } }`, { f: room.framingId, id, reason });
const accept = (who: Somebody, room: Room, ...ids: string[]) => who.ask(`mutation($f: ID!, $ids: [ID!]!) { acceptSuggestions(framingId: $f, ids: $ids) { ${FIELDS} } }`, { f: room.framingId, ids });
const decline = (who: Somebody, room: Room, answer: string, ...ids: string[]) =>
  who.ask(`mutation($f: ID!, $ids: [ID!]!, $answer: String!) { declineSuggestions(framingId: $f, ids: $ids, answer: $answer) { ${FIELDS} } }`, { f: room.framingId, ids, answer });
const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
const words = (pen: Pen) => lineIn(pen.document).toDelta().map((piece: { insert: string }) => piece.insert).join('');
const plain = (pen: Pen) => lineIn(pen.document).toString();

/** A room in which Olle has written a line, which Amina and Olle have open. */
async function written(line = 'Det är kallt i trapphuset.'): Promise<{ room: Room; ofOlle: Pen; ofAmina: Pen }> {
  const room = await aRoom(here);
  await room.takesPart(amina, olle);
  const [ofOlle, ofAmina] = [open(here.url, olle, room.framingId), open(here.url, amina, room.framingId)];
  pens.push(ofOlle, ofAmina);
  await until('both are in', () => ofOlle.saved() && ofAmina.saved());
  addLine(ofOlle.document, line);
  await until('Amina has it', () => ofAmina.document.getXmlFragment('text').length === 1 && words(ofAmina) === line);
  return { room, ofOlle, ofAmina };
}
const saved = (pen: Pen) => until('saved', () => pen.saved());

test('[W12] what is suggested is not part of the text until it is accepted by another; its letters and their author stay as they are', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const id = becomes(lineIn(ofAmina.document), 7, 5, 'dragigt');
  expect((await suggest(amina, room, id, 'Det är draget som stör')).errors).toBeUndefined();
  await saved(ofAmina);
  expect((await read(room)).reading.plain).toBe('Det är kallt i trapphuset.');
  expect((await read(room)).paragraphs).toEqual([{ quote: 'Det är kallt i trapphuset.' }]);
  expect(JSON.stringify((await read(room)).reading.suggested)).toContain(`"type":"insertion","attrs":{"id":"${id}"}`);
  const [shown] = await list(room);
  expect(shown).toMatchObject({ id, state: 'OPEN', stands: true, before: 'kallt', after: 'dragigt', reason: 'Det är draget som stör', author: { name: 'Amina' }, capacity: 'RESIDENT' });
  expect(shown.rights.filter((right: any) => right.may).map((right: any) => right.verb)).toEqual(['suggestion.accept', 'suggestion.decline']);

  const author = ofAmina.document.clientID;
  expect((await accept(stranger, room, id)).errors?.[0]?.extensions.code).toBe('alliance/not-taking-part');
  expect((await accept(olle, room, id)).data.acceptSuggestions).toMatchObject([{ state: 'ACCEPTED', stands: false, before: 'kallt', after: 'dragigt', settledBy: { name: 'Olle' }, settledCapacity: 'OFFICIAL' }]);
  await until('both see it', () => [ofOlle, ofAmina].every((pen) => plain(pen) === 'Det är dragigt i trapphuset.'));
  expect(writersIn(lineIn(ofOlle.document)).split(' ').slice(7, 14)).toEqual(Array(7).fill(String(author)));
  expect((await read(room)).reading.plain).toBe('Det är dragigt i trapphuset.');
  const { rows } = await here.db.query(`select verb, actor_id, detail from ledger_entry where subject_id = $1 order by id`, [room.framingId]);
  expect(rows).toMatchObject([{ verb: 'framing.suggest', actor_id: amina.id }, { verb: 'suggestion.accept', actor_id: olle.id, detail: { suggestions: [id], by: [amina.id] } }]);
});

test('[W13] declined, everything is as it was, and whoever suggested it can read who said no and why', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const id = becomes(lineIn(ofAmina.document), 0, 3, 'Allt');
  await saved(ofAmina);
  expect(code(await decline(olle, room, ' ', id))).toBe('suggestion/answer-needed');
  await decline(olle, room, 'Bara trapphuset', id);
  await until('both see it', () => [ofOlle, ofAmina].every((pen) => plain(pen) === 'Det är kallt i trapphuset.'));
  expect(await list(room, amina)).toMatchObject([{ id, state: 'DECLINED', stands: false, answer: 'Bara trapphuset', settledBy: { name: 'Olle' }, before: 'Det', after: 'Allt' }]);
  expect(code(await accept(olle, room, id))).toBe('suggestion/settled');
});

test('[W13] two suggestions mixed in one place are answered each for itself, or together', async () => {
  const { room, ofOlle, ofAmina } = await written('Ett två tre.');
  const first = comes(lineIn(ofAmina.document), 3, ' och ett halvt');
  await until('Olle has it', () => words(ofOlle).includes('halvt'));
  // Olle suggests that a part of what Amina suggests goes, and something else of his own in the midst of it.
  const second = goes(lineIn(ofOlle.document), 7, 4);
  const third = comes(lineIn(ofOlle.document), 11, 'x');
  await saved(ofOlle);
  expect((await list(room)).map(({ id, before, after, author }) => [id, before, after, author.name])).toEqual([
    [first, '', ' och ett …  halvt', 'Amina'],
    [second, ' ett', '', 'Olle'],
    [third, '', 'x', 'Olle'],
  ]);
  await accept(olle, room, first);
  await until('accepted', () => words(ofAmina) === 'Ett och ettx halvt två tre.' && !plain(ofAmina).includes(first));
  expect((await read(room)).reading.plain).toBe('Ett och ett halvt två tre.');
  await accept(amina, room, second, third);
  await until('both', () => [ofOlle, ofAmina].every((pen) => plain(pen) === 'Ett ochx halvt två tre.'));
  // Nobody had said that they are theirs; whoever accepts them does not become their author.
  const settled = (await list(room)).map(({ id, state, author, settledBy }) => [id, state, author.name, settledBy.name]);
  expect(new Set(settled)).toEqual(new Set([[first, 'ACCEPTED', 'Amina', 'Olle'], [second, 'ACCEPTED', 'Olle', 'Amina'], [third, 'ACCEPTED', 'Olle', 'Amina']]));
});

test('[W13] nothing is accepted that somebody has written in since it was seen, and nothing of what is accepted with it', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const [struck, other] = [goes(lineIn(ofAmina.document), 7, 5), comes(lineIn(ofAmina.document), 0, 'Ja: ')];
  await suggest(amina, room, struck);
  await suggest(amina, room, other);
  await until('Olle has them', () => words(ofOlle).startsWith('Ja'));
  const seen = (await list(room)).map(({ id, before, after }) => ({ id, before, after }));
  const acceptSeen = (given: unknown) =>
    olle.ask(`mutation($f: ID!, $ids: [ID!]!, $seen: [SeenSuggestion!]) { acceptSuggestions(framingId: $f, ids: $ids, seen: $seen) { state before } }`, { f: room.framingId, ids: [struck, other], seen: given });
  // Somebody who has not heard of it writes in its midst: the words come with its mark.
  lineIn(ofOlle.document).insert(words(ofOlle).indexOf('kallt') + 3, ' och vått ');
  await saved(ofOlle);
  expect(code(await acceptSeen(seen))).toBe('suggestion/changed');
  expect((await list(room)).map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
  const now = (await list(room)).map(({ id, before, after }) => ({ id, before, after }));
  expect(now.find(({ id }) => id === struck)?.before).toBe('kal och vått lt');
  expect((await acceptSeen(now)).data.acceptSuggestions.map(({ state }: { state: string }) => state)).toEqual(['ACCEPTED', 'ACCEPTED']);
});

test('[W13] of two who accept at once one does, and of several together those answered already are passed over', async () => {
  const { room, ofAmina, ofOlle } = await written();
  const ids = [comes(lineIn(ofAmina.document), 0, 'A'), comes(lineIn(ofAmina.document), 3, 'B')];
  await saved(ofAmina);
  const answers = await Promise.all([accept(amina, room, ids[0] as string), accept(olle, room, ids[0] as string), accept(stranger, room, ids[0] as string)]);
  expect(answers.map(code).toSorted()).toEqual(['alliance/not-taking-part', 'suggestion/settled', undefined]);
  expect((await decline(olle, room, 'Nej', ...ids)).data.declineSuggestions.map((one: any) => one.state)).toEqual(['ACCEPTED', 'DECLINED']);
  await until('carried out', () => plain(ofOlle) === 'ADet är kallt i trapphuset.');
  const { rows } = await here.db.query(`select verb from ledger_entry where subject_id = $1 and verb <> 'framing.suggest' order by id`, [room.framingId]);
  expect(rows.map(({ verb }) => verb)).toEqual(['suggestion.accept', 'suggestion.decline']);
});

test('[W13] it survives writing in it and around it, and what its author wrote in it while away comes with it', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const id = comes(lineIn(ofAmina.document), 3, ' inne');
  await until('Olle has it', () => words(ofOlle).includes('inne'));
  await ofAmina.offline();
  lineIn(ofAmina.document).insert(8, ' hos oss');
  lineIn(ofOlle.document).insert(0, 'Nu: ');
  lineIn(ofOlle.document).insert(8, 'där');
  await saved(ofOlle);
  expect((await accept(olle, room, id)).errors).toBeUndefined();
  ofAmina.online();
  await until('all of it is there', () => [ofOlle, ofAmina].every((pen) => plain(pen).includes(' hos oss') && plain(pen).includes('där') && !plain(pen).includes('<')));
  expect(words(ofOlle)).toBe(words(ofAmina));
  for (const part of ['Nu: ', 'där', 'inne', ' hos oss']) expect(words(ofOlle)).toContain(part);
  expect((await list(room))[0]).toMatchObject({ state: 'ACCEPTED', stands: false });
});

test('[W12] an id of another framing, or of another person, is nobody’s key to anything', async () => {
  const [first, second] = [await written(), await written('Något annat.')];
  const id = comes(lineIn(first.ofAmina.document), 0, 'Ja: ');
  await suggest(amina, first.room, id, 'Så');
  await saved(first.ofAmina);
  for (const answer of [await accept(olle, second.room, id), await decline(olle, second.room, 'Nej', id)]) expect(code(answer)).toBe('not-found');
  // Not to be taken as one's own, registered or only written.
  expect(code(await suggest(olle, first.room, id, 'Mitt'))).toBe('suggestion/not-yours');
  const bare = comes(lineIn(first.ofAmina.document), 8, 'nu ');
  await until('Olle has it', () => words(first.ofOlle).includes('nu '));
  expect(code(await suggest(olle, first.room, bare))).toBe('suggestion/not-yours');
  // In another text the same id is another suggestion, of whoever wrote it there.
  comes(lineIn(second.ofOlle.document), 0, 'Inte ', id);
  await saved(second.ofOlle);
  expect(await list(second.room)).toMatchObject([{ id, after: 'Inte ', author: { name: 'Olle' }, reason: '' }]);
  await accept(amina, second.room, id);
  expect((await list(first.room))[0]).toMatchObject({ id, state: 'OPEN', after: 'Ja: ' });
});

test('[W12] what nobody has given as theirs is shown as of whoever began it, also when another writes in it', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const id = comes(lineIn(ofAmina.document), 0, 'Ja: ');
  await until('Olle has it', () => words(ofOlle).startsWith('Ja'));
  expect(await list(room)).toMatchObject([{ id, author: { name: 'Amina' }, capacity: null, reason: '' }]);
  lineIn(ofOlle.document).insert(30, '!', suggested('insertion', id));
  comes(lineIn(ofOlle.document), 2, 'x');
  await saved(ofOlle);
  expect((await list(room)).map(({ author }) => author.name)).toEqual(['Amina', 'Olle']);
  expect((await list(room))[0].after).toBe('Ja … :  … !');
});

test('[W13] what somebody’s writing has taken away is shown as no longer in the text, as it stood; it can be answered and not accepted', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const id = comes(lineIn(ofAmina.document), 0, 'Ja: ');
  await suggest(amina, room, id);
  await saved(ofAmina);
  await read(room);
  await until('Olle has it', () => words(ofOlle).startsWith('Ja'));
  lineIn(ofOlle.document).delete(0, 4);
  await saved(ofOlle);
  expect(await list(room)).toMatchObject([{ id, state: 'OPEN', stands: false, after: 'Ja: ' }]);
  expect(code(await accept(olle, room, id))).toBe('suggestion/gone');
  expect((await amina.asks('mutation($f: ID!, $id: ID!) { withdrawSuggestion(framingId: $f, id: $id) { state stands } }', { f: room.framingId, id })).withdrawSuggestion).toEqual({ state: 'WITHDRAWN', stands: false });
});

test('[W13] what its author has undone is taken back only while nothing of it stands; redone, it asks again', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const takeBack = (who: Somebody) => who.ask('mutation($f: ID!, $id: ID!) { withdrawSuggestion(framingId: $f, id: $id, ifGone: true) { state stands after } }', { f: room.framingId, id });
  const id = comes(lineIn(ofAmina.document), 0, 'Ja: ');
  await suggest(amina, room, id);
  await saved(ofAmina);
  // It stands: nothing happens, and nothing is noted.
  expect((await takeBack(amina)).data.withdrawSuggestion).toEqual({ state: 'OPEN', stands: true, after: 'Ja: ' });
  lineIn(ofAmina.document).delete(0, 4);
  await saved(ofAmina);
  expect(code(await takeBack(olle))).toBe('suggestion/not-yours');
  expect((await takeBack(amina)).data.withdrawSuggestion).toEqual({ state: 'WITHDRAWN', stands: false, after: 'Ja: ' });
  expect(code(await takeBack(amina))).toBe('suggestion/settled');
  const { rows } = await here.db.query(`select verb, actor_id from ledger_entry where subject_id = $1 and verb <> 'framing.suggest'`, [room.framingId]);
  expect(rows).toEqual([{ verb: 'suggestion.withdraw', actor_id: amina.id }]);
  comes(lineIn(ofAmina.document), 0, 'Ja: ', id);
  await until('Olle has it', () => words(ofOlle).startsWith('Ja'));
  expect(await list(room)).toMatchObject([{ id, state: 'OPEN', stands: true, after: 'Ja: ' }]);
});

test('[W13] an answer whose process ended before it was carried out is carried out when somebody looks; words that come later ask again', async () => {
  const { room, ofOlle, ofAmina } = await written();
  const id = comes(lineIn(ofAmina.document), 0, 'Ja: ');
  await suggest(amina, room, id);
  await saved(ofAmina);
  await here.db.query(`update suggestion set state = 'ACCEPTED', settled_by_id = $2, settled_at = now() where id = $1`, [id, olle.id]);
  expect(await list(room)).toMatchObject([{ state: 'ACCEPTED', stands: true }]);
  await until('carried out', () => plain(ofOlle) === 'Ja: Det är kallt i trapphuset.');
  await until('noted', async () => (await here.db.query('select carried_seq from suggestion where id = $1', [id])).rows[0].carried_seq !== null);
  comes(lineIn(ofAmina.document), 4, 'jo, ', id);
  await saved(ofAmina);
  expect(await list(room)).toMatchObject([{ state: 'OPEN', stands: true, after: 'jo, ' }]);
  expect((await decline(olle, room, 'Inte det', id)).data.declineSuggestions).toMatchObject([{ state: 'DECLINED' }]);
  await until('gone again', () => plain(ofAmina) === 'Ja: Det är kallt i trapphuset.');
});

test('[W12] why one suggests it may be said later, by oneself alone', async () => {
  const { room, ofAmina } = await written();
  const id = comes(lineIn(ofAmina.document), 0, 'Ja: ');
  await suggest(amina, room, id);
  await saved(ofAmina);
  const explain = (who: Somebody) => who.ask('mutation($f: ID!, $id: ID!) { explainSuggestion(framingId: $f, id: $id, reason: "Jag bor där") { reason } }', { f: room.framingId, id });
  expect(code(await explain(olle))).toBe('suggestion/not-yours');
  expect((await explain(amina)).data.explainSuggestion).toEqual({ reason: 'Jag bor där' });
  expect(code(await explain(stranger))).toBe('alliance/not-taking-part');
  expect(await list(room, stranger)).toHaveLength(1);
});
