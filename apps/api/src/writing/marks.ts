import { isPassageMark, markName, mayPoint, type PassageMark } from '@samsyn/domain/writing/textShape';
import * as buffer from 'lib0/buffer';
import * as sha256 from 'lib0/hash/sha256';
import * as Y from 'yjs';
import { endsOf, between, mostRanges, type Anchor, type Words } from './passage.js';
import { textRoot } from './place.js';
import type { Node } from './render.js';

/** A mark that says a thing of its own stands on these words. */
export interface Pointing {
  readonly mark: PassageMark;
  readonly id: string;
}

/** Where a mark stands: its words, and the first and last line of the text they are in, counted from 0. */
export interface Stand {
  readonly quote: string;
  readonly line: number;
  readonly lastLine: number;
}

/** What editors call such a mark in the shared document. Another name for it would be another mark to them. */
export function keyOf({ mark, id }: Pointing): string {
  const digest = sha256.digest(buffer.encodeAny({ type: mark, attrs: { id } }));
  for (let at = 6; at < digest.length; at += 1) digest[at % 6] = (digest[at % 6] ?? 0) ^ (digest[at] ?? 0);
  return `${mark}--${buffer.toBase64(digest.slice(0, 6))}`;
}

/**
 * Marks those of the very characters of a passage that are still in the text; no character is written anew.
 * Characters noted in the anchor are taken at their word, else those between its ends. False when none is there [C7].
 */
export function mark(document: Y.Doc, anchor: unknown, pointing: Pointing): boolean {
  const runs = runsOf(document, anchor);
  const key = keyOf(pointing);
  for (const { text, from, to } of runs) text.format(from, to - from, { [key]: { id: pointing.id } });
  return runs.length > 0;
}

/** Takes a mark away wherever it stands, whatever name a browser gave it. */
export function unmark(document: Y.Doc, pointing: Pointing): boolean {
  let found = false;
  for (const text of textsIn(document.getXmlFragment(textRoot))) {
    let at = 0;
    for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
      const length = typeof insert === 'string' ? insert.length : 1;
      for (const [key, value] of Object.entries(attributes ?? {})) {
        if (markName(key) !== pointing.mark || !mayPoint(value) || value.id !== pointing.id) continue;
        found = true;
        text.format(at, length, { [key]: null });
      }
      at += length;
    }
  }
  return found;
}

/** Where each thing marked so stands in a rendered text, in the order one reads it. Words that are parted are several stands. */
export function standsIn(content: Node, wanted: PassageMark): Map<string, Stand[]> {
  const stands = new Map<string, Stand[]>();
  const running = new Map<string, { quote: string; line: number; lastLine: number }>();
  let line = -1;
  const piece = (words: string, ids: ReadonlySet<string>): void => {
    for (const id of [...running.keys()]) if (!ids.has(id)) running.delete(id);
    for (const id of ids) {
      const now = running.get(id);
      if (now !== undefined) {
        now.quote += `${now.lastLine === line ? '' : '\n'}${words}`;
        now.lastLine = line;
        continue;
      }
      const begun = { quote: words, line, lastLine: line };
      running.set(id, begun);
      stands.set(id, [...(stands.get(id) ?? []), begun]);
    }
  };
  const walk = (node: Node): void => {
    if (node.text !== undefined) return piece(node.text, idsOf(node, wanted));
    // A break or a picture between the words of a passage does not part it.
    if (isLine(node)) line += 1;
    for (const child of node.content ?? []) walk(child);
  };
  walk(content);
  return stands;
}

/** Is this a line of the text: a paragraph or a heading? */
export function isLine(node: { readonly type: string }): boolean {
  return node.type === 'paragraph' || node.type === 'heading';
}

function idsOf(node: Node, wanted: PassageMark): Set<string> {
  const ids = new Set<string>();
  for (const { type, attrs } of node.marks ?? []) if (type === wanted && isPassageMark(type) && mayPoint(attrs)) ids.add(attrs.id);
  return ids;
}

interface Run {
  readonly text: Y.XmlText;
  readonly from: number;
  to: number;
}

function runsOf(document: Y.Doc, anchor: unknown): Run[] {
  const words = (anchor as Partial<Anchor> | null)?.words;
  if (Array.isArray(words)) return runsOfWords(document, words as Words);
  const ends = endsOf(document, anchor);
  if (ends === null) return [];
  return [...between(document, ends.start, ends.end)].map(({ item, from, to }) => {
    const before = placeIn(item);
    return { text: item.parent as Y.XmlText, from: before + from, to: before + to };
  });
}

function runsOfWords(document: Y.Doc, words: Words): Run[] {
  const wanted = new Map<number, [from: number, to: number][]>();
  for (const range of words.slice(0, mostRanges)) {
    if (!Array.isArray(range) || !range.every((part) => Number.isSafeInteger(part) && part >= 0)) continue;
    const [client, clock, length] = range;
    wanted.set(client, [...(wanted.get(client) ?? []), [clock, clock + length]]);
  }
  if (wanted.size === 0) return [];
  const runs: Run[] = [];
  for (const text of textsIn(document.getXmlFragment(textRoot))) {
    let at = 0;
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue;
      if (item.content instanceof Y.ContentString) {
        const { client, clock } = item.id;
        for (const [from, to] of wanted.get(client) ?? []) {
          const start = Math.max(from, clock) - clock;
          const end = Math.min(to, clock + item.length) - clock;
          if (end > start) runs.push({ text, from: at + start, to: at + end });
        }
      }
      at += item.length;
    }
  }
  return joined(runs);
}

// What lies side by side is marked in one go, with one pair of signs in the document.
function joined(runs: readonly Run[]): Run[] {
  const sorted = runs.map((run, nr) => ({ run: { ...run }, nr })).sort((a, b) => (a.run.text === b.run.text ? a.run.from - b.run.from : a.nr - b.nr));
  const whole: Run[] = [];
  for (const { run } of sorted) {
    const last = whole.at(-1);
    if (last !== undefined && last.text === run.text && run.from <= last.to) last.to = Math.max(last.to, run.to);
    else whole.push(run);
  }
  return whole;
}

function placeIn(sought: Y.Item): number {
  let at = 0;
  for (let item = (sought.parent as Y.XmlText)._start; item !== null && item !== sought; item = item.right) if (!item.deleted && item.countable) at += item.length;
  return at;
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}
