import type { Words } from '../lib/words';
import type { ComparisonShown } from './versionsQuery';

/** What a comparison shows, in a sentence or two: first what became of the paragraphs, then whose words came and went. */
export function comparisonSentence({ paragraphs, people }: Pick<ComparisonShown, 'paragraphs' | 'people'>, { t, list }: Words): string {
  const counted = (change: string): number => paragraphs.filter((one) => one.change === change && one.pieces.some(({ text }) => text.trim() !== '')).length;
  const parts = [
    [counted('CHANGED'), 'versions.nChanged'],
    [counted('ADDED'), 'versions.nAdded'],
    [counted('REMOVED'), 'versions.nRemoved'],
    [counted('MOVED'), 'versions.nMoved'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, key]) => t(key, { n }));
  if (told.length === 0) return t('versions.nothingChanged');
  const names = (some: readonly { name: string }[]) => list(some.map(({ name }) => name));
  return [
    t('versions.changes', { changes: list(told) }),
    people.came.length === 0 ? '' : t('versions.wordsCame', { names: names(people.came) }),
    people.went.length === 0 ? '' : t('versions.wordsWent', { names: names(people.went) }),
  ].filter(Boolean).join(' ');
}
