import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { openRoots } from '../src/writing/place.js';

/** Chance that is the same every time. */
export type Random = () => number;

export const mine = 7;
export const theirs = 8;
const anId = 'd2a9c4f0-0000-4000-8000-000000000001';

/** A text with all a text may hold, in which both have written. */
export function aFullText(): Y.Doc {
  const document = new Y.Doc();
  openRoots(document);
  document.clientID = theirs;
  document.transact(() => {
    const cell = (words: string) => within('table_cell', within('paragraph', words));
    document.getXmlFragment('text').push([
      within('paragraph', 'trapphuset är kallt'),
      within('bullet_list', within('list_item', within('paragraph', 'en lista'))),
      within('table', within('table_row', cell('a'), cell('b'))),
      within('picture'),
      within('paragraph', 'se noten', within('footnote', 'en not'), within('citation')),
    ]);
    wordsAt(document, 0).format(0, 10, { 'contribution--aB3+/9==': { id: anId }, strong: {} });
    document.getText('belongs').insert(0, 'trapphuset');
  });
  document.clientID = mine;
  document.transact(() => document.getXmlFragment('text').push([within('paragraph', 'och mörkt')]));
  document.clientID = 3;
  return document;
}

/** What an honest writer does, of every sort. */
export function someAct(copy: Y.Doc, random: Random): void {
  const below = (most: number) => Math.floor(random() * most);
  const fragment = copy.getXmlFragment('text');
  const text = wordsAt(copy, 0);
  const acts: (() => void)[] = [
    () => fragment.insert(below(fragment.length + 1), [within('paragraph', 'kallt'.repeat(1 + below(3)))]),
    () => text.insert(below(text.length + 1), 'å𝄞x'),
    () => text.delete(0, Math.min(2, text.length)),
    () => text.format(0, Math.min(5, text.length), { em: {} }),
    () => text.format(0, Math.min(6, text.length), { [`${['contribution', 'thread', 'insertion', 'deletion'][below(4)]}--aB3+/9==`]: { id: anId } }),
    () => text.format(0, Math.min(4, text.length), { link: { href: 'https://exempel.se/' } }),
    () => copy.getText('name').insert(0, 'n'),
    () => fragment.push([within('table', within('table_row', within('table_cell', within('paragraph', 'c'))))]),
    () => fragment.push([within('paragraph', 'not', within('footnote', 'f'), within('citation'))]),
    () => fragment.push([within('picture')]),
    () => (fragment.get(0) as Y.XmlElement).setAttribute('level', 2 as never),
    () => (fragment.get(fragment.length - 1) as Y.XmlElement).setAttribute('media', 'x'),
    () => fragment.delete(fragment.length - 1, 1),
    () => within('paragraph'),
  ];
  acts[below(acts.length)]?.();
}

/** What somebody hostile writes under their own client that no editor would. */
export function someMischief(copy: Y.Doc, random: Random): void {
  const below = (most: number) => Math.floor(random() * most);
  const fragment = copy.getXmlFragment('text');
  const text = wordsAt(copy, 0);
  const names = ['script', 'table_row', 'table_cell', 'list_item', 'marquee', 'picture', 'footnote', 'citation', 'paragraph', '__proto__', 'toString'];
  const name = () => names[below(names.length)] as string;
  const deep = (depth: number): Y.XmlElement => (depth === 0 ? within('paragraph', 'x') : within(['blockquote', 'table', 'footnote'][below(3)] as string, deep(depth - 1)));
  const acts: (() => void)[] = [
    () => fragment.push([within(name(), within(name(), 'x'))]),
    () => (fragment.get(below(fragment.length)) as Y.XmlElement).insert(0, [within(name())]),
    () => fragment.push([deep(3 + below(40))]),
    () => text.format(0, 5, { [['blink', 'contribution', 'thread--', 'link', 'insertion--x'][below(5)] as string]: [{ id: 'alla' }, { href: 'javascript:alert(1)' }, { id: anId, by: 'Eva' }, 7, 'x'.repeat(5_000)][below(5)] }),
    () => (fragment.get(below(fragment.length)) as Y.XmlElement).setAttribute(['onerror', 'media', 'source', '__proto__', 'style'][below(5)] as string, 'x'.repeat(below(6_000))),
    () => text.insertEmbed(0, { image: 'javascript:' }),
    () => copy.getText('name').insertEmbed(0, within('paragraph') as never),
    () => copy.getText(['other', 'constructor', '__proto__', 'textt'][below(4)]).insert(0, 'x'),
    () => copy.getMap('settings').set('a', new Y.Doc()),
    () => copy.getArray('list').push([1, { a: 'x'.repeat(1_000) }]),
    () => text.insert(0, 'z'.repeat(below(300_000))),
    () => raw(fragment, new Y.ContentString('x')),
    () => raw(text, new Y.ContentType(within('table'))),
    () => raw(fragment.get(0) as Y.XmlElement, new Y.ContentDoc(new Y.Doc())),
    () => raw(text, new Y.ContentBinary(new Uint8Array(50))),
    () => raw(text, new Y.ContentJSON([{ a: 1 }])),
  ];
  try {
    acts[below(acts.length)]?.();
  } catch {
    // Yjs itself would not write it; what came before that goes out.
  }
}

