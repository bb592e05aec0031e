import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capacities, kinds, standings, visibilities, waysOfKnowing } from '../shared/enums.js';
import type { RefusalCode } from '../shared/refusals.js';
import { rights, type AskingStanding, type Thing, type Verb } from './rights.js';
import { source, statesNamedIn } from '../../test/source-of-rights.js';

type Table = Record<string, { whyNot: (standing: AskingStanding, thing: Thing) => RefusalCode | null }>;

/** What a person is besides taking part: nothing of this may move an answer. */
interface Someone {
  readonly capacity: string | undefined;
  readonly title: string;
  readonly kind: string | undefined;
  readonly amount: number;
  readonly joinedAs: number;
}

const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];
const titles = ['', 'Professor'];
const amounts = [0, 10_000];
const orders = [1, 500];

function everySomeone(): Someone[] {
  return [...capacities, undefined].flatMap((capacity) =>
    titles.flatMap((title) =>
      [...kinds, undefined].flatMap((kind) => amounts.flatMap((amount) => orders.map((joinedAs) => ({ capacity, title, kind, amount, joinedAs })))),
    ),
  );
}

function everyThing(): Thing[] {
  return [...visibilities, undefined].flatMap((visibility) =>
    [...statesNamedIn(source), 'SOMETHING_ELSE', undefined].flatMap((state) =>
      [true, false, undefined].flatMap((mine) =>
        [true, undefined].map((ended) => ({
          ...(visibility === undefined ? {} : { visibility }),
          ...(state === undefined ? {} : { state }),
          ...(mine === undefined ? {} : { mine }),
          ...(ended === undefined ? {} : { ended }),
        })),
      ),
    ),
  );
}

/** The verbs whose answer depends on anything a person is; the way of asking lets them look at all of it. */
function verbsThatDiffer(table: Table, verbs = Object.keys(table)): string[] {
  const cases = everyThing().map((thing) => ({ thing, asked: everySomeone().map((someone) => ({ ...thing, ...someone })) }));
  return verbs.filter((verb) =>
    everyStanding.some((standing) =>
      cases.some(({ thing, asked }) => {
        const plain = table[verb]?.whyNot(standing, thing);
        return asked.some((seen) => table[verb]?.whyNot(standing, seen) !== plain);
      }),
    ),
  );
}

test('[R1] every answer is the same for all capacities, titles, kinds of knowledge, amounts given and orders of joining', () => {
  expect(verbsThatDiffer(rights)).toEqual([]);
});

test('[R1] a table in which only officials admit is caught', () => {
  const onlyOfficials: Table = {
    ...rights,
    'participation.admit': {
      whyNot: (standing, thing) =>
        (thing as Partial<Someone>).capacity === 'OFFICIAL' ? rights['participation.admit'].whyNot(standing, thing) : 'participation/not-yours',
    },
  };
  expect(verbsThatDiffer(onlyOfficials)).toEqual(['participation.admit']);
});

test('[R1] privilege by any attribute, put on any act, is caught', () => {
  const privileges: ((someone: Partial<Someone>) => boolean)[] = [
    (someone) => someone.capacity === 'RESEARCHER',
    (someone) => someone.title === 'Professor',
    (someone) => someone.kind === 'FACTS',
    (someone) => (someone.amount ?? 0) > 100,
    (someone) => someone.joinedAs === 1,
  ];
  // What is open to everybody leaves no room for a privilege.
  const verb = fc.constantFrom(...(Object.keys(rights) as Verb[]).filter((one) => one !== 'session.begin' && one !== 'equal.check'));
  fc.assert(
    fc.property(verb, fc.constantFrom(...privileges), (privileged, has) => {
      const mutant: Table = { ...rights, [privileged]: { whyNot: (standing, thing) => (has(thing as Partial<Someone>) ? null : rights[privileged].whyNot(standing, thing)) } };
      return verbsThatDiffer(mutant, [privileged]).length === 1;
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('[R1] a condition is given standing and the state of the thing, and there is no other way in', () => {
  expect(source.membersOfThing).toEqual({ visibility: 'Visibility', state: 'string', mine: 'boolean', ended: 'boolean' });
  expect(source.parametersOfCondition).toEqual({ standing: 'AskingStanding', thing: 'Thing' });
  expect(source.askingStanding).toEqual(["'NOBODY'", "'OUTSIDE'", 'Standing']);
  expect(source.imports).toEqual(['../shared/enums.js: Standing, Visibility', '../shared/refusals.js: RefusalCode']);
  expect(Object.values(rights).filter(({ whyNot }) => whyNot.length > 2)).toEqual([]);
});

test('[R1] no state that the table names is a capacity, a kind of knowledge or a way of knowing in disguise', () => {
  const personal = new Set<string>([...capacities, ...kinds, ...waysOfKnowing]);
  expect(statesNamedIn(source).filter((state) => personal.has(state))).toEqual([]);
  expect(statesNamedIn(source)).toContain('ASKED');
});
