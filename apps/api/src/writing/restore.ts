import * as Y from 'yjs';
import { textRoot } from './place.js';

/** Characters that stand in a text again, by the ids they have now and those they had. */
export interface Again {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly from: { readonly client: number; readonly clock: number };
}

type Block = Y.XmlElement | Y.XmlText;

interface Run {
  readonly item: Y.Item;
  readonly from: number;
  readonly length: number;
  readonly marks: Record<string, unknown>;
}

/**
 * Writes a text back to how it was, by the ids of what stands in it: what still stands is left alone and keeps its id,
 * what is gone comes anew, what came later goes. A step forward: nothing of the log is undone [W7].
 */
export function writeBack(document: Y.Doc, was: Y.Doc): void {
  level(document.getXmlFragment(textRoot), was.getXmlFragment(textRoot));
}

/** Which characters a client wrote, where the text reads as it was. */
export function writtenAgain(document: Y.Doc, was: Y.Doc, client: number): Again[] {
  const now = runsUnder(document.getXmlFragment(textRoot));
  const then = runsUnder(was.getXmlFragment(textRoot));
  const again: Again[] = [];
  let at = 0;
  let used = 0;
  for (const run of now) {
    for (let done = 0; done < run.length; ) {
      const source = then[at];
      if (source === undefined) return again;
      const length = Math.min(run.length - done, source.length - used);
      const { item, from } = run;
      if (item.id.client === client) {
        again.push({ client, clock: item.id.clock + from + done, length, from: { client: source.item.id.client, clock: source.item.id.clock + source.from + used } });
      }
      done += length;
      used += length;
      if (used === source.length) {
        at += 1;
        used = 0;
      }
    }
  }
  return again;
}

function level(now: Y.XmlFragment, then: Y.XmlFragment): void {
  const target = then.toArray() as Block[];
  const standing = now.toArray() as Block[];
  const kept = aligned(standing, target);
  let index = 0;
  let next = 0;
  for (const wanted of target) {
    const keeps = kept.get(wanted);
    if (keeps === undefined) now.insert(index, [anew(wanted)]);
    else {
      for (; standing[next] !== keeps; next += 1) now.delete(index, 1);
      next += 1;
      if (idOf(keeps) === idOf(wanted)) levelWithin(keeps, wanted);
    }
    index += 1;
  }
  if (now.length > index) now.delete(index, now.length - index);
}

function levelWithin(now: Block, then: Block): void {
  if (now instanceof Y.XmlText) return levelWords(now, then as Y.XmlText);
  levelAttributes(now, then as Y.XmlElement);
  level(now, then as Y.XmlElement);
}

// What stands under its own id stays; between two of these, what reads exactly the same stays as well.
function aligned(standing: readonly Block[], target: readonly Block[]): Map<Block, Block> {
  const byId = new Map(standing.map((type, at) => [idOf(type), at]));
  const kept = new Map<Block, Block>();
  const read = new Map<Block, string>();
  const reads = (type: Block): string => {
    const words = read.get(type) ?? type.toString();
    read.set(type, words);
    return words;
  };
  let from = 0;
  for (const [at, wanted] of target.entries()) {
    const own = byId.get(idOf(wanted));
    if (own !== undefined) {
      if (own >= from) {
        kept.set(wanted, standing[own] as Block);
        from = own + 1;
      }
      continue;
    }
    const nextKept = target.slice(at + 1).map((later) => byId.get(idOf(later))).find((place) => place !== undefined && place >= from) ?? standing.length;
    const alike = standing.slice(from, nextKept).findIndex((type) => type.constructor === wanted.constructor && reads(type) === reads(wanted));
    if (alike === -1) continue;
    kept.set(wanted, standing[from + alike] as Block);
    from += alike + 1;
  }
  return kept;
}

function levelAttributes(now: Y.XmlElement, then: Y.XmlElement): void {
  const wanted = then.getAttributes() as Record<string, unknown>;
  const has = now.getAttributes() as Record<string, unknown>;
  for (const name of Object.keys(has)) if (!(name in wanted)) now.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) if (!same(has[name], value)) now.setAttribute(name, value as string);
}

