import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { anAlliance, joins, refusalOf, type Stood } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import type { Somebody } from '../../test/installation.js';
import { open, until, type Pen } from '../../test/room.js';
import { statementsDuring } from '../../test/statements.js';
import { Engine } from '../writing/engine.js';

const here = await installed();
const amina = await here.people.aResident('Amina');
const olle = await here.people.anOfficial('Olle');
const rut = await here.people.aResearcher('Rut');

const GIVE = 'mutation($input: Give!) { give(input: $input) { id } }';
const CITE = 'mutation($f: ID!, $c: ID!, $a: JSON!) { cite(framingId: $f, contributionId: $c, anchor: $a) { id } }';
const REST = 'mutation($f: ID!, $c: ID!, $a: JSON!, $s: Stance!) { restOn(framingId: $f, contributionId: $c, anchor: $a, stance: $s) { id line stances { id } } }';
const CITED = 'query($id: ID!) { framing(id: $id) { cited { contribution { id } quote line lastLine } } }';
const BASIS = 'query($id: ID!) { framing(id: $id) { basis { id contribution { id } quote removed line stances { id stance by { id } capacity rights { verb may } } } } }';
const STANDS = 'query($id: ID!) { contribution(id: $id) { passage { quote removed } stands { framing { id } quote removed } } }';

async function opens(who: Somebody, stood: Stood, name = 'Kyla'): Promise<string> {
  return (await who.asks('mutation($id: ID!, $name: String!) { openFraming(input: { problemId: $id, name: $name }) { id } }', { id: stood.problemId, name })).openFraming.id;
}

async function writes(framingId: string, ...lines: string[]): Promise<Pen> {
  const pen = open(here.url, amina, framingId);
  await until('in', pen.saved);
  pen.document.transact(() => {
    for (const line of lines) {
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText(line)]);
      pen.document.getXmlFragment('text').push([block]);
    }
  });
  await until('saved', pen.saved);
  return pen;
}

async function anchors(framingId: string): Promise<{ quote: string; anchor: unknown; line: number }[]> {
  return (await amina.asks('query($id: ID!) { framing(id: $id) { paragraphs { quote anchor line } } }', { id: framingId })).framing.paragraphs;
}

async function gives(who: Somebody, allianceId: string, more: Record<string, unknown> = {}): Promise<string> {
  return (await who.asks(GIVE, { input: { allianceId, text: 'Det drar', kinds: ['FAMILIARITY'], howKnown: ['LIVED'], ...more } })).give.id;
}

const textOf = (pen: Pen, line: number) => (pen.document.getXmlFragment('text').get(line) as Y.XmlElement).get(0) as Y.XmlText;
const cited = async (framingId: string) => (await amina.asks(CITED, { id: framingId })).framing.cited.map((one: any) => [one.contribution.id, one.quote, one.line]);

const stood = await anAlliance(amina);
await joins(olle, stood.code);

test('[C11] marking a passage makes it a contribution, others lie over it, and the one taking part only may do it', async () => {
  const framingId = await opens(amina, stood);
  const pen = await writes(framingId, 'Det är kallt.', 'Ingen har mätt.');
  const [cold, measured] = await anchors(framingId);
  const first = await gives(amina, stood.id, { framingId, text: 'Det är kallt.', anchor: cold?.anchor, quote: cold?.quote });
  expect(await cited(framingId)).toEqual([[first, 'Det är kallt.', 0]]);
  const other = await gives(olle, stood.id);
  await olle.asks(CITE, { f: framingId, c: other, a: measured?.anchor });
  await olle.asks(CITE, { f: framingId, c: other, a: cold?.anchor });
  expect(await cited(framingId)).toEqual([[first, 'Det är kallt.', 0], [other, 'Det är kallt.\nIngen har mätt.', 0]]);
  await until('whoever writes there sees the marks', () => pen.words().includes(first) && pen.words().includes(other));
  expect(await refusalOf(rut, CITE, { f: framingId, c: other, a: cold?.anchor })).toBe('alliance/not-taking-part');
  expect(await refusalOf(here.people.nobody(), CITE, { f: framingId, c: other, a: cold?.anchor })).toBe('session/none');
  expect(await refusalOf(olle, CITE, { f: framingId, c: other, a: { start: null, end: 7 } })).toBe('passage/gone');
  await olle.asks('mutation($f: ID!, $c: ID!) { uncite(framingId: $f, contributionId: $c) { id } }', { f: framingId, c: other });
  expect(await cited(framingId)).toEqual([[first, 'Det är kallt.', 0]]);
  pen.destroy();
});

