import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { judge } from './guard.js';
import { openRoots } from './place.js';

const mine = 7;
const theirs = 8;
const owns = (client: number) => client === mine;

/** A text in which both have written, as the server holds it. */
function aText(): Y.Doc {
  const document = new Y.Doc();
  openRoots(document);
  for (const client of [mine, theirs]) {
    const pen = pick(document, client);
    block(pen, `ord av ${client}`);
    Y.applyUpdate(document, Y.encodeStateAsUpdate(pen));
  }
  return document;
}

/** Somebody's own copy. */
function pick(document: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc();
  openRoots(copy);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  copy.clientID = client;
  return copy;
}

function block(document: Y.Doc, words: string): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText(words);
  paragraph.insert(0, [text]);
  document.getXmlFragment('text').push([paragraph]);
  return text;
}

function withinA(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

/** The update that somebody's act makes. */
function act(document: Y.Doc, client: number, write: (copy: Y.Doc) => void): Uint8Array {
  const copy = pick(document, client);
  let update = new Uint8Array();
  copy.on('update', (bytes: Uint8Array) => (update = new Uint8Array(bytes)));
  copy.transact(() => write(copy));
  return update;
}

const codeOf = (document: Y.Doc, update: Uint8Array): string => {
  const verdict = judge(document, update, owns);
  return isRefusal(verdict) ? verdict.refused : verdict.clients.length > 0 || verdict.deletes ? 'new' : 'known';
};

/** A struct that says "removed" over a stretch of somebody's clock. */
function gone(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of [1, 1, client, clock]) encoding.writeVarUint(encoder, part);
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

test('[W3] the thirteen bytes that silence another writer are refused', () => {
  const document = aText();
  const attack = gone(theirs, Y.getState(document.store, theirs), 100_000);
  expect(attack.byteLength).toBeLessThan(14);
  expect(codeOf(document, attack)).toBe('writing/foreign-client');
  // And they do silence when they are let in: this is what the guard stands against.
  Y.applyUpdate(document, attack);
  const said = act(aText(), theirs, (copy) => block(copy, 'trapphuset är kallt'));
  Y.applyUpdate(document, said);
  expect(JSON.stringify(document.getXmlFragment('text'))).not.toContain('trapphuset');
});

describe('[W2] one writes under one’s own clients only', () => {
  test('[W2] one’s own words are new, and known when they come again', () => {
    const document = aText();
    const update = act(document, mine, (copy) => block(copy, 'mer'));
    expect(codeOf(document, update)).toBe('new');
    Y.applyUpdate(document, update);
    expect(codeOf(document, update)).toBe('known');
    expect(codeOf(document, Y.encodeStateAsUpdate(document))).toBe('known');
  });
  test('[W2] words under another’s client are refused, also among one’s own', () => {
    const document = aText();
    const foreign = act(document, theirs, (copy) => block(copy, 'jag lovar'));
    expect(codeOf(document, foreign)).toBe('writing/foreign-client');
    expect(codeOf(document, Y.mergeUpdates([foreign, act(document, mine, (copy) => block(copy, 'mitt'))]))).toBe('writing/foreign-client');
  });
  test('[F2] another’s words may be deleted: they are written together', () => {
    const document = aText();
    expect(codeOf(document, act(document, mine, (copy) => copy.getXmlFragment('text').delete(1, 1)))).toBe('new');
  });
});

describe('[W3] what does not fit is refused whole', () => {
  const document = aText();
  const anId = 'd2a9c4f0-0000-4000-8000-000000000001';
  const clock = Y.getState(document.store, mine);
  const paragraphOf = (copy: Y.Doc, at: number) => copy.getXmlFragment('text').get(at) as Y.XmlElement;
  test.each<[string, Uint8Array]>([
    ['a hole before it', gone(mine, clock + 1, 1)],
    ['an endless stretch', gone(mine, clock, 2 ** 50)],
    ['nothing at all', new Uint8Array(0)],
    ['noise', new Uint8Array([9, 9, 9, 9, 9])],
    ['deleting what nobody has written', deletes(theirs, 1_000, 5)],
    ['a root nobody knows', act(document, mine, (copy) => copy.getText('other').insert(0, 'x'))],
    ['words where only blocks stand', act(document, mine, (copy) => insertRaw(copy.getXmlFragment('text'), new Y.ContentString('x')))],
    ['words straight in a block', act(document, mine, (copy) => insertRaw(paragraphOf(copy, 0), new Y.ContentString('x')))],
    ['a document within the text', act(document, mine, (copy) => insertRaw(paragraphOf(copy, 0), new Y.ContentDoc(new Y.Doc())))],
    ['a block among words', act(document, mine, (copy) => insertRaw(paragraphOf(copy, 0).get(0) as Y.XmlText, new Y.ContentType(new Y.XmlElement('paragraph'))))],
    ['a list in a field', act(document, mine, (copy) => insertRaw(copy.getText('name'), new Y.ContentType(new Y.XmlElement('paragraph'))))],
    ['a block the editor does not know', act(document, mine, (copy) => copy.getXmlFragment('text').push([new Y.XmlElement('marquee')]))],
    ['words straight in a list', act(document, mine, (copy) => copy.getXmlFragment('text').push([withinA('bullet_list', new Y.XmlText('x'))]))],
    ['a list item on its own', act(document, mine, (copy) => copy.getXmlFragment('text').push([new Y.XmlElement('list_item')]))],
    ['a paragraph in a paragraph', act(document, mine, (copy) => paragraphOf(copy, 0).push([new Y.XmlElement('paragraph')]))],
    ['a mark nobody knows', act(document, mine, (copy) => (paragraphOf(copy, 0).get(0) as Y.XmlText).format(0, 2, { blink: {} }))],
    ['a mark of a passage that points at nothing', act(document, mine, (copy) => (paragraphOf(copy, 0).get(0) as Y.XmlText).format(0, 2, { contribution: { id: 'all of them' } }))],
    ['a mark of a passage that carries more than it should', act(document, mine, (copy) => (paragraphOf(copy, 0).get(0) as Y.XmlText).format(0, 2, { thread: { id: anId, by: 'Eva' } }))],
    ['a cell outside a row', act(document, mine, (copy) => copy.getXmlFragment('text').push([withinA('table', new Y.XmlElement('table_cell'))]))],
    ['a note among blocks', act(document, mine, (copy) => copy.getXmlFragment('text').push([withinA('footnote', new Y.XmlText('x'))]))],
    ['an attribute as large as a book', act(document, mine, (copy) => paragraphOf(copy, 0).setAttribute('a', 'x'.repeat(5_000)))],
    ['an element with a script for a name', act(document, mine, (copy) => copy.getXmlFragment('text').push([new Y.XmlElement('<script>')]))],
  ])('[W3] %s', (_name, update) => {
    expect(codeOf(document, update)).toMatch(/^writing\/(damaged|too-large)$/);
  });
  test('[W3] more than a megabyte', () => {
    expect(codeOf(document, act(document, mine, (copy) => block(copy, 'x'.repeat(1_100_000))))).toBe('writing/too-large');
  });
  test('[F2] name and bounds are written in the same text', () => {
    expect(codeOf(document, act(document, mine, (copy) => copy.getText('belongs').insert(0, 'trapphuset')))).toBe('new');
  });
  test('[F2] lists in lists, quotations and line breaks may stand', () => {
    const update = act(document, mine, (copy) => {
      const inner = withinA('bullet_list', withinA('list_item', withinA('paragraph', new Y.XmlText('innerst'))));
      const outer = withinA('ordered_list', withinA('list_item', withinA('paragraph', new Y.XmlText('ytterst'), new Y.XmlElement('hard_break')), inner));
      copy.getXmlFragment('text').insert(1, [withinA('blockquote', outer), withinA('paragraph', new Y.XmlText('efter'))]);
    });
    expect(codeOf(document, update)).toBe('new');
  });
  test('[F2] tables, pictures, notes and citations may stand', () => {
    const update = act(document, mine, (copy) => {
      const cell = (words: string) => withinA('table_cell', withinA('paragraph', new Y.XmlText(words)));
      const line = withinA('paragraph', new Y.XmlText('se'), withinA('footnote', new Y.XmlText('en not')), new Y.XmlElement('citation'));
      copy.getXmlFragment('text').push([withinA('table', withinA('table_row', cell('a'), cell('b'))), new Y.XmlElement('picture'), line]);
    });
    expect(codeOf(document, update)).toBe('new');
  });
  test('[F2] things of their own may stand on the same words', () => {
    const update = act(document, mine, (copy) => {
      const text = block(copy, 'kallt och mörkt');
      text.format(0, 9, { 'contribution--aB3+/9==': { id: anId } });
      text.format(6, 9, { 'contribution--cD4+/9==': { id: anId.replace('1', '2') }, thread: { id: anId } });
    });
    expect(codeOf(document, update)).toBe('new');
  });
  test('[F2] headings, marks and attributes may stand', () => {
    const update = act(document, mine, (copy) => {
      const text = block(copy, 'kallt och mörkt');
      text.format(0, 5, { strong: {} });
      (text.parent as Y.XmlElement).setAttribute('level', 2 as never);
    });
    expect(codeOf(document, update)).toBe('new');
  });
});

test('[W3] what is known already may not come again with a neighbour in the middle of a character', () => {
  const document = aText();
  const emoji = act(document, theirs, (copy) => block(copy, 'kallt 🥶 här'));
  Y.applyUpdate(document, emoji);
  const words = (document.getXmlFragment('text').get(2) as Y.XmlElement).get(0) as Y.XmlText;
  const { id } = words._start as Y.Item;
  // A word of theirs, as it is, only that it says to stand between the halves of what was there before it.
  const encoder = encoding.createEncoder();
  for (const part of [1, 1, theirs, Y.getState(document.store, theirs) - 1]) encoding.writeVarUint(encoder, part);
  encoding.writeUint8(encoder, 0x84);
  for (const part of [theirs, id.clock + 6]) encoding.writeVarUint(encoder, part);
  encoding.writeVarString(encoder, 'r');
  encoding.writeVarUint(encoder, 0);
  const attack = encoding.toUint8Array(encoder);
  expect(codeOf(document, attack)).toBe('writing/damaged');
  // And this is what it does: nothing new, and yet the character is gone.
  Y.applyUpdate(document, attack);
  expect(words.toString()).not.toContain('🥶');
});

test('[F2] two of one’s own clients that refer to each other are taken together', () => {
  const document = aText();
  const offline = pick(document, 21);
  const text = block(offline, 'på tåget');
  offline.clientID = 22;
  text.insert(3, 'det ');
  offline.clientID = 21;
  text.insert(7, 'sena ');
  const update = Y.encodeStateAsUpdate(offline, Y.encodeStateVector(document));
  const verdict = judge(document, update, (client) => client === 21 || client === 22);
  expect(isRefusal(verdict)).toBe(false);
  Y.applyUpdate(document, update);
  expect(document.store.pendingStructs).toBeNull();
  expect(JSON.stringify(document.getXmlFragment('text').toArray().map(String))).toContain('på det sena tåget');
});

test('[W3] thousands of damaged updates leave the text whole, nothing pending, and nothing thrown', () => {
  const rounds = process.env['LONG'] === '1' ? 160_000 : 4_000;
  const random = seeded(20_261_123);
  let document = aText();
  let taken = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Now and then from the beginning, so that a long run stays as quick as a short one.
    if (round % 200 === 0) document = aText();
    const good = act(document, mine, (copy) => someAct(copy, random));
    const bad = mutated(good, random);
    if (isRefusal(judge(document, bad, owns))) continue;
    taken += 1;
    Y.applyUpdate(document, bad);
    expect(document.store.pendingStructs).toBeNull();
    expect(document.store.pendingDs).toBeNull();
    const again = pick(document, 1);
    expect(again.getXmlFragment('text').toString()).toBe(document.getXmlFragment('text').toString());
    // The other can still be heard.
    const before = victimsWords(document);
    const said = act(document, theirs, (copy) => block(copy, `hörs ${round}`));
    Y.applyUpdate(document, said);
    expect(victimsWords(document)).toBe(before + 1);
  }
  expect(taken).toBeGreaterThan(0);
}, 3_000_000);

