import { expect, test } from '@jest/globals';
import { compared, type Differ, type Paragraph } from './comparing.js';
import { passed } from './sets.js';

// The plainest there is: the longest list that both hold, in order.
const differ: Differ = (before, after) => {
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (one: number, two: number) => longest[one]?.[two] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let two = after.length - 1; two >= 0; two -= 1) (longest[one] as number[])[two] = before[one] === after[two] ? at(one + 1, two + 1) + 1 : Math.max(at(one + 1, two), at(one, two + 1));
  }
  const runs: { change: 'SAME' | 'ADDED' | 'REMOVED'; count: number }[] = [];
  for (let [one, two] = [0, 0]; one < before.length || two < after.length; ) {
    const same = one < before.length && two < after.length && before[one] === after[two];
    const change = same ? 'SAME' : one < before.length && (two >= after.length || at(one + 1, two) >= at(one, two + 1)) ? 'REMOVED' : 'ADDED';
    runs.push({ change, count: 1 });
    if (change !== 'ADDED') one += 1;
    if (change !== 'REMOVED') two += 1;
  }
  return runs;
};

const paragraph = (...pieces: [string, string][]): Paragraph => ({ shape: 'paragraph', pieces: pieces.map(([by, text]) => ({ by, text })) });
const told = (before: Paragraph[], after: Paragraph[]) =>
  compared(before, after, differ).map(({ change, pieces }) => `${change} ${pieces.map((piece) => `${{ SAME: '=', ADDED: '+', REMOVED: '-' }[piece.change]}${piece.by}:${piece.text}`).join('|')}`);

test('[V3] a changed paragraph shows which words came and went, and whose they were', () => {
  expect(told([paragraph(['a', 'Vägen är mörk.'])], [paragraph(['a', 'Vägen är '], ['b', 'mycket '], ['a', 'mörk.'])])).toEqual(['CHANGED =a:Vägen är |+b:mycket |=a:mörk.']);
  expect(told([paragraph(['a', 'Vägen är mörk.'])], [paragraph(['a', 'Vägen är '], ['b', 'ljus'], ['a', '.'])])).toEqual(['CHANGED =a:Vägen är |-a:mörk|+b:ljus|=a:.']);
});

test('[V3] a paragraph that stands elsewhere has moved; one that is new or gone says so', () => {
  const [one, two, three] = [paragraph(['a', 'Först']), paragraph(['b', 'Sedan']), paragraph(['a', 'Till slut'])];
  expect(told([one, two, three], [two, three, one])).toEqual(['SAME b:Sedan', 'SAME a:Till slut', 'MOVED a:Först'].map((line) => line.replace(' ', ' =')));
  expect(told([one, two], [one, two, three])).toEqual(['SAME =a:Först', 'SAME =b:Sedan', 'ADDED +a:Till slut']);
  expect(told([one, two], [two])).toEqual(['REMOVED -a:Först', 'SAME =b:Sedan']);
});

test('[V3] a paragraph that became a heading has changed, though its words stand', () => {
  const heading = { ...paragraph(['a', 'Kyla']), shape: 'heading 2' };
  expect(compared([paragraph(['a', 'Kyla'])], [heading], differ)).toEqual([{ shape: 'heading 2', change: 'CHANGED', pieces: [{ by: 'a', text: 'Kyla', change: 'SAME' }] }]);
});

test('[V3] whatever is compared, the later text is whole in what is the same or came, and the earlier in the same or went', () => {
  const word = (n: number) => ['vägen', 'är', 'mörk', 'kall', 'ingen', 'går', 'där'][n % 7] ?? '';
  const text = (seed: number) => Array.from({ length: (seed % 5) + 1 }, (_, at) => paragraph(['a', `${word(seed + at)} ${word(seed * at + 1)} `], ['b', word(seed * 3 + at)]));
  for (let seed = 0; seed < 60; seed += 1) {
    const [before, after] = [text(seed), text(seed * 7 + 3)];
    const rows = compared(before, after, differ);
    const letters = (paragraphs: readonly { pieces: readonly { text: string }[] }[]) => [...paragraphs.map(({ pieces }) => pieces.map(({ text: said }) => said).join(''))].sort();
    const side = (gone: string) => letters(rows.map(({ pieces }) => ({ pieces: pieces.filter(({ change }) => change !== gone) })).filter(({ pieces }) => pieces.length > 0));
    expect(side('REMOVED')).toEqual(letters(after));
    expect(side('ADDED')).toEqual(letters(before));
  }
});

test('[V3] kinds, contributions and people that came, went and stayed are told once each', () => {
  expect(passed(['FACTS', 'SKILL', 'SKILL'], ['SKILL', 'FAMILIARITY'])).toEqual({ came: ['FAMILIARITY'], went: ['FACTS'], stayed: ['SKILL'] });
});
