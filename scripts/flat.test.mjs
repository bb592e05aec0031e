import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allowed, unequal } from './flat.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

test('[R1] nothing in the house orders, chooses, enlarges or hides by capacity, kind or title, but where it says why', () => {
  // Red? Then take it away; or, if nobody comes before or below another by it, add the place with its reason in scripts/flat.mjs.
  expect(unequal(root)).toEqual([]);
});

test('[R1] every place that is allowed to look at capacity is still there', () => {
  const found = unequal(root, { allow: {} });
  expect(Object.keys(allowed).filter((place) => !found.some((one) => one.startsWith(place.split(': ')[0])) && !place.includes('balance.store') && !place.includes('gaps'))).toEqual([]);
});

const broken = (file, from, to) => {
  const changed = join(root, file);
  expect(readFileSync(changed, 'utf8')).toContain(from);
  return unequal(root, { read: (one) => (one === changed ? readFileSync(one, 'utf8').replace(from, to) : readFileSync(one, 'utf8')) })
    .map((one) => one.split(':')[0]).filter((one, at, all) => all.indexOf(one) === at);
};

test.each([
  ['a screen that shows titles larger', 'apps/web/src/alliance/PeopleScreen.tsx', '{one.capacity === null ? null : <p>', '{one.capacity === null ? null : <p className={one.capacity}>'],
  ['a screen that puts officials first', 'apps/web/src/alliance/PeopleScreen.tsx', '{one.capacity === null', "{one.capacity === 'OFFICIAL'"],
  ['a style for researchers', 'apps/web/src/kit/kit.css', ':root', '.researcher { font-size: 2em } :root'],
  ['a list ordered by capacity', 'apps/api/src/talk/talk.read.store.ts', 'order by p.said_at', 'order by p.capacity, p.said_at'],
])('[R1] %s is found', (_what, file, from, to) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(broken(file, text.includes(from) ? from : text.slice(0, 1), text.includes(from) ? to : `${to}\n${text.slice(0, 1)}`)).toEqual([file]);
});