function victimsWords(document: Y.Doc): number {
  return (document.store.clients.get(theirs) ?? []).filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType && struct.content.type instanceof Y.XmlElement).length;
}

function someAct(copy: Y.Doc, random: () => number): void {
  const fragment = copy.getXmlFragment('text');
  const paragraph = fragment.get(Math.floor(random() * fragment.length)) as Y.XmlElement | undefined;
  const text = paragraph?.get(0) as Y.XmlText | undefined;
  const which = random();
  if (which < 0.3 || text === undefined) block(copy, 'kallt'.repeat(1 + Math.floor(random() * 3)));
  else if (which < 0.6) text.insert(Math.floor(random() * (text.length + 1)), 'å𝄞x');
  else if (which < 0.7 && text.length > 1) text.delete(0, 1);
  else if (which < 0.8) paragraph?.setAttribute('level', 2 as never);
  else if (which < 0.9 && text.length > 2) text.format(0, 2, { em: {} });
  else copy.getText('name').insert(0, 'n');
}

function mutated(update: Uint8Array, random: () => number): Uint8Array {
  const bytes = Uint8Array.from(update);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const at = Math.floor(random() * bytes.length);
    const which = random();
    if (which < 0.5) bytes[at] = Math.floor(random() * 256);
    else if (which < 0.8) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else return bytes.slice(0, at);
  }
  return bytes;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function deletes(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, part);
  return encoding.toUint8Array(encoder);
}

/** Puts any content at the start of any type, as an own client can. */
function insertRaw(type: Y.AbstractType<any>, content: unknown): void {
  const document = type.doc as Y.Doc;
  document.transact((transaction) => {
    const id = Y.createID(document.clientID, Y.getState(document.store, document.clientID));
    new Y.Item(id, null, null, type._start, type._start?.id ?? null, type as never, null, content as never).integrate(transaction, 0);
  });
}
