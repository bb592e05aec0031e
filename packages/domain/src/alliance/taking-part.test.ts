import { expect, test } from '@jest/globals';
import { takeOn } from './coordinating.js';
import { describe } from './describing.js';
import { addresses, veiled } from './inviting.js';
import { leave } from './leaving.js';
import { isDay, mandate } from './mandate.js';
import { speaking } from './speaking.js';

test('[L4] one can leave as long as somebody is left', () => {
  expect(leave(1)).toEqual({ left: true });
  expect(leave(0)).toMatchObject({ refused: 'alliance/last-one', rule: 'L4' });
});

test('[L6] whoever takes part can coordinate, once at a time', () => {
  expect(takeOn('a', { held: [{ actorId: 'b' }], takesPart: true })).toEqual({ actorId: 'a' });
  expect(takeOn('a', { held: [{ actorId: 'a' }], takesPart: true })).toMatchObject({ refused: 'coordinating/already' });
  expect(takeOn('a', { held: [], takesPart: false })).toMatchObject({ refused: 'coordinating/not-taking-part' });
});

test('[A2] in what capacity one speaks may stay unsaid', () => {
  expect(speaking(null)).toEqual({ capacity: null, knows: '' });
  expect(speaking({ capacity: 'RESIDENT', knows: ' kvarteret ' })).toEqual({ capacity: 'RESIDENT', knows: 'kvarteret' });
});

test('[L5] a mandate is in own words, until a day there is', () => {
  expect(mandate('Beslut om hastigheter', '2028-02-29')).toEqual({ mandate: 'Beslut om hastigheter', until: '2028-02-29' });
  expect(mandate('Beslut', null)).toEqual({ mandate: 'Beslut', until: null });
  expect(mandate(' ', null)).toMatchObject({ refused: 'text/empty' });
  expect(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', 'i morgon', '2100-02-29'].filter(isDay)).toEqual([]);
});

test('[L1] what is not given in a description stays as it is', () => {
  const now = { name: 'A', purpose: 'b', groundRules: 'c', visibility: 'OPEN' } as const;
  expect(describe(now, { purpose: 'd', name: null })).toEqual({ ...now, purpose: 'd' });
  expect(describe(now, { purpose: '' })).toEqual({ ...now, purpose: '' });
  expect(describe(now, { name: '\u200B' })).toMatchObject({ refused: 'name/too-short' });
});

test('[L3] an address is invited once, and is shown to others only so that it can be recognised', () => {
  expect(addresses(['A@x.se', 'a@x.se'])).toEqual(['a@x.se']);
  expect(addresses(['a@x'])).toMatchObject({ refused: 'email/wrong' });
  expect(veiled('amina@example.org')).toBe('a…@example.org');
});
