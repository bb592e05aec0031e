import { expect, test } from '@jest/globals';
import type { AskingStanding } from '../rights/rights.js';
import { standings } from '../shared/enums.js';
import { sight } from './sight.js';

const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];

test('[L2] an open alliance is read whole by all, and one by link by those who have its address', () => {
  for (const standing of everyStanding) expect([sight('OPEN', standing), sight('LINK', standing)]).toEqual(['ALL', 'ALL']);
});

test('[L2] a closed alliance is read whole by those who take part, and by nobody else', () => {
  expect(everyStanding.filter((standing) => sight('CLOSED', standing) === 'ALL')).toEqual(['TAKES_PART']);
});

test('[L2] the invited see what stands on the door, those who asked or left the name, others nothing', () => {
  expect(everyStanding.map((standing) => [standing, sight('CLOSED', standing)])).toEqual([
    ['NOBODY', 'NOTHING'], ['OUTSIDE', 'NOTHING'], ['INVITED', 'DOOR'], ['ASKED', 'NAME'], ['TAKES_PART', 'ALL'], ['DECLINED', 'DOOR'], ['LATER', 'DOOR'], ['LEFT', 'NAME'], ['ASKED_TO_LEAVE', 'NAME'],
  ]);
});
