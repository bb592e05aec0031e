import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alliance, names } from '../../test/alliances.js';
import type { Kind } from '../shared/enums.js';
import { balance, missing, type Counted } from './balance.js';

const nameOf = (id: string) => names[id] ?? id;
const kinds: Kind[] = ['FACTS', 'UNDERSTANDING', 'SKILL', 'FAMILIARITY'];

/**
 * Counts in another way than the domain does: every number is asked for by itself, by walking
 * through all contributions anew, as somebody with paper and pencil would.
 */
function tally(given: readonly Counted[], fits: (one: Counted, author: Counted['authors'][number]) => boolean, kind: Kind | null | 'any') {
  let contributions = 0;
  const people: string[] = [];
  for (const one of given) {
    if (one.state === 'WITHDRAWN') continue;
    if (kind === null ? one.kinds.length > 0 : kind !== 'any' && !one.kinds.includes(kind)) continue;
    let counts = false;
    for (const author of one.authors) {
      if (!fits(one, author)) continue;
      counts = true;
      const who = author.actorId ?? (one.statedAuthor === null ? null : `stated ${one.statedAuthor}`);
      if (who !== null && !people.includes(who)) people.push(who);
    }
    if (counts) contributions += 1;
  }
  return { contributions, people: people.length };
}

test('[K1] every number equals what one counts by hand: several authors, withdrawals, stated authors', () => {
  fc.assert(
    fc.property(alliance, (given) => {
      const counted = balance(given, nameOf);
      const all = () => true;
      expect(counted.total).toBe(tally(given, all, 'any').contributions);
      expect(counted.kindNotStated).toBe(tally(given, all, null).contributions);
      for (const kind of kinds) {
        const { contributions, people } = tally(given, all, kind);
        expect(counted.kinds.find((one) => one.kind === kind)).toEqual({ kind, count: contributions, people });
      }
      for (const row of counted.capacities) {
        const theirs = (_: Counted, author: Counted['authors'][number]) => author.capacity === row.capacity;
        expect(row.total).toBe(tally(given, theirs, 'any').contributions);
        expect(row.kindNotStated).toBe(tally(given, theirs, null).contributions);
        for (const { kind, count, people } of row.kinds) {
          expect({ contributions: count, people }).toEqual(tally(given, theirs, kind));
        }
      }
      for (const row of counted.people) {
        const theirs = (one: Counted, author: Counted['authors'][number]) =>
          row.actorId !== null ? author.actorId === row.actorId : author.actorId === null && one.statedAuthor === row.stated;
        expect(row.total).toBe(tally(given, theirs, 'any').contributions);
        expect(row.total).toBeGreaterThan(0);
        for (const { kind, count } of row.kinds) expect(count).toBe(tally(given, theirs, kind).contributions);
      }
      for (const row of counted.organisations) {
        const theirs = (_: Counted, author: Counted['authors'][number]) => author.organisationId === row.actorId;
        expect(row.total).toBe(tally(given, theirs, 'any').contributions);
        for (const { kind, count } of row.kinds) expect(count).toBe(tally(given, theirs, kind).contributions);
      }
    }),
    { numRuns: 300 },
  );
});

test('[K1] the order of people and organisations follows their names and never the amount', () => {
  fc.assert(
    fc.property(alliance, fc.array(fc.nat({ max: 3 }), { maxLength: 25 }), (given, more) => {
      const order = (list: readonly Counted[]) => balance(list, nameOf).people.map((one) => one.actorId ?? one.stated);
      const again = given.flatMap((one, at) => Array.from({ length: 1 + (more[at] ?? 0) }, () => one));
      expect(order(again)).toEqual(order(given));
      expect(order(given.toReversed())).toEqual(order(given));
    }),
  );
});

test('[C3] what is withdrawn is not counted anywhere', () => {
  fc.assert(
    fc.property(alliance, (given) => {
      expect(balance(given, nameOf)).toEqual(balance(given.filter((one) => one.state === 'GIVEN'), nameOf));
    }),
  );
});

test('[C4] a questioned kind counts as the knower stated it, and is shown as questioned until answered', () => {
  const one: Counted = { state: 'GIVEN', kinds: ['SKILL'], statedAuthor: null, authors: [{ actorId: 'p1', capacity: 'RESIDENT', organisationId: null }] };
  const open = { ...one, questions: [{ about: 'KIND', outcome: 'OPEN' }] };
  expect(balance([open], nameOf)).toMatchObject({ questioned: 1, total: 1 });
  expect(balance([open], nameOf).kinds).toEqual(balance([one], nameOf).kinds);
  expect(balance([{ ...one, questions: [{ about: 'KIND', outcome: 'KEPT' }, { about: 'CLAIM', outcome: 'OPEN' }] }], nameOf).questioned).toBe(0);
});

test('[K1] what is missing reads "none" or "hardly", less than one in ten', () => {
  const counts = (skill: number) => [{ kind: 'FACTS', count: 9 }, { kind: 'UNDERSTANDING', count: 2 }, { kind: 'SKILL', count: skill }] as const;
  expect(missing(11, counts(1))).toEqual([{ kind: 'SKILL', code: 'hardly' }, { kind: 'FAMILIARITY', code: 'none' }]);
  expect(missing(10, counts(1))).toEqual([{ kind: 'FAMILIARITY', code: 'none' }]);
  expect(missing(0, [])).toEqual(kinds.map((kind) => ({ kind, code: 'none' })));
});

test('[R1] whatever capacity people speak in, the same contributions give the same kinds', () => {
  fc.assert(
    fc.property(alliance, fc.constantFrom('RESEARCHER', 'OFFICIAL', 'RESIDENT', null), (given, capacity) => {
      const all = given.map((one) => ({ ...one, authors: one.authors.map((author) => ({ ...author, capacity })) }));
      expect(balance(all, nameOf).kinds).toEqual(balance(given, nameOf).kinds);
      expect(balance(all, nameOf).people).toEqual(balance(given, nameOf).people);
    }),
  );
});
