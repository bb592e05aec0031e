import { expect, test } from '@jest/globals';
import { refusalOf } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';

const here = await installed();

const NOTE = 'mutation($name: String!, $description: String!, $organisationId: ID) { noteInitiative(name: $name, description: $description, organisationId: $organisationId) { id name addedBy { name } } }';
const SEARCH = 'query($search: String) { initiatives(search: $search) { name organisation { name } } }';
const RESEMBLING = 'query($worry: String!) { resembling(worry: $worry) { initiatives { because initiative { name } } } }';

test('[I1] a guest notes what already goes on, with or without an organisation, and whoever has not stepped in does not', async () => {
  const guest = here.people.nobody();
  const variables = { name: 'Läxhjälp på tisdagar', description: 'Grannar läser med barnen i tvättstugan.' };
  expect(await refusalOf(guest, NOTE, variables)).toBe('session/none');
  await guest.asks('mutation { stepIn(name: "Aïsha") { id } }');
  expect((await guest.asks(NOTE, variables)).noteInitiative).toMatchObject({ name: 'Läxhjälp på tisdagar', addedBy: { name: 'Aïsha' } });
  const organisationId = (await guest.asks('mutation { addOrganisation(name: "Hyresgästföreningen") { id } }')).addOrganisation.id;
  await guest.asks(NOTE, { name: 'Odlingslotter', description: 'Gården görs grön.', organisationId });
  expect(await refusalOf(guest, NOTE, { ...variables, organisationId: '00000000-0000-4000-8000-000000000000' })).toBe('not-found');
});

test('[I1] it is found by its name, by what it does and by its organisation, and before something new is formed', async () => {
  const visitor = here.people.nobody();
  const names = async (search: string) => (await visitor.asks(SEARCH, { search })).initiatives.map((one: any) => one.name);
  expect(await names('laxhjalp')).toEqual(['Läxhjälp på tisdagar']);
  expect(await names('TVÄTTSTUGAN')).toEqual(['Läxhjälp på tisdagar']);
  expect(await names('hyresgäst')).toEqual(['Odlingslotter']);
  expect(await names('simhall')).toEqual([]);
  const { resembling } = await visitor.asks(RESEMBLING, { worry: 'Barnen har ingenstans att läsa läxorna.' });
  expect(resembling.initiatives.map((one: any) => one.initiative.name)).toContain('Läxhjälp på tisdagar');
});
