import fc from 'fast-check';
import { capacities, kinds } from '../src/shared/enums.js';
import type { Counted } from '../src/contribution/balance.js';

/** People and organisations of a generated alliance; two namesakes among them. */
export const people = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;
export const organisations = ['o1', 'o2', 'o3'] as const;
export const names: Readonly<Record<string, string>> = {
  p1: 'Åsa', p2: 'Bo', p3: 'bo', p4: 'Zahra', p5: 'Bo', o1: 'Förskoleförvaltningen', o2: 'Ängen', o3: 'Miljöförvaltningen',
};

const capacity = fc.option(fc.constantFrom(...capacities));
const author = fc.record({
  actorId: fc.constantFrom(...people),
  capacity,
  organisationId: fc.option(fc.constantFrom(...organisations), { freq: 2 }),
});
const nobody = fc.record({ actorId: fc.constant(null), capacity, organisationId: fc.constant(null) });
const someKinds = fc.subarray([...kinds]);
const questions = fc.array(
  fc.record({ about: fc.constantFrom('KIND', 'CLAIM'), outcome: fc.constantFrom('OPEN', 'KEPT', 'CHANGED') }),
  { maxLength: 3 },
);

const said = fc.record({
  state: fc.constantFrom('GIVEN', 'GIVEN', 'GIVEN', 'WITHDRAWN') as fc.Arbitrary<'GIVEN' | 'WITHDRAWN'>,
  kinds: someKinds,
  statedAuthor: fc.constant(null),
  authors: fc.uniqueArray(author, { minLength: 1, maxLength: 4, selector: (one) => one.actorId }),
  questions,
});
const stated = fc.record({
  state: fc.constant('GIVEN' as const),
  kinds: someKinds,
  statedAuthor: fc.option(fc.constantFrom('Amina', 'Bo', 'Okänd')),
  authors: fc.tuple(nobody, fc.uniqueArray(author, { maxLength: 2, selector: (one) => one.actorId })).map(([first, rest]) => [first, ...rest]),
  questions,
});

/** Contributions of a generated alliance: withdrawn ones, several authors, stated authors, questioned kinds. */
export const alliance: fc.Arbitrary<Counted[]> = fc.array(fc.oneof({ weight: 3, arbitrary: said }, { weight: 1, arbitrary: stated }), { maxLength: 25 });
