import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { framingFields } from '../shared/enums.js';
import { isRefusal } from '../shared/refusal.js';
import { drafts, limitOf, opened, reframed, type Fields } from './framing.js';

const fields = opened({ NAME: 'Tröskeln är tillit, inte utbud' }) as Fields;

test('[F1] a framing opens with a name alone, and its bounds can be empty until they are known', () => {
  expect(fields).toMatchObject({ NAME: 'Tröskeln är tillit, inte utbud', BELONGS: '', NORMS: '' });
  expect(opened({ NAME: '  ' })).toMatchObject({ refused: 'text/empty' });
  expect(opened({ NAME: 'Namn', OUTSIDE: 'x'.repeat(limitOf('OUTSIDE') + 1) })).toMatchObject({ refused: 'text/too-long' });
});

test('[F3] a framing is named or bounded anew only with a reason, and only when something changes', () => {
  expect(reframed(fields, 'NAME', 'Tillit före utbud', '  ')).toMatchObject({ refused: 'framing/reason-needed', rule: 'F3' });
  expect(reframed(fields, 'NAME', fields.NAME, 'därför')).toMatchObject({ refused: 'framing/nothing-changed' });
  expect(reframed(fields, 'NAME', '', 'därför')).toMatchObject({ refused: 'text/empty' });
  expect(reframed(fields, 'OUTSIDE', 'Lokalfrågan', 'Den ägs av andra')).toEqual({ field: 'OUTSIDE', before: '', after: 'Lokalfrågan', reason: 'Den ägs av andra' });
});

test('[F3] steps put one after another give back every earlier name', () => {
  const step = fc.record({ field: fc.constantFrom(...framingFields), text: fc.string({ maxLength: 40 }), reason: fc.string({ minLength: 1, maxLength: 20 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let now = fields;
      const line = [];
      for (const { field, text, reason } of steps) {
        const done = reframed(now, field, text, reason);
        if (isRefusal(done)) continue;
        line.push(done);
        now = { ...now, [field]: done.after };
      }
      for (const done of line.reverse()) {
        expect(now[done.field]).toBe(done.after);
        now = { ...now, [done.field]: done.before };
      }
      expect(now).toEqual(fields);
    }),
  );
});

test('[F2] what is being written is shown beside what stands, only where it differs', () => {
  expect(drafts(fields, { NAME: fields.NAME, OUTSIDE: ' Lokalfrågan ' })).toEqual([{ field: 'OUTSIDE', text: 'Lokalfrågan' }]);
});
