import { expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { Shared, told } from '../../test/sharedText.js';
import type { Hint } from './hints.js';

const sentence = 'Trapphuset är kallt och ingen vet varför det är så.';

function begun() {
  const shared = new Shared();
  const first = shared.copyFor('A');
  write(shared, 'A', first, (document) => document.getXmlFragment('text').push([paragraph(sentence)]));
  return { shared, a: first, b: shared.copyFor('B') };
}

function paragraph(words: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  return block;
}

const line = (document: Y.Doc, at = 0) => (document.getXmlFragment('text').get(at) as Y.XmlElement).get(0) as Y.XmlText;

function write(shared: Shared, who: string, document: Y.Doc, act: (document: Y.Doc) => void, hints: (document: Y.Doc) => Hint[] = () => []): void {
  const before = Y.encodeStateVector(document);
  document.transact(() => act(document));
  shared.hear(who, hints(document));
  shared.take(who, Y.encodeStateAsUpdate(document, before));
}

// As the editor divides a line: what comes after goes there, and comes anew below.
const divide = (at: number) => (document: Y.Doc) => {
  const text = line(document);
  const tail = text.toString().slice(at);
  text.delete(at, tail.length);
  document.getXmlFragment('text').insert(1, [paragraph(tail)]);
};

test.each([20, 49, sentence.length - 1])('[W6] whoever divides a line after %i characters takes none of it', (at) => {
  const { shared, b } = begun();
  write(shared, 'B', b, divide(at));
  expect(told(shared.content())).toEqual([`A:${sentence}`]);
  expect(told(shared.content(shared.byClient))).not.toEqual([`A:${sentence}`]);
});

test('[W6] what is undone is whose it was, also when the server has been started again meanwhile', () => {
  const { shared, b } = begun();
  const undo = new Y.UndoManager(b.getXmlFragment('text'), { captureTimeout: 0 });
  write(shared, 'B', b, () => line(b).delete(11, 9));
  shared.restart();
  for (const [act, is] of [['undo', sentence], ['redo', sentence.slice(0, 11) + sentence.slice(20)], ['undo', sentence]] as const) {
    const before = Y.encodeStateVector(b);
    undo[act]();
    shared.take('B', Y.encodeStateAsUpdate(b, before));
    expect(told(shared.content())).toEqual([`A:${is}`]);
  }
});

test('[W6] moved words keep their author, put in elsewhere in the same step or later', () => {
  const { shared, b } = begun();
  write(shared, 'B', b, () => {
    line(b).delete(14, 6);
    line(b).insert(0, 'kallt ');
  });
  expect(told(shared.content())).toEqual([`A:kallt Trapphuset är och ingen vet varför det är så.`]);
  write(shared, 'B', b, () => line(b).delete(21, 15));
  write(shared, 'B', b, () => b.getXmlFragment('text').push([paragraph('ch ingen vet va')]));
  expect(told(shared.content())).toEqual([expect.stringMatching(/^A:/)]);
});

test('[W6] what stands and is put in once more is a quotation; what is written by hand is whose hand it was', () => {
  const { shared, a, b } = begun();
  write(shared, 'B', b, () => b.getXmlFragment('text').push([paragraph('Som sagt: Trapphuset är kallt och ingen vet')]));
  expect(told(shared.content())).toEqual([`A:${sentence}`, 'B:Som sagt: ', 'A!:Trapphuset är kallt och ingen vet']);
  // One's own words are one's own wherever one puts them.
  Y.applyUpdate(a, Y.encodeStateAsUpdate(shared.document));
  write(shared, 'A', a, () => a.getXmlFragment('text').push([paragraph('ingen vet varför det är så.')]));
  expect(told(shared.content()).at(-1)).toBe('A:ingen vet varför det är så.');
  write(shared, 'B', b, () => line(b).delete(0, 10));
  for (const [at, letter] of [...'Trapphuset'].entries()) write(shared, 'B', b, () => line(b).insert(at, letter));
  expect(told(shared.content())[0]).toBe('B:Trapphuset');
});

test('[W6] of a word that is replaced in one step, the letters that stay the same stay whose they were', () => {
  const { shared, b } = begun();
  write(shared, 'B', b, () => {
    line(b).delete(0, 10);
    line(b).insert(0, 'Ett trapphus');
  });
  expect(told(shared.content())[0]).toBe('B:Ett t');
  expect(told(shared.content())[1]).toMatch(/^A:rapphus är/);
});

test('[W6] what a browser says is believed where the words are the same, and nowhere else', () => {
  const said = (document: Y.Doc, clock: number, length: number, from: Hint['from']): Hint => ({ client: document.clientID, clock, length, from });
  const start = (shared: Shared) => ({ client: [...shared.clients].find(([, actor]) => actor === 'A')?.[0] as number, clock: 2 });
  // Five letters, too few to be known without a word from the browser.
  const short = begun();
  write(short.shared, 'B', short.b, () => short.b.getXmlFragment('text').push([paragraph('kallt')]), () => [said(short.b, 2, 5, { ...start(short.shared), clock: 2 + 14 })]);
  expect(told(short.shared.content()).at(-1)).toBe('A!:kallt');
  const lied = begun();
  write(lied.shared, 'B', lied.b, () => lied.b.getXmlFragment('text').push([paragraph('varmt')]), () => [said(lied.b, 2, 5, { ...start(lied.shared), clock: 2 + 14 })]);
  expect(told(lied.shared.content()).at(-1)).toBe('B:varmt');
  // A word put together from single letters is nobody's quotation.
  const pieced = begun();
  const letter = (character: string) => 2 + sentence.indexOf(character);
  write(pieced.shared, 'B', pieced.b, () => pieced.b.getXmlFragment('text').push([paragraph('hatas')]), () =>
    [...'hatas'].map((character, at) => said(pieced.b, 2 + at, 1, { ...start(pieced.shared), clock: letter(character) })),
  );
  expect(told(pieced.shared.content()).at(-1)).toBe('B:hatas');
  // Nor do others' words become one's own by saying so.
  const stolen = begun();
  write(stolen.shared, 'B', stolen.b, () => stolen.b.getXmlFragment('text').push([paragraph('kallt')]));
  const own = { client: stolen.b.clientID, clock: 2 };
  write(stolen.shared, 'B', stolen.b, divide(20), (document) => [said(document, 9, 31, own), said(document, 0, 1_000_000, own), said(document, 9, 31, { client: 4, clock: 9e15 })]);
  expect(told(stolen.shared.content())[0]).toBe(`A:${sentence}`);
});

test('[W6] of a line that is made anew with other words put in it, every letter that stood there stays whose it was, if it stands in its order', () => {
  const anew = (words: string, from: readonly number[]) => {
    const { shared, b } = begun();
    const client = [...shared.clients].find(([, actor]) => actor === 'A')?.[0] as number;
    const act = () => {
      b.getXmlFragment('text').delete(0, 1);
      b.getXmlFragment('text').push([paragraph(words)]);
    };
    write(shared, 'B', b, act, () => from.flatMap((at, place) => (at < 0 ? [] : [{ client: b.clientID, clock: 2 + place, length: 1, from: { client, clock: 2 + at } }])));
    return told(shared.content());
  };
  // "är" of which the browser says that it stood so, in the midst of B's words.
  expect(anew('Nu är bra', [-1, -1, -1, 11, 12, -1, -1, -1, -1])).toEqual(['B:Nu ', 'A:är', 'B: bra']);
  expect(anew('Nu är', [-1, -1, -1, 11, 12])).toEqual(['B:Nu ', 'A:är']);
  // Letters from here and there, put together to another word: nobody but B has said it.
  const [h, a, t, s] = ['h', 'a', 't', 's'].map((letter) => sentence.indexOf(letter)) as [number, number, number, number];
  expect(anew('satah', [s, a, t, a, h])).toEqual(['B:satah']);
});

test('[W6] what was written and divided while offline keeps its authors when all of it arrives at once', () => {
  const { shared, a, b } = begun();
  const before = Y.encodeStateVector(b);
  b.transact(() => divide(20)(b));
  b.transact(() => line(b, 1).insert(0, 'Nej, '));
  write(shared, 'A', a, () => line(a).insert(0, 'Hela '));
  shared.take('B', Y.encodeStateAsUpdate(b, before));
  expect(told(shared.content())).toEqual([`A:Hela ${sentence.slice(0, 20)}`, 'B:Nej, ', `A:${sentence.slice(20)}`]);
});
