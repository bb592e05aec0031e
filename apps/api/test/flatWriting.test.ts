import { expect, test } from '@jest/globals';
import { parse, Kind } from 'graphql';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { Writing } from '../src/writing/writing.js';
import { anAlliance, joins } from './alliances.js';
import { rootFields } from './contract.js';
import type { Somebody } from './installation.js';
import { installed } from './installed.js';
import { lineIn, suggested } from './suggesting.js';

const here = await installed();
const writing = here.app.get(Writing, { strict: false });
const forming = await here.people.anOfficial('Olle');
const writer = await here.people.aResident('Amina');
const stood = await anAlliance(forming, { visibility: 'CLOSED' });
await joins(writer, stood.code);

// Alike in everything but capacity, title, having an address, having formed the alliance and coordinating it.
const everyone: Somebody[] = [forming];
for (const capacity of ['RESEARCHER', 'OFFICIAL', 'RESIDENT', null] as const) {
  for (const title of ['', 'Professor ']) {
    const guest = here.people.nobody();
    await guest.asks('mutation($code: String!, $name: String!, $capacity: Capacity) { joinByCode(code: $code, name: $name, speaking: { capacity: $capacity }) { id } }', { code: stood.code, name: `${title}Kim`, capacity });
    everyone.push(guest);
  }
}
await everyone[1]?.asks('mutation($id: ID!) { takeOnCoordinating(allianceId: $id) { id } }', { id: stood.id });

const insert = async (sql: string, values: unknown[]): Promise<string> => (await here.db.query(`${sql} returning id`, values)).rows[0].id;
const framing = await insert('insert into framing (alliance_id, problem_id, name) values ($1, $2, $3)', [stood.id, stood.problemId, 'Kyla']);
const write = (change: (document: Y.Doc) => void) => writing.apply(framing, change, writer.id, 'SYSTEM');
const line = (words: string, marks: object = {}) => {
  const block = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  text.insert(0, words, marks);
  block.insert(0, [text]);
  return block;
};

// A thing for each of them to do something with: of others, so that nothing is anybody's own.
const ids = () => everyone.map(() => randomUUID());
const [accepted, declined] = [ids(), ids()];
await write((document) => document.getXmlFragment('text').push([line('Det är kallt.'), ...everyone.map((_one, at) => line(`Ett namn: ${'Namnsson'.repeat(at + 1)}.`))]));
for (const at of everyone.keys()) await write((document) => lineIn(document, at + 1).delete(0, 'Ett namn: '.length + 8 * (at + 1)));
await write((document) => document.getXmlFragment('text').push([...accepted, ...declined].map((id) => line('Det drar.', suggested('insertion', id)))));
const contribution = await insert(`insert into contribution (alliance_id, text, kinds, how_known) values ($1, 'Det drar', '{}', '{}')`, [stood.id]);
const anchor = (await forming.asks('query($id: ID!) { framing(id: $id) { paragraphs { anchor } } }', { id: framing })).framing.paragraphs[0].anchor;
const deleted = (await forming.asks('query($id: ID!) { framing(id: $id) { deletedTexts(first: 50) { edges { node { id } } } } }', { id: framing })).framing.deletedTexts.edges.map((edge: any) => edge.node.id);
const each = (sql: string, values: unknown[] = []) => Promise.all(everyone.map(() => insert(sql, values)));
const threads = await each('insert into thread (alliance_id, framing_id, opened_by_id) values ($1, $2, $3)', [stood.id, framing, writer.id]);
const sources = await each(`insert into source (framing_id, title) values ($1, 'En bok')`, [framing]);
const version = (await writer.asks('mutation($id: ID!) { nameVersion(framingId: $id, label: "Nu", position: "1") { id } }', { id: framing })).nameVersion.id;
const content = '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Det är kallt"}]}]}';
const files = () => each(`insert into bringing (alliance_id, file_name, format, content) values ($1, 'a.md', 'MARKDOWN', $2)`, [stood.id, content]);
const [asFraming, asContributions] = [await files(), await files()];
const given = await each(`insert into contribution (alliance_id, text, kinds, how_known) values ($1, 'Det drar', '{}', '{}')`, [stood.id]);
const posts = await each('insert into thread_post (thread_id, text, said_by_id) values ($1, $2, $3)', [threads[0], 'Hej', writer.id]);
const questions = await each(`insert into question (contribution_id, about, text, kinds) values ($1, 'CLAIM', 'Hur?', '{}')`, [contribution]);
const [hidings, asides]: [string[], string[]] = [[], []];
const clearings: string[] = [];
const bases: string[] = [];

