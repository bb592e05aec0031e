import type { Run, Taken } from '@samsyn/domain/versions/removed';
import * as Y from 'yjs';
import { takeIn } from '../writing/takeIn.js';

/** A run of words that a row took away. */
export type Gone = Pick<Run, 'pieces' | 'follows'>;

/**
 * Applies a row of a log to a text and says which words it took away, run by run in reading order. Words that the same
 * row puts somewhere else again (a line that is split, a list that becomes paragraphs) have not gone.
 */
export function applied(document: Y.Doc, update: Uint8Array): Gone[] {
  const runs: Gone[] = [];
  // Before the deleted words are let go of for good.
  const look = (transaction: Y.Transaction): void => void runs.push(...runsOf(transaction));
  document.on('afterTransaction', look);
  try {
    takeIn(document, [update]);
  } finally {
    document.off('afterTransaction', look);
  }
  return runs;
}

function runsOf(transaction: Y.Transaction): Gone[] {
  const words = new Map<Y.Item, string>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) words.set(struct, struct.content.str);
  });
  if (words.size === 0) return [];
  const written = writtenIn(transaction);
  const runs: Gone[] = [];
  for (const item of words.keys()) {
    if (before(item, words) !== null) continue;
    const run: Taken[] = [];
    for (let next: Y.Item | null = item; next !== null; next = after(next, words)) run.push([next.id.client, next.id.clock, words.get(next) ?? '']);
    const text = run.map(([, , said]) => said).join('');
    if (!written.includes(text)) runs.push({ pieces: run, follows: stoodBehind(item) });
  }
  return runs;
}

// Behind the letter that was written before it, with nothing between but what is gone already.
function stoodBehind({ id, left: beside }: Y.Item): boolean {
  let left = beside;
  for (let steps = 0; left !== null && steps < farthest; steps += 1) {
    const last = left.lastId;
    if (last.client === id.client && last.clock === id.clock - 1) return true;
    if (!left.deleted && left.countable) return false;
    left = left.left;
  }
  return false;
}

// Between two runs that belong together only what is gone, or only says how words look, may stand; and not too much of it.
const farthest = 50;

function before(item: Y.Item, words: ReadonlyMap<Y.Item, string>): Y.Item | null {
  let left = item.left;
  for (let steps = 0; left !== null && steps < farthest; steps += 1) {
    if (words.has(left)) return left;
    if (!left.deleted && left.countable) return null;
    left = left.left;
  }
  return null;
}

function after(item: Y.Item, words: ReadonlyMap<Y.Item, string>): Y.Item | null {
  let right = item.right;
  for (let steps = 0; right !== null && steps < farthest; steps += 1) {
    if (words.has(right)) return right;
    if (!right.deleted && right.countable) return null;
    right = right.right;
  }
  return null;
}

function writtenIn({ doc, beforeState, afterState }: Y.Transaction): string {
  let text = '';
  for (const [client, clock] of afterState) {
    const from = beforeState.get(client) ?? 0;
    if (clock <= from) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
      const struct = structs[at];
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString) text += struct.content.str;
    }
    text += '\n';
  }
  return text;
}
