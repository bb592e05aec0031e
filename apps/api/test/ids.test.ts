import { expect, test } from '@jest/globals';
import { anAlliance } from './alliances.js';
import { asked, everythingOf, put } from './asked.js';
import { rootFields } from './contract.js';
import { installed } from './installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');
const foreign = await everythingOf(here, olle, await anAlliance(olle, { visibility: 'CLOSED', newOrganisations: [{ name: 'Skolan' }] }));
const own = await everythingOf(here, amina, await anAlliance(amina, { visibility: 'CLOSED', newOrganisations: [{ name: 'Biblioteket' }] }));

const fields = rootFields().filter((field) => field.ids.length > 0);
const unknown = '00000000-0000-4000-8000-000000000000';

test('[R3] every id of every root field is tried', () => {
  expect(fields.map((field) => [field.name, [...field.ids].sort()]).sort()).toEqual(Object.entries(asked)
    .filter(([, { ids }]) => Object.keys(ids).length > 0)
    .map(([name, { ids }]) => [name, Object.keys(ids).sort()])
    .sort());
});

for (const field of fields) {
  for (const [path, kind] of Object.entries(asked[field.name]?.ids ?? {})) {
    if (kind === 'chosen') continue;
    test(`[R3] ${field.name}(${path}): an id that is unknown, foreign or no id at all sounds the same`, async () => {
      const ids = [unknown, 'x', '../../etc', `${unknown}'`, ...(kind === 'open' ? [] : [foreign[kind] as string])];
      const base = asked[field.name]?.with?.(own) ?? {};
      for (const who of [amina, here.people.nobody()]) {
        const answers = await Promise.all(ids.map((id) => who.ask(field.question, put(base, path, id))));
        for (const [at, answer] of answers.entries()) expect({ id: ids[at], answer }).toEqual({ id: ids[at], answer: answers[0] });
        const code = answers[0]?.errors?.[0]?.extensions.code;
        expect(code).not.toBe('fault');
        expect(code !== undefined || answers[0]?.data.answer === null).toBe(true);
      }
    });
  }
}

test('[R3] what was tried on foreign things has left no trace in them', async () => {
  const { rows } = await here.db.query(`select verb from ledger_entry where alliance_id = $1 and actor_id = $2`, [foreign['alliance'], amina.id]);
  expect(rows).toEqual([]);
});
