import { expect, test } from '@jest/globals';
import { rights } from '@samsyn/domain/rights/rights';
import { everyStanding } from '@samsyn/domain/rights/summary';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const catalog = (language: string) => JSON.parse(readFileSync(join(import.meta.dirname, `../src/words/${language}/equal.json`), 'utf8')) as Record<string, string>;

test.each(['sv', 'en'])('[R1] every act and every standing of the table of rights has words on the page On equal terms (%s)', (language) => {
  // Red? Give the new act its words in apps/web/src/words/{sv,en}/equal.json.
  const said = catalog(language);
  const wanted = [...Object.keys(rights).map((verb) => `act-${verb.replace('.', '_')}`), ...everyStanding.map((standing) => `standing-${standing}`)];
  expect(wanted.filter((key) => said[key] === undefined)).toEqual([]);
  expect(Object.keys(said).filter((key) => /^(act|standing)-/.test(key) && !wanted.includes(key))).toEqual([]);
});