test('[C7] a passage that is removed says so with its words as they stood, is never found again by likeness, and comes back when the mark does', async () => {
  const framingId = await opens(amina, stood);
  const pen = await writes(framingId, 'Det är kallt.');
  const [cold] = await anchors(framingId);
  const id = await gives(amina, stood.id, { framingId, anchor: cold?.anchor, quote: cold?.quote });
  await until('marked', () => pen.words().includes(id));
  textOf(pen, 0).insert(7, 'mycket ');
  await until('saved', pen.saved);
  const now = async () => (await amina.asks(STANDS, { id })).contribution;
  expect(await now()).toEqual({ passage: { quote: 'Det är kallt.', removed: false }, stands: [{ framing: { id: framingId }, quote: 'Det är mycket kallt.', removed: false }] });
  const delta = textOf(pen, 0).toDelta();
  pen.document.getXmlFragment('text').delete(0, 1);
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText('Det är mycket kallt.')]);
  pen.document.getXmlFragment('text').push([block]);
  await until('saved', pen.saved);
  expect(await now()).toEqual({ passage: { quote: 'Det är kallt.', removed: true }, stands: [{ framing: { id: framingId }, quote: 'Det är mycket kallt.', removed: true }] });
  // As undoing or pasting brings the words back: with their mark.
  const again = new Y.XmlElement('paragraph');
  again.insert(0, [new Y.XmlText()]);
  pen.document.getXmlFragment('text').push([again]);
  (again.get(0) as Y.XmlText).applyDelta(delta);
  await until('saved', pen.saved);
  expect((await now()).stands).toEqual([{ framing: { id: framingId }, quote: 'Det är mycket kallt.', removed: false }]);
  expect(await cited(framingId)).toEqual([[id, 'Det är mycket kallt.', 1]]);
  pen.destroy();
});

test('[C11 C12] copied to another framing the id goes along; in another alliance it shows nothing', async () => {
  const framingId = await opens(amina, stood);
  const pen = await writes(framingId, 'Det är kallt.');
  const [cold] = await anchors(framingId);
  const id = await gives(amina, stood.id, { framingId, anchor: cold?.anchor, quote: cold?.quote });
  await until('marked', () => pen.words().includes(id));
  const delta = textOf(pen, 0).toDelta();
  const elsewhere = await anAlliance(amina, { name: 'En annan' });
  const [second, foreign] = [await opens(amina, stood, 'Drag'), await opens(amina, elsewhere)];
  for (const target of [second, foreign]) {
    const other = await writes(target, '');
    textOf(other, 0).applyDelta([...delta, { insert: ' påhittat', attributes: { 'contribution--AAAAAAAA': { id: '0b6a7f0e-6a39-4c53-9c3e-0d2f3a4b5c6d' } } }]);
    await until('saved', other.saved);
    other.destroy();
  }
  const { contribution } = await amina.asks(STANDS, { id });
  expect(contribution.stands.map((one: any) => [one.framing.id, one.removed])).toEqual([[framingId, false], [second, false]]);
  expect(await cited(second)).toEqual([[id, 'Det är kallt.', 0]]);
  expect(await cited(foreign)).toEqual([]);
  // Nor does the contribution say that it stands there, once that text has been read.
  expect((await amina.asks(STANDS, { id })).contribution.stands.map((one: any) => one.framing.id)).toEqual([framingId, second]);
  const strange = (await anchors(foreign))[0]?.anchor;
  for (const [act, more] of [[CITE, {}], [REST, { s: 'SUPPORTS' }]] as const) {
    expect(await refusalOf(amina, act, { f: foreign, c: id, a: strange, ...more })).toBe('not-found');
    expect(await refusalOf(amina, act, { f: id, c: framingId, a: cold?.anchor, ...more })).toBe('not-found');
    expect(await refusalOf(amina, act, { f: 'x', c: 'y', a: {}, ...more })).toBe('not-found');
  }
  // What is withdrawn shows nothing, in no text, and is taken out of them.
  await amina.asks('mutation($id: ID!) { withdraw(id: $id) { id } }', { id });
  expect([await cited(framingId), await cited(second)]).toEqual([[], []]);
  expect((await amina.asks(STANDS, { id })).contribution).toEqual({ passage: null, stands: [] });
  await until('taken out of the text', () => !pen.words().includes(id));
  expect((await here.db.query('select 1 from passage where contribution_id = $1', [id])).rowCount).toBe(0);
  expect(await refusalOf(amina, CITE, { f: framingId, c: id, a: cold?.anchor })).toBe('not-found');
  pen.destroy();
});

