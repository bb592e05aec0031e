import type { Differ } from '@samsyn/domain/versions/comparing';
import { diffArrays } from 'diff';

/** Beyond so many insertions and deletions two lists are no longer laid beside each other: one has gone, the other come. */
const maxEditLength = 4_000;

/** Finds what came and went between two lists. */
export const differ: Differ = (before, after) => {
  const runs = diffArrays([...before], [...after], { maxEditLength, timeout: 500 });
  if (runs === undefined) return [{ change: 'REMOVED', count: before.length }, { change: 'ADDED', count: after.length }];
  return runs.map(({ added, removed, count }) => ({ change: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME', count }));
};
