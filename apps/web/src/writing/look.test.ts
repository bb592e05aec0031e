import { expect, test } from '@jest/globals';
import { looks, looksOf } from './look';

const ids = Array.from({ length: 40 }, (_, at) => `0000${at}-7b1f-4c2e-${at * 7919}`);

test('[F2] people who are here have different shapes as long as there are shapes enough, in whatever order they came', () => {
  for (let from = 0; from + looks <= ids.length; from += 1) {
    const here = ids.slice(from, from + looks);
    const given = looksOf(here);
    expect(new Set(given.values()).size).toBe(looks);
    expect([...looksOf([...here].reverse())].sort()).toEqual([...given].sort());
  }
  expect(looksOf(ids).size).toBe(ids.length);
});
