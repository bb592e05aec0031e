import { expect, test } from '@jest/globals';
import { limits } from '../shared/limits.js';
import { isRefusal } from '../shared/refusal.js';
import { form, type Forming } from './forming.js';

const least: Forming = { name: 'Trygg skolväg', worry: 'Barn vågar inte cykla.', visibility: 'OPEN' };

test('[L1] a name and a worry are enough to form an alliance', () => {
  expect(form(least)).toEqual({
    name: 'Trygg skolväg', worry: 'Barn vågar inte cykla.', purpose: '', groundRules: '', visibility: 'OPEN', speaking: { capacity: null, knows: '' },
    organisationIds: [], newOrganisations: [], emails: [], secondCoordinatorEmail: null,
  });
});

test('[L1] the second coordinator is invited even if forgotten among the others, and nobody is invited twice', () => {
  const formed = form({ ...least, emails: ['Kim@example.org', 'kim@example.org '], secondCoordinatorEmail: 'lo@example.org', organisationIds: ['a', 'a'] });
  expect(formed).toMatchObject({ emails: ['kim@example.org', 'lo@example.org'], secondCoordinatorEmail: 'lo@example.org', organisationIds: ['a'] });
});

test('[L1] each field that is wrong is refused with its own code', () => {
  const wrong: [Partial<Forming>, string][] = [
    [{ name: ' ' }, 'name/too-short'],
    [{ name: 'x'.repeat(limits.name + 1) }, 'text/too-long'],
    [{ worry: '' }, 'name/too-short'],
    [{ worry: 'a\u0000b' }, 'text/not-allowed'],
    [{ purpose: 'x'.repeat(limits.purpose + 1) }, 'text/too-long'],
    [{ groundRules: 'x'.repeat(limits.groundRules + 1) }, 'text/too-long'],
    [{ knows: 'x'.repeat(limits.knows + 1) }, 'text/too-long'],
    [{ emails: ['kim'] }, 'email/wrong'],
    [{ emails: Array.from({ length: limits.emails + 1 }, (_, at) => `a${at}@example.org`) }, 'list/too-long'],
    [{ secondCoordinatorEmail: '@' }, 'email/wrong'],
    [{ newOrganisations: [{ name: '' }] }, 'name/too-short'],
    [{ newOrganisations: [{ name: 'Ok', parentName: 'x'.repeat(limits.name + 1) }] }, 'text/too-long'],
    [{ organisationIds: Array.from({ length: limits.list + 1 }, (_, at) => String(at)) }, 'list/too-long'],
  ];
  for (const [given, code] of wrong) {
    const answer = form({ ...least, ...given });
    expect(isRefusal(answer) ? answer.refused : answer).toBe(code);
  }
});
