import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => readFileSync(join(checkout, path), 'utf8');

const floors = {
  'package.json': read('package.json'),
  'apps/api/package.json': read('apps/api/package.json'),
  'apps/web/package.json': read('apps/web/package.json'),
  'packages/domain/package.json': read('packages/domain/package.json'),
};

/** The names of the packages that a section of docs/dependencies.md gives a reason for. */
function explained(file) {
  const section = read('docs/dependencies.md').split(/^## /m).find((each) => each.includes(`(\`${file}\`)`)) ?? '';
  return [...section.matchAll(/^- `([^`]+)`: \S+/gm)].map(([, name]) => name).sort();
}

test.each(Object.entries(floors))('each direct dependency of %s has its reason in docs/dependencies.md, and nothing else has', (file, text) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
  expect(explained(file)).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

test.each(Object.entries(floors))('each version in %s is exact', (file, text) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([name, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) && name !== '@types/node');
  expect(loose).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
});

test('the domain has no dependency', () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(floors['packages/domain/package.json']);
  expect([dependencies, devDependencies, peerDependencies]).toEqual([undefined, undefined, undefined]);
});
