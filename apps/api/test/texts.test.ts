import { expect, test } from '@jest/globals';
import { anAlliance } from './alliances.js';
import { asked, everythingOf, put } from './asked.js';
import { rootFields } from './contract.js';
import { installed } from './installed.js';

const here = await installed();
const amina = await here.people.aResident('Amina');
const own = await everythingOf(here, amina, await anAlliance(amina, { newOrganisations: [{ name: 'Biblioteket' }] }));

const hostile: Record<string, string> = {
  'a character that cannot be stored': 'a\u0000b',
  'half a character': 'a\uD800b',
  'a hundred thousand characters': 'å'.repeat(100_000),
  'ten thousand marks on a letter': `a${'\u0301'.repeat(10_000)}`,
  'marks that turn the reading': '\u202Egnirts\u202C \u2066x',
  'nothing visible': '\u200B\uFEFF \u00A0',
  'nothing at all': '',
  'what a database might read': `'; drop table actor; --%_\\`,
  'what a page might run': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'other letters and pictures': 'سلام 👩🏽‍🌾 ﷽ 漢字',
};

const fields = rootFields().filter((field) => field.texts.length > 0);
// Ids of these kinds are filled in, so that the act gets as far as its text.
const filled = ['alliance', 'department', 'contribution', 'question', 'framing', 'problem', 'coordinating', 'importRun'];

function valid(name: string): Record<string, unknown> {
  const { with: given, ids } = asked[name] ?? { ids: {} };
  return Object.entries(ids).reduce((variables, [path, kind]) => {
    const optional = name === 'Mutation.give' && path !== 'input.allianceId';
    return filled.includes(kind) && !optional ? put(variables, path, own[kind] as string) : variables;
  }, given?.(own) ?? {});
}

test('[G4] every text of every root field is tried', () => {
  expect(fields.map((field) => field.name).filter((name) => asked[name] === undefined)).toEqual([]);
});

for (const field of fields) {
  for (const path of field.texts) {
    test(`[G4] ${field.name}(${path}): whatever is written is taken or refused with a code, and nothing breaks`, async () => {
      for (const [what, text] of Object.entries(hostile)) {
        const { errors } = await amina.ask(field.question, put(valid(field.name), path, text));
        expect({ what, code: errors?.[0]?.extensions.code }).not.toEqual({ what, code: 'fault' });
      }
      expect((await here.people.nobody().asks('{ about { version } }')).about.version).toEqual(expect.any(String));
    });
  }
}