/** What each of them does, in this order; whoever is asked by number does it with a thing of their own number. */
const acts: Record<string, (at: number) => Record<string, unknown>> = {
  suggest: () => ({ framingId: framing, id: randomUUID() }),
  acceptSuggestions: (at) => ({ framingId: framing, ids: [accepted[at]] }),
  declineSuggestions: (at) => ({ framingId: framing, ids: [declined[at]], answer: 'Det stämmer inte' }),
  cite: () => ({ framingId: framing, contributionId: contribution, anchor }),
  uncite: () => ({ framingId: framing, contributionId: contribution }),
  restOn: () => ({ framingId: framing, contributionId: contribution, anchor, stance: 'SUPPORTS' }),
  sayStance: (at) => ({ basisId: bases[at], stance: 'NUANCES' }),
  openThread: () => ({ input: { framingId: framing, text: 'Hur menar ni?' } }),
  reply: (at) => ({ input: { threadId: threads[at], text: 'Så här' } }),
  resolveThread: (at) => ({ id: threads[at], note: 'Klart' }),
  reopenThread: (at) => ({ id: threads[at], reason: 'Mer' }),
  nameVersion: () => ({ framingId: framing, label: 'Efter mötet' }),
  relabelVersion: (at) => ({ id: version, label: `Före möte ${at}` }),
  quoteDeleted: (at) => ({ id: deleted[at] }),
  proposeClearing: (at) => ({ framingId: framing, deletedIds: [deleted[at]], reason: 'Ett namn' }),
  // Somebody else’s than the one they have asked for themselves.
  answerClearing: (at) => ({ id: clearings[(at + 1) % everyone.length], agrees: true }),
  restoreText: () => ({ framingId: framing, position: '1', reason: 'Det var klarare' }),
  bringAsFraming: (at) => ({ id: asFraming[at], problemId: stood.problemId, name: 'En bild' }),
  bringAsContributions: (at) => ({ id: asContributions[at], picks: [{ number: 1, kinds: [], howKnown: [] }] }),
  undoBringing: (at) => ({ id: asContributions[at] }),
  addSource: () => ({ framingId: framing, source: { title: 'En annan bok' } }),
  correctSource: (at) => ({ id: sources[at], source: { title: 'Samma bok' } }),
  takeOutSource: (at) => ({ id: sources[at] }),
  hideQuestion: (at) => ({ id: questions[at], reason: 'Fel' }),
  hideSuggestion: (at) => ({ framingId: framing, id: declined[at], reason: 'Fel' }),
  hideContribution: (at) => ({ id: given[at], reason: 'Fel' }),
  showAgain: (at) => ({ id: hidings[(at + 1) % everyone.length], reason: 'Det går bra' }),
  hidePost: (at) => ({ id: posts[at], reason: 'Fel' }),
  askAside: (at) => ({ id: asides[at], cause: 'THREAT' }),
  agreeAside: (at) => ({ id: asides[(at + 1) % everyone.length] }),
};
// What is done with one’s own alone is held where each of them is.
const ofOnesOwn = ['explainSuggestion', 'withdrawSuggestion', 'takeBackStance', 'takeBack', 'readMention', 'answerHiding', 'eraseHidden'];

function mutationsIn(...slices: string[]): string[] {
  const folder = join(import.meta.dirname, '../src');
  const written = slices.flatMap((slice) => readdirSync(join(folder, slice)).filter((name) => name.endsWith('.graphql')).map((name) => readFileSync(join(folder, slice, name), 'utf8')));
  return written.flatMap((text) => parse(text).definitions.flatMap((one) => (one.kind === Kind.OBJECT_TYPE_EXTENSION && one.name.value === 'Mutation' ? (one.fields ?? []).map(({ name }) => name.value) : [])));
}

test('[R1] every act on a text that is written together is tried by people of every capacity, title and task', () => {
  const known = [...Object.keys(acts), ...ofOnesOwn, 'openFraming', 'reframe'].sort();
  expect(mutationsIn('suggestion', 'passage', 'talk', 'versions', 'bringing', 'framing', 'moderation').filter((name) => name !== 'nameProblem').sort()).toEqual(known);
});

for (const [name, given] of Object.entries(acts)) {
  test(`[R1] ${name}: anyone taking part may, whatever their capacity, title or task`, async () => {
    const question = rootFields().find((field) => field.name === `Mutation.${name}`)?.question.replace('{ __typename }', '{ id }') ?? '';
    const answers = [];
    for (const [at, who] of everyone.entries()) answers.push(await who.ask(question, given(at)));
    expect(answers.map(({ errors }) => errors)).toEqual(everyone.map(() => undefined));
    if (name === 'proposeClearing') clearings.push(...answers.map(({ data }) => data.answer.id));
    if (name === 'hideContribution') hidings.push(...answers.map(({ data }) => data.answer.id));
    if (name === 'hidePost') asides.push(...answers.map(({ data }) => data.answer.id));
    if (name === 'restOn') bases.push(...answers.map(({ data }) => data.answer.id));
  });
}

test('[R1] afterwards all of it is read alike by everyone, and what may be done with it is the same', async () => {
  const READ = `query($id: ID!) { suggestionsOf(framingId: $id) { id state settledBy { id } rights { verb may } } framing(id: $id) {
    rights { verb may whyNot } basis { id stances { id } } threads(first: 50) { edges { node { id rights { verb may } } } } sources { id }
    versions(first: 50) { edges { node { id label rights { verb may } } } } clearings { id state rights { verb may } } } }`;
  const seen = await Promise.all(everyone.map(async (who) => (await who.asks(READ, { id: framing }))));
  const notOwn = (one: any) => JSON.stringify({ ...one, suggestionsOf: one.suggestionsOf.filter((shown: any) => shown.state !== 'OPEN') });
  expect(new Set(seen.map(notOwn)).size).toBe(1);
  expect(seen[0].suggestionsOf.map(({ state }: any) => state).sort()).toEqual([...accepted.map(() => 'ACCEPTED'), ...declined.map(() => 'DECLINED')]);
  expect(seen[0].framing.clearings.every(({ state }: any) => state === 'CLEARED')).toBe(true);
});