test('[C11] what was given while the process died is put on its words when somebody asks, by the very characters or not at all', async () => {
  const framingId = await opens(amina, stood);
  const pen = await writes(framingId, 'Det är kallt.', 'Ingen har mätt.');
  const [cold, measured] = await anchors(framingId);
  const [one, two] = [await gives(amina, stood.id, { framingId, anchor: cold?.anchor, quote: cold?.quote }), await gives(olle, stood.id, { framingId, anchor: measured?.anchor, quote: measured?.quote })];
  // As it stands between the act and the mark, and as what was given before there were marks.
  for (const id of [one, two]) await amina.asks('mutation($f: ID!, $c: ID!) { uncite(framingId: $f, contributionId: $c) { id } }', { f: framingId, c: id });
  await until('unmarked', () => !pen.words().includes(one) && !pen.words().includes(two));
  pen.document.getXmlFragment('text').delete(1, 1);
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText('Ingen har mätt.')]);
  pen.document.getXmlFragment('text').push([block]);
  await until('saved', pen.saved);
  await here.db.query(`insert into passage_waiting (framing_id, mark, thing_id, anchor) select framing_id, 'contribution', id, anchor from contribution where id = any($1)`, [[one, two]]);
  expect(await cited(framingId)).toEqual([[one, 'Det är kallt.', 0]]);
  expect((await amina.asks(STANDS, { id: two })).contribution.passage).toEqual({ quote: 'Ingen har mätt.', removed: true });
  expect((await here.db.query('select 1 from passage_waiting where framing_id = $1', [framingId])).rowCount).toBe(0);
  pen.destroy();
});

test('[C13] several people say what a contribution does to a passage; all of it is kept, and each takes back only their own', async () => {
  const framingId = await opens(amina, stood);
  const pen = await writes(framingId, 'Det är kallt.', 'Ingen har mätt.');
  const [cold, measured] = await anchors(framingId);
  const [late, early] = [await gives(olle, stood.id), await gives(amina, stood.id)];
  const { restOn } = await olle.asks(REST, { f: framingId, c: late, a: measured?.anchor, s: 'CHALLENGES' });
  expect(restOn.line).toBe(1);
  const supported = (await amina.asks(REST, { f: framingId, c: early, a: cold?.anchor, s: 'SUPPORTS' })).restOn;
  await amina.asks('mutation($id: ID!) { sayStance(basisId: $id, stance: NUANCES) { id } }', { id: restOn.id });
  expect(await refusalOf(amina, 'mutation($id: ID!) { sayStance(basisId: $id, stance: NUANCES) { id } }', { id: restOn.id })).toBe('passage/said');
  expect(await refusalOf(rut, 'mutation($id: ID!) { sayStance(basisId: $id, stance: NUANCES) { id } }', { id: restOn.id })).toBe('alliance/not-taking-part');
  const shown = async () => (await amina.asks(BASIS, { id: framingId })).framing.basis;
  expect((await shown()).map((one: any) => [one.contribution.id, one.line, one.removed, one.stances.map((said: any) => [said.stance, said.by.id, said.capacity])])).toEqual([
    [early, 0, false, [['SUPPORTS', amina.id, 'RESIDENT']]],
    [late, 1, false, [['CHALLENGES', olle.id, 'OFFICIAL'], ['NUANCES', amina.id, 'RESIDENT']]],
  ]);
  const [, { stances }] = await shown();
  expect(stances.map((said: any) => said.rights[0].may)).toEqual([false, true]);
  const TAKE = 'mutation($id: ID!) { takeBackStance(id: $id) { id } }';
  expect(await refusalOf(amina, TAKE, { id: stances[0].id })).toBe('passage/not-yours');
  await amina.asks(TAKE, { id: stances[1].id });
  expect(await refusalOf(amina, TAKE, { id: stances[1].id })).toBe('not-found');
  // The last word about it is taken back: the passage rests on it no more, in the text neither.
  await amina.asks(TAKE, { id: supported.stances[0].id });
  expect((await shown()).map((one: any) => one.contribution.id)).toEqual([late]);
  await until('unmarked', () => !pen.words().includes(supported.id));
  pen.document.getXmlFragment('text').delete(1, 1);
  await until('saved', pen.saved);
  expect(await shown()).toMatchObject([{ quote: 'Ingen har mätt.', removed: true, line: null }]);
  pen.destroy();
});

