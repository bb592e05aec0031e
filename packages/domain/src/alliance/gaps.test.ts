import { expect, test } from '@jest/globals';
import type { ActorKind, Capacity, Standing } from '../shared/enums.js';
import { gaps, mandateEnded, type ParticipationSeen } from './gaps.js';

const today = '2026-11-23';

function someone(id: string, kind: ActorKind, standing: Standing, more: Partial<ParticipationSeen> = {}): ParticipationSeen {
  return { id, kind, standing, capacity: null, representations: [], ...more };
}

const person = (id: string, capacity: Capacity | null): ParticipationSeen => someone(id, 'PERSON', 'TAKES_PART', { capacity });
const everybody = [person('r', 'RESEARCHER'), person('o', 'OFFICIAL'), person('b', 'RESIDENT')];
const codes = (found: ReturnType<typeof gaps>) => found.map((gap) => gap.code);

test('[L5] an alliance where every capacity speaks and two coordinate lacks nothing', () => {
  expect(gaps(everybody, 2, today)).toEqual([]);
});

test('[L5] a department that has not answered is a gap, whether it is an organisation or an alliance', () => {
  for (const kind of ['ORGANISATION', 'ALLIANCE'] as const) {
    expect(gaps([...everybody, someone('d', kind, 'INVITED')], 2, today)).toEqual([{ code: 'department-unanswered', participationId: 'd', capacity: null }]);
  }
});

test('[L5] no and later are answers, and leave no gap', () => {
  for (const standing of ['DECLINED', 'LATER', 'LEFT'] as const) expect(gaps([...everybody, someone('d', 'ORGANISATION', standing)], 2, today)).toEqual([]);
});

test('[L5] a department that takes part is represented by somebody, with a mandate that still holds', () => {
  const department = (representations: ParticipationSeen['representations']) => codes(gaps([...everybody, someone('d', 'ORGANISATION', 'TAKES_PART', { representations })], 2, today));
  expect(department([])).toEqual(['department-unrepresented']);
  expect(department([{ until: null, endedAt: '2026-11-01T00:00:00.000Z' }])).toEqual(['department-unrepresented']);
  expect(department([{ until: '2026-11-22', endedAt: null }])).toEqual(['mandate-ended']);
  expect(department([{ until: today, endedAt: null }])).toEqual([]);
  expect(department([{ until: '2026-11-22', endedAt: null }, { until: null, endedAt: null }])).toEqual([]);
});

test('[L5] a capacity nobody speaks in is a gap, and a person invited does not fill it', () => {
  const found = gaps([person('r', 'RESEARCHER'), someone('o', 'PERSON', 'INVITED', { capacity: 'OFFICIAL' }), person('n', null)], 2, today);
  expect(found.map((gap) => gap.capacity)).toEqual(['OFFICIAL', 'RESIDENT']);
});

test('[L6] fewer than two who coordinate is a gap', () => {
  expect(codes(gaps(everybody, 1, today))).toEqual(['one-coordinator']);
  expect(codes(gaps(everybody, 0, today))).toEqual(['one-coordinator']);
});

test('[L5] a mandate holds on its last day and ends the day after', () => {
  expect([mandateEnded(null, today), mandateEnded(today, today), mandateEnded('2026-11-22', today)]).toEqual([false, false, true]);
});
