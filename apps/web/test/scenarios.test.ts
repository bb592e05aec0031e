import { expect, test } from '@jest/globals';
import { told } from '../../api/test/sharedText.js';
import { documents, editors } from './scene';
import { scenarios } from './scenarios';

// How many characters are whose, in the order one meets the authors first.
function counted(pieces: readonly string[]): string {
  const sums = new Map<string, number>();
  for (const piece of pieces) {
    const at = piece.indexOf(':');
    sums.set(piece.slice(0, at), (sums.get(piece.slice(0, at)) ?? 0) + piece.length - at - 1);
  }
  return [...sums].sort(([one], [other]) => (one.replace('!', '~') < other.replace('!', '~') ? -1 : 1)).map(([who, many]) => `${who}${many}`).join(' ');
}

test.each(scenarios)('[W6] $what: $whose', ({ editor, document, whose, byClient }) => {
  const [desk, paper] = [editors(), documents()];
  editor(desk);
  document(paper);
  const all = [desk.shared, paper.shared];
  expect(all.map((shared) => counted(told(shared.content())))).toEqual([whose, whose]);
  // What client ids alone would say: where it is another answer, the row shows what the server finds out.
  expect(all.map((shared) => counted(told(shared.content(shared.byClient))))).toEqual(byClient);
  for (const { state } of [desk.a, desk.b, desk.c]) expect(state.doc.textContent).toBe(told(desk.shared.content()).map((piece) => piece.slice(piece.indexOf(':') + 1)).join(''));
});