/** Bytes nobody's editor makes: gaps, holes, other people's clients, lengths without end, references to nowhere. */
export function forged(document: Y.Doc, random: Random): Uint8Array {
  const below = (most: number) => Math.floor(random() * most);
  const client = [mine, theirs, 1 + below(2 ** 32)][below(3)] as number;
  const known = Y.getState(document.store, client);
  const clock = Math.max(0, known + [0, 0, 1, -1, below(1_000), 2 ** 31, 2 ** 52][below(7)]!);
  const length = [1, 100_000, 2 ** 31, 2 ** 40, 2 ** 53 - 1, below(50)][below(6)] as number;
  const encoder = encoding.createEncoder();
  const write = (...parts: number[]) => parts.forEach((part) => encoding.writeVarUint(encoder, part));
  const nowhere = () => write([mine, theirs, 99][below(3)] as number, [below(200), 2 ** 40][below(2)] as number);
  switch (below(6)) {
    case 0: // The thirteen bytes, and their like.
      write(1, 1, client, clock);
      encoding.writeUint8(encoder, [0, 10][below(2)] as number);
      write(length, 0);
      break;
    case 1: // Deletes what is, is not, overlaps, or has no end.
      write(0, 1, client, 2, below(known + 1), length, below(known + 1), 1 + below(5));
      break;
    case 2: // Words beside something that may not exist.
      write(1, 1, client, clock);
      encoding.writeUint8(encoder, 4 | ([0x80, 0x40, 0xc0][below(3)] as number));
      nowhere();
      if (random() < 0.5) nowhere();
      encoding.writeVarString(encoder, 'x'.repeat(below(20)));
      write(0);
      break;
    case 3: // More than there is.
      write([1, 2 ** 30, 2 ** 50][below(3)] as number, [1, 2 ** 30, 2 ** 50][below(3)] as number, client, clock, 4, 1, 2 ** 31);
      break;
    case 4: // A type in a place that may not exist, of a sort that may not.
      write(1, 1, client, clock);
      encoding.writeUint8(encoder, 7);
      write(below(2));
      if (random() < 0.5) encoding.writeVarString(encoder, ['text', 'name', 'x', '__proto__'][below(4)] as string);
      else nowhere();
      write(below(12));
      encoding.writeVarString(encoder, ['paragraph', 'script', 'table', ''][below(4)] as string);
      write(0);
      break;
    default:
      return Uint8Array.from({ length: below(60) }, () => below(256));
  }
  return encoding.toUint8Array(encoder);
}

/** Some bytes other than they were, some missing, two run together. */
export function mutated(update: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = Uint8Array.from(update);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const at = Math.floor(random() * bytes.length);
    const which = random();
    if (which < 0.45) bytes[at] = Math.floor(random() * 256);
    else if (which < 0.7) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (which < 0.8) bytes = bytes.slice(0, at);
    else if (which < 0.9) bytes = Uint8Array.from([...bytes.slice(0, at), 0xff, 0xff, 0xff, 0xff, 0x7f, ...bytes.slice(at)]);
    else bytes = Uint8Array.from([...bytes.slice(0, at), ...other.slice(Math.floor(random() * other.length))]);
  }
  return bytes;
}

/** The same every time. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function within(name: string, ...children: (Y.XmlElement | string)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)));
  return element;
}

/** The first words of the text, wherever they stand by now. */
function wordsAt(document: Y.Doc, at: number): Y.XmlText {
  const fragment = document.getXmlFragment('text');
  for (let block = at; block < fragment.length; block += 1) {
    const text = (fragment.get(block) as Y.XmlElement).get(0) as unknown;
    if (text instanceof Y.XmlText) return text;
  }
  const text = new Y.XmlText('x');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  fragment.push([paragraph]);
  return text;
}

/** Puts any content at the start of any type, as an own client can. */
function raw(type: Y.AbstractType<any>, content: unknown): void {
  (type.doc as Y.Doc).transact((transaction) => {
    const document = type.doc as Y.Doc;
    const id = Y.createID(document.clientID, Y.getState(document.store, document.clientID));
    new Y.Item(id, null, null, type._start, type._start?.id ?? null, type as never, null, content as never).integrate(transaction, 0);
  });
}
