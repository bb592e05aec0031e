import { expect, test } from '@jest/globals';
import { canonical } from './canonical.js';
import { named, relabelled, stoodAt } from './naming.js';
import { restoring } from './restoring.js';

test('[V2] a version has a name that can be seen, and it is corrected only into another one', () => {
  expect(named('  Efter\nmötet ')).toBe('Efter mötet');
  for (const nothing of ['', '   ', '\u200b']) expect(named(nothing)).toMatchObject({ refused: 'name/too-short' });
  expect(named('x'.repeat(121))).toMatchObject({ refused: 'text/too-long' });
  expect(relabelled('Före mötet', 'Efter mötet')).toEqual({ before: 'Före mötet', after: 'Efter mötet' });
  expect(relabelled('Före mötet', ' Före  mötet ')).toMatchObject({ refused: 'version/nothing-changed', rule: 'V2' });
});

test('[V2] what is frozen is one text, however it was put together', () => {
  expect(canonical({ b: [1, undefined, { d: 'å"', c: null }], a: undefined, A: true })).toBe('{"A":true,"b":[1,null,{"c":null,"d":"å\\""}]}');
  expect(canonical({ x: 1, y: 2 })).toBe(canonical({ y: 2, x: 1 }));
});

test('[V2] name and bounds are those of the moment, before what has been named anew since', () => {
  const now = { NAME: 'Tre', BELONGS: 'Gata', OUTSIDE: '', FOR_WHOM: '', UNKNOWN: '', NORMS: '' };
  const line = [
    { field: 'NAME' as const, before: 'Ett', at: '2026-01-01T10:00:00Z' },
    { field: 'NAME' as const, before: 'Två', at: '2026-01-03T10:00:00Z' },
    { field: 'BELONGS' as const, before: 'Torg', at: '2026-01-04T10:00:00Z' },
  ];
  expect(stoodAt(now, line, '2026-01-02T00:00:00Z')).toMatchObject({ NAME: 'Två', BELONGS: 'Torg' });
  expect(stoodAt(now, line, '2026-01-05T00:00:00Z')).toEqual(now);
});

test('[V4] a text is restored for a reason, and not to what it reads already', () => {
  expect(restoring(' Det gamla var klarare. ', false)).toBe('Det gamla var klarare.');
  expect(restoring(' ', false)).toMatchObject({ refused: 'framing/reason-needed', rule: 'V4' });
  expect(restoring('Därför', true)).toMatchObject({ refused: 'version/reads-so-already', rule: 'V4' });
});
