import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { refusalOf } from '../../test/alliances.js';
import { aDeskFor } from '../../test/desk.js';
import { installed } from '../../test/installed.js';
import type { Somebody } from '../../test/installation.js';
import { until, type Pen } from '../../test/room.js';
import { History } from '../writing/history.js';

const here = await installed();
const [amina, olle, stranger] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut')];
const aDesk = () => aDeskFor(here, [amina, olle]);

const DELETED = `query($id: ID!, $search: String) { framing(id: $id) {
  deletedTexts(search: $search) { edges { node { id text by { name } standsAgain pieces { text by { name } } clearing { state } } } }
  clearings { id state reason answer by { name } answeredBy { name } texts { text } } } }`;
const LINE = 'query($id: ID!) { framing(id: $id) { timeLine { head edges { node { by { name } at until steps { position at } } } } } }';
const PAST = 'query($id: ID!, $to: Side) { framing(id: $id) { comparison(to: $to) { paragraphs { pieces { text } } } } }';
const PROPOSE = 'mutation($id: ID!, $ids: [ID!]!, $reason: String!) { proposeClearing(framingId: $id, deletedIds: $ids, reason: $reason) { id state texts { text } } }';
const ANSWER = 'mutation($id: ID!, $agrees: Boolean!, $answer: String) { answerClearing(id: $id, agrees: $agrees, answer: $answer) { state answeredBy { name } } }';