test('[C13 L2] whoever has left a closed alliance takes back what they said of a passage, and gets nothing to read by it', async () => {
  const closed = await anAlliance(amina, { name: 'Stängd', visibility: 'CLOSED' });
  await joins(olle, closed.code);
  const framingId = await opens(amina, closed, 'Hemlig bild');
  const pen = await writes(framingId, 'Det är hemligt.');
  const [secret] = await anchors(framingId);
  const id = await gives(amina, closed.id);
  await amina.asks(REST, { f: framingId, c: id, a: secret?.anchor, s: 'SUPPORTS' });
  const [{ id: basisId }] = (await amina.asks(BASIS, { id: framingId })).framing.basis;
  const { sayStance } = await olle.asks('mutation($id: ID!) { sayStance(basisId: $id, stance: NUANCES) { stances { id by { id } } } }', { id: basisId });
  await olle.asks('mutation($id: ID!) { leave(allianceId: $id) { id } }', { id: closed.id });
  const mine = sayStance.stances.find((said: any) => said.by.id === olle.id).id;
  const answer = await olle.ask('mutation($id: ID!) { takeBackStance(id: $id) { name reading { plain } basis { quote } } }', { id: mine });
  expect(answer).toEqual({ data: { takeBackStance: null } });
  expect((await amina.asks(BASIS, { id: framingId })).framing.basis[0].stances.map((said: any) => said.by.id)).toEqual([amina.id]);
  pen.destroy();
});

test('[C14] contributions that no framing uses are found', async () => {
  const alone = await anAlliance(amina, { name: 'För sig' });
  const framingId = await opens(amina, alone);
  const pen = await writes(framingId, 'Det är kallt.');
  const [cold] = await anchors(framingId);
  const [unused, cites, rests] = [await gives(amina, alone.id), await gives(amina, alone.id), await gives(amina, alone.id)];
  await amina.asks(CITE, { f: framingId, c: cites, a: cold?.anchor });
  await amina.asks(REST, { f: framingId, c: rests, a: cold?.anchor, s: 'SUPPORTS' });
  const LIST = 'query($id: ID!) { alliance(id: $id) { contributions(first: 10, filter: { unused: true }) { total edges { node { id } } } } }';
  const found = async () => (await amina.asks(LIST, { id: alone.id })).alliance.contributions;
  expect(await found()).toEqual({ total: 1, edges: [{ node: { id: unused } }] });
  pen.document.getXmlFragment('text').delete(0, 1);
  await until('saved', pen.saved);
  expect((await found()).total).toBe(3);
  pen.destroy();
});

test('[C11] what stands on a text takes as many statements with ten of them as with two', async () => {
  const alone = await anAlliance(amina, { name: 'Många' });
  const framingId = await opens(amina, alone);
  const pen = await writes(framingId, 'Det är kallt.');
  const [cold] = await anchors(framingId);
  const rest = async (times: number) => {
    for (let at = 0; at < times; at += 1) {
      const id = await gives(amina, alone.id, { framingId, anchor: cold?.anchor, quote: cold?.quote });
      await amina.asks(REST, { f: framingId, c: id, a: cold?.anchor, s: 'SUPPORTS' });
    }
  };
  // Each by itself: asked for at once, both now and then meet in one statement for the people they name.
  const parts = ['cited { contribution { id authors { actor { id } } stands { framing { id } } passage { removed } } }', 'basis { contribution { id kinds } stances { by { id } rights { may } } }'];
  pen.destroy();
  const least = async () => {
    // A text that is still open has statements of its own.
    await until('the text is closed', () => here.app.get(Engine).hocuspocus.documents.size === 0);
    const counts: number[] = [];
    // What the server does by itself meanwhile is counted along; the least is the page's own.
    for (let at = 0; at < 6; at += 1) counts.push(await once());
    return Math.min(...counts);
  };
  const once = async () => {
    let sum = 0;
    for (const part of parts) sum += await statementsDuring(() => amina.asks(`query($id: ID!) { framing(id: $id) { ${part} } }`, { id: framingId }));
    return sum;
  };
  await rest(2);
  const few = await least();
  await rest(8);
  expect(await least()).toBe(few);
});
