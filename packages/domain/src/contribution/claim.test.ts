import { expect, test } from '@jest/globals';
import { claim, makeSlip, type Claimable } from './claim.js';

const told = (over: Partial<Claimable> = {}): Claimable => ({ id: 'c', allianceId: 'a', state: 'GIVEN', writtenDownById: 'writer', saidById: null, ...over });

test('[C20] the one who wrote it down makes a slip for it, and nobody else', () => {
  expect(makeSlip([told(), told({ id: 'd' })], 'writer')).toEqual(['c', 'd']);
  expect(makeSlip([told()], 'other')).toMatchObject({ refused: 'not-found' });
  expect(makeSlip([told(), told({ id: 'd', writtenDownById: 'other' })], 'writer')).toMatchObject({ refused: 'not-found' });
  expect(makeSlip([told(), told({ id: 'd', allianceId: 'b' })], 'writer')).toMatchObject({ refused: 'not-found' });
  expect(makeSlip([], 'writer')).toMatchObject({ refused: 'not-found' });
});

test('[C20] there is no slip for what somebody here said, what one said oneself or what is taken back', () => {
  expect(makeSlip([told({ saidById: 'somebody' })], 'writer')).toMatchObject({ refused: 'claim/nothing-left' });
  expect(makeSlip([told({ state: 'WITHDRAWN' })], 'writer')).toMatchObject({ refused: 'claim/nothing-left' });
});

test('[C20] the one who said it claims all that is left of it', () => {
  expect(claim([told(), told({ id: 'd', state: 'WITHDRAWN' }), told({ id: 'e' }), told({ id: 'f', saidById: 'x' })], 'teller')).toEqual(['c', 'e']);
});

test('[C20] whoever wrote it down cannot claim it', () => {
  expect(claim([told()], 'writer')).toMatchObject({ refused: 'claim/own-writing' });
});

test('[C20] what is claimed cannot be claimed again, and sounds like a wrong code', () => {
  expect(claim([told({ saidById: 'teller' })], 'other')).toMatchObject({ refused: 'claim/wrong' });
  expect(claim([], 'other')).toMatchObject({ refused: 'claim/wrong' });
});