const asks = async (who: Somebody, query: string, variables: Record<string, unknown>) => (await who.asks(query, variables)).framing;
const found = async (who: Somebody, id: string, search?: string) => ((await asks(who, DELETED, { id, search })).deletedTexts?.edges ?? []).map(({ node }: any) => node);
const lineOf = (pen: Pen) => (pen.document.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;

test('[V5] those who take part find what was taken away, by whom and whose it was, and put it back as a quotation; others find nothing', async () => {
  const desk = await aDesk();
  await desk.write(desk.pens[0], 'Trapphuset är kallt. ');
  // A text with words in bold, or with contributions on them, is tidied by Yjs in a step of its own.
  lineOf(desk.pens[0]).format(0, 20, { strong: {} });
  await until('in bold', () => desk.pens.every((pen) => pen.saved() && String(lineOf(pen)).includes('strong')));
  lineOf(desk.pens[1]).delete(0, 'Trapphuset '.length);
  await until('taken away', () => desk.pens.every((pen) => pen.saved() && !pen.words().includes('Trapphuset')));
  const [text, ...more] = await found(amina, desk.framingId);
  expect(more).toEqual([]);
  expect(text).toMatchObject({ text: 'Trapphuset ', by: { name: 'Olle' }, standsAgain: false, pieces: [{ text: 'Trapphuset ', by: { name: 'Amina' } }], clearing: null });
  expect(await found(olle, desk.framingId, 'trapp')).toHaveLength(1);
  expect(await found(olle, desk.framingId, 'hiss')).toEqual([]);
  for (const outside of [stranger, here.people.nobody()]) expect(await asks(outside, DELETED, { id: desk.framingId })).toEqual({ deletedTexts: null, clearings: null });

  const QUOTE = 'mutation($id: ID!) { quoteDeleted(id: $id) { reading { attributed } } }';
  expect(await refusalOf(stranger, QUOTE, { id: text.id })).toBe('alliance/not-taking-part');
  const { reading } = (await olle.asks(QUOTE, { id: text.id })).quoteDeleted;
  expect(JSON.stringify(reading.attributed)).toContain(JSON.stringify({ type: 'text', text: 'Trapphuset ', by: { actorId: amina.id, quoted: true } }));
  expect(await found(amina, desk.framingId)).toEqual([]);
  expect((await found(amina, desk.framingId, 'trapp'))[0].standsAgain).toBe(true);
  desk.leave();
});

test('[V5] what is taken away in two places is two texts, although it was written one after the other', async () => {
  const desk = await aDesk();
  const pen = desk.pens[0];
  await desk.write(pen, 'Emellan');
  const line = lineOf(pen);
  line.insert(line.length, ' Trappan');
  line.insert(0, 'Hissen ');
  await until('saved', pen.saved);
  line.delete(0, 'Hissen '.length);
  await until('saved', pen.saved);
  line.delete('Emellan'.length, ' Trappan'.length);
  await until('saved', pen.saved);
  expect((await found(amina, desk.framingId)).map(({ text }: any) => text)).toEqual([' Trappan', 'Hissen ']);
  desk.leave();
});

test('[V5] what stands in the text again is not listed as taken away, but found by whoever looks for it', async () => {
  const desk = await aDesk();
  const pen = desk.pens[0];
  await desk.write(pen, 'Trapphuset är kallt. Hissen står. ');
  const line = lineOf(pen);
  for (const words of ['Trapphuset är kallt.', 'Hissen står.']) {
    line.delete(line.toString().indexOf(words), words.length);
    await until('saved', pen.saved);
  }
  expect((await found(amina, desk.framingId)).map(({ text }: any) => text)).toEqual(['Hissen står.', 'Trapphuset är kallt.']);
  line.insert(0, 'Trapphuset är kallt.');
  await until('saved', pen.saved);
  expect((await found(amina, desk.framingId)).map(({ text }: any) => text)).toEqual(['Hissen står.']);
  expect((await found(amina, desk.framingId, 'trapphuset')).map(({ text, standsAgain }: any) => [text, standsAgain])).toEqual([['Trapphuset är kallt.', true]]);
  // What is listed is as much as was asked for, however much stands again.
  const page = (await asks(amina, 'query($id: ID!) { framing(id: $id) { deletedTexts(first: 1) { edges { node { text } } pageInfo { hasNextPage endCursor } } } }', { id: desk.framingId })).deletedTexts;
  expect(page).toMatchObject({ edges: [{ node: { text: 'Hissen står.' } }], pageInfo: { hasNextPage: false } });
  desk.leave();
});

test('[V6] others’ words are cleared when a second person agrees; then no row, state or list holds them, and the text and its time line stand', async () => {
  const desk = await aDesk();
  await desk.write(desk.pens[0], 'Grannen heter Namnsson. ');
  await desk.write(desk.pens[1], 'Det är kallt. ');
  // What is kept of a text besides its log, as it read then, and what was refused of it, holds them as well.
  await here.app.get(History).compact(desk.framingId);
  const stood = Buffer.from(Y.encodeStateAsUpdate(desk.pens[0].document));
  await here.db.query(`insert into collab_keyframe (document_id, seq, state) values ($1, 1, $2)`, [desk.framingId, stood]);
  await here.db.query(`insert into collab_quarantine (document_id, actor_id, update, reason) values ($1, $2, $3, 'writing/damaged')`, [desk.framingId, amina.id, stood]);
  {
    const held = desk.pens[1].document.getXmlFragment('text').toArray().find((block) => String(block).includes('Namnsson')) as Y.XmlElement;
    (held.get(0) as Y.XmlText).delete(0, 'Grannen heter Namnsson.'.length);
  }
  await until('taken away', () => desk.pens.every((pen) => pen.saved() && !pen.words().includes('Namnsson')));
  const [text] = await found(olle, desk.framingId);
  const asked = { id: desk.framingId, ids: [text.id], reason: 'Ett namn som inte ska stå här' };
  expect(await refusalOf(stranger, PROPOSE, asked)).toBe('alliance/not-taking-part');
  expect(await refusalOf(olle, PROPOSE, { ...asked, reason: ' ' })).toBe('framing/reason-needed');
  const { proposeClearing: proposal } = await olle.asks(PROPOSE, asked);
  expect(proposal).toMatchObject({ state: 'PROPOSED', texts: [{ text: 'Grannen heter Namnsson.' }] });
  expect(await refusalOf(amina, PROPOSE, asked)).toBe('clearing/nothing');
  expect(await refusalOf(olle, ANSWER, { id: proposal.id, agrees: true })).toBe('clearing/needs-another');
  expect(await refusalOf(stranger, ANSWER, { id: proposal.id, agrees: true })).toBe('alliance/not-taking-part');

  const holding = async () => {
    const { rows } = await here.db.query(
      `select (select count(*) from collab_update where document_id = $1 and position('Namnsson'::bytea in update) > 0) as log,
        (select count(*) from collab_snapshot where document_id = $1 and position('Namnsson'::bytea in state) > 0) as snapshots,
        (select count(*) from collab_keyframe where document_id = $1 and position('Namnsson'::bytea in state) > 0) as keyframes,
        (select count(*) from collab_quarantine where document_id = $1) as refused,
        (select count(*) from framing_deleted where framing_id = $1) as listed`,
      [desk.framingId],
    );
    return Object.values(rows[0] as Record<string, unknown>).map(Number);
  };
  expect(await holding()).toEqual([expect.any(Number), 1, 1, 1, 1]);
  expect((await holding())[0]).toBeGreaterThan(0);
  const position = String((await desk.head()) - 1);
  expect(JSON.stringify(await asks(amina, PAST, { id: desk.framingId, to: { position } }))).toContain('Namnsson');
  const before = [(await asks(amina, LINE, { id: desk.framingId })).timeLine, await desk.rows()];
  // While the answer waits for its turn, the log is put together anew: nothing of it is harmed, and the question stands.
  const held = await holding();
  const pause = await here.db.connect();
  await pause.query('begin');
  await pause.query('select 1 from framing_clearing where id = $1 for update', [proposal.id]);
  const answer = refusalOf(amina, ANSWER, { id: proposal.id, agrees: true });
  await until('it waits', async () => (await pause.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows.length > 0);
  await pause.query(`update collab_update set update = update || '\\x00'::bytea where document_id = $1`, [desk.framingId]);
  await pause.query('commit');
  pause.release();
  expect([await answer, await holding()]).toEqual(['fault', held]);
  expect((await asks(amina, DELETED, { id: desk.framingId })).clearings).toMatchObject([{ state: 'PROPOSED', texts: [{ text: 'Grannen heter Namnsson.' }] }]);
  expect((await amina.asks(ANSWER, { id: proposal.id, agrees: true })).answerClearing).toEqual({ state: 'CLEARED', answeredBy: { name: 'Amina' } });
  expect(await holding()).toEqual([0, 0, 0, 0, 0]);
  expect([(await asks(amina, LINE, { id: desk.framingId })).timeLine, await desk.rows()]).toEqual(before);
  expect(await desk.replayed()).toBe(desk.pens[0].words());
  // Nobody finds it any more by going back, and those who write go on as if nothing had happened.
  expect(JSON.stringify(await asks(amina, PAST, { id: desk.framingId, to: { position } }))).not.toContain('Namnsson');
  await desk.write(desk.pens[0], 'Vi skriver vidare. ');
  await desk.write(desk.pens[1], 'Det gör vi. ');
  expect(await desk.replayed()).toBe(desk.pens[1].words());
  expect((await asks(olle, DELETED, { id: desk.framingId })).clearings).toMatchObject([{ state: 'CLEARED', reason: 'Ett namn som inte ska stå här', by: { name: 'Olle' }, answeredBy: { name: 'Amina' }, texts: [] }]);
  expect(await refusalOf(amina, ANSWER, { id: proposal.id, agrees: false, answer: 'Nej' })).toBe('clearing/answered');
  desk.leave();
});

test('[V6] one’s own words go at once, and what a version holds is not cleared', async () => {
  const desk = await aDesk();
  await desk.write(desk.pens[0], 'Mitt telefonnummer. Det här fryses. ');
  await amina.asks('mutation($id: ID!) { nameVersion(framingId: $id, label: "Frusen") { id } }', { id: desk.framingId });
  await desk.write(desk.pens[0], 'Efteråt skrivet. ');
  const line = lineOf(desk.pens[0]);
  line.delete('Mitt telefonnummer. Det här fryses. '.length, 'Efteråt skrivet.'.length);
  await until('saved', desk.pens[0].saved);
  line.delete(0, 'Mitt telefonnummer.'.length);
  await until('saved', desk.pens[0].saved);
  const texts = await found(amina, desk.framingId);
  expect(texts.map(({ text }: any) => text)).toEqual(['Mitt telefonnummer.', 'Efteråt skrivet.']);
  expect(await refusalOf(amina, PROPOSE, { id: desk.framingId, ids: [texts[0].id], reason: 'Mitt eget' })).toBe('clearing/in-a-version');
  expect((await amina.asks(PROPOSE, { id: desk.framingId, ids: [texts[1].id], reason: 'Mitt eget' })).proposeClearing.state).toBe('CLEARED');
  expect(await found(amina, desk.framingId, 'Efteråt')).toEqual([]);
  desk.leave();
});
