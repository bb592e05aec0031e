import { expect, test } from '@jest/globals';
import type { Node } from '../../api/src/writing/render.js';
import { Carriers } from './carriers';
import { played, type Act } from './playing';

// The words under each mark, as the server reads them, or as an editor shows them.
function markedIn(node: Pick<Node, 'text' | 'marks' | 'content'>, found = new Map<string, string>()): Map<string, string> {
  for (const { type, attrs } of node.marks ?? []) if (type === 'contribution') found.set(String(attrs?.['id']), (found.get(String(attrs?.['id'])) ?? '') + (node.text ?? ''));
  for (const child of node.content ?? []) markedIn(child, found);
  return found;
}

const long = process.env['LONG'] === '1';
const inOrder = (words: ReadonlyMap<string, string>): [string, string][] => [...words].sort(([one], [other]) => (one < other ? -1 : 1));

interface Apart {
  readonly seed: number;
  readonly at: number;
  readonly act: Act;
  readonly is: [string, string][];
  readonly wanted: [string, string][];
}

// After every act of every seed, or now and then in the short run: the first that differs, if any.
function apart(seeds: number, without: readonly Act[]): { apart: Apart[]; ranges: number } {
  const found: Apart[] = [];
  let ranges = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const carriers = new Carriers();
    let first: Apart | null = null;
    const { hands } = played(seed, {
      carriers,
      without,
      after: (act, at, _hand, { shared }) => {
        if (!long && at % 10 !== 9) return;
        const [is, wanted] = [inOrder(markedIn(shared.content())), inOrder(carriers.words())];
        if (first === null && JSON.stringify(is) !== JSON.stringify(wanted)) first = { seed, at, act, is, wanted };
      },
    });
    const wanted = inOrder(carriers.words());
    ranges += wanted.length;
    if (first !== null) found.push(first);
    else for (const { state } of hands) expect(inOrder(markedIn(state.doc.toJSON() as Node))).toEqual(wanted);
  }
  return { apart: found, ranges };
}

const seeds = long ? 40 : 1;

test('[C11] an id is carried by the characters it was put on, wherever they are moved, copied and brought back, by what is typed between them, and by nothing else', () => {
  const { apart: found, ranges } = apart(seeds, ['network', 'undo', 'redo']);
  if (long) console.log(`without undoing: ${ranges} ranges stand at the end of ${seeds} seeds, ${found.length} seeds apart`);
  expect(ranges).toBeGreaterThan(0);
  expect(found).toEqual([]);
}, 900_000);

test('[C11] what is undone comes back with the ids it carried when it went, and with no other but where it comes into the midst of a passage', () => {
  const { apart: found, ranges } = apart(seeds, ['network']);
  if (long) console.log(`with undoing: ${ranges} ranges stand at the end of ${seeds} seeds, apart: ${found.map(({ seed, at, act }) => `${seed} at ${at} (${act})`).join(', ')}`);
  expect(found.map(({ seed, at, act }) => ({ seed, at, act }))).toEqual([]);
}, 900_000);
