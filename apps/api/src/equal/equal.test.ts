import { expect, test } from '@jest/globals';
import { whyNot } from '@samsyn/domain/rights/rights';
import { anAlliance, joins } from '../../test/alliances.js';
import { installed } from '../../test/installed.js';
import { unequalAnswers } from './checking.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');
const stood = await anAlliance(olle);
await joins(amina, stood.code);
for (const who of [olle, amina]) await who.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: stood.id, text: 'Det drar', kinds: ['FACTS'], howKnown: [] } });

const CHECK = 'mutation { checkEqualTerms { at cells failures } }';

test('[R1] anybody has the running database checked, and all can read when it was and what it found', async () => {
  const nobody = here.people.nobody();
  expect((await nobody.asks('{ equalCheck { at } }')).equalCheck).toBeNull();
  const before = (await here.db.query('select capacity, knows from participation order by id')).rows;
  const { checkEqualTerms: found } = await nobody.asks(CHECK);
  expect(found.failures).toEqual([]);
  expect(found.cells).toBeGreaterThan(100);
  expect((await amina.asks('{ equalCheck { at cells failures } }')).equalCheck).toEqual(found);
  // What was exchanged for the check was never stored.
  expect((await here.db.query('select capacity, knows from participation order by id')).rows).toEqual(before);
});

test('[R1] a table that answers by capacity is found by the check', () => {
  const place = { allianceId: stood.id, visibility: 'OPEN', standing: 'TAKES_PART' } as const;
  const places = [{ ...place, capacity: 'OFFICIAL' as const }, { ...place, capacity: 'RESIDENT' as const }];
  expect(unequalAnswers(places).failures).toEqual([]);
  const { failures } = unequalAnswers(places, (verb, standing, thing) => (verb === 'alliance.give' && (thing as { capacity?: string }).capacity === 'RESIDENT' ? 'not-found' : whyNot(verb, standing, thing)));
  expect(failures).toEqual([`alliance.give is answered differently to people who are TAKES_PART in ${stood.id}`]);
});

test('[R1] a running database in which a list stands by capacity is found by the check, by its name', async () => {
  // By hand in the database, past everything the house is built of: whoever is an official is given the name that stands last.
  await here.db.query(`create function officials_last() returns trigger language plpgsql as $$ begin
    update actor set name = case when new.capacity = 'OFFICIAL' then 'Ö' else 'A' end where id = new.actor_id; return null; end $$`);
  await here.db.query('create trigger officials_last after update of capacity on participation for each row execute function officials_last()');
  const { checkEqualTerms: found } = await olle.asks(CHECK);
  expect(found.failures).toContain(`people of ${stood.id} stand in another order when capacities, kinds and titles are exchanged`);
});