function levelWords(now: Y.XmlText, then: Y.XmlText): void {
  const target = runsOf(then);
  const standing = runsOf(now);
  const delta: { retain?: number; insert?: string; delete?: number; attributes?: Record<string, unknown> }[] = [];
  // Character by character would be plain; by stretches it is quick.
  const marksAt = new Map<string, { marks: Record<string, unknown>; order: number }>();
  let order = 0;
  for (const run of standing) for (let at = 0; at < run.length; at += 1) marksAt.set(`${run.item.id.client} ${run.item.id.clock + run.from + at}`, { marks: run.marks, order: order++ });
  let at = 0;
  for (const run of target) {
    const words = wordsOf(run);
    for (let unit = 0; unit < run.length; unit += 1) {
      const here = marksAt.get(`${run.item.id.client} ${run.item.id.clock + run.from + unit}`);
      if (here === undefined || here.order < at) {
        push(delta, { insert: words.charAt(unit), attributes: run.marks });
        continue;
      }
      if (here.order > at) delta.push({ delete: here.order - at });
      at = here.order + 1;
      push(delta, { retain: 1, attributes: change(here.marks, run.marks) });
    }
  }
  if (order > at) delta.push({ delete: order - at });
  if (delta.some((step) => step.retain === undefined || Object.keys(step.attributes ?? {}).length > 0)) now.applyDelta(delta, { sanitize: false });
}

function push(delta: { retain?: number; insert?: string; delete?: number; attributes?: Record<string, unknown> }[], step: { retain?: number; insert?: string; attributes: Record<string, unknown> }): void {
  const last = delta.at(-1);
  if (last !== undefined && last.attributes !== undefined && same(last.attributes, step.attributes)) {
    if (last.retain !== undefined && step.retain !== undefined) return void (last.retain += step.retain);
    if (last.insert !== undefined && step.insert !== undefined) return void (last.insert += step.insert);
  }
  delta.push({ ...step });
}

function change(has: Record<string, unknown>, wanted: Record<string, unknown>): Record<string, unknown> {
  const gone = Object.keys(has).filter((key) => !(key in wanted)).map((key) => [key, null]);
  return Object.fromEntries([...gone, ...Object.entries(wanted).filter(([key, value]) => !same(has[key], value))]) as Record<string, unknown>;
}

function anew(type: Block): Block {
  if (type instanceof Y.XmlText) {
    const text = new Y.XmlText();
    text.applyDelta(runsOf(type).map((run) => ({ insert: wordsOf(run), attributes: run.marks })), { sanitize: false });
    return text;
  }
  const element = new Y.XmlElement(type.nodeName);
  for (const [name, value] of Object.entries(type.getAttributes() as Record<string, unknown>)) element.setAttribute(name, value as string);
  element.insert(0, (type.toArray() as Block[]).map(anew));
  return element;
}

function runsUnder(fragment: Y.XmlFragment): Run[] {
  return fragment.toArray().flatMap((child) => (child instanceof Y.XmlText ? runsOf(child) : child instanceof Y.XmlElement ? runsUnder(child) : []));
}

function runsOf(text: Y.XmlText): Run[] {
  const runs: Run[] = [];
  let marks: Record<string, unknown> = {};
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      marks = Object.fromEntries([...Object.entries(marks).filter(([name]) => name !== key), ...(value === null ? [] : [[key, value]])]) as Record<string, unknown>;
    } else if (item.content instanceof Y.ContentString) runs.push({ item, from: 0, length: item.length, marks });
  }
  return runs;
}

function wordsOf({ item, from, length }: Run): string {
  return (item.content as Y.ContentString).str.slice(from, from + length);
}

function idOf(type: Block): string {
  const id = type._item?.id;
  return id === undefined ? '' : `${id.client} ${id.clock}`;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
