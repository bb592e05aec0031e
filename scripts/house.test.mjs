import { existsSync, readFileSync, readdirSync } from 'node:fs';
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
  expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
});

test('the domain has no dependency', () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(floors['packages/domain/package.json']);
  expect([dependencies, devDependencies, peerDependencies]).toEqual([undefined, undefined, undefined]);
});

const pages = ['README.md', 'ARCHITECTURE.md', 'packages/domain/WORDS.md', 'packages/domain/RULES.md', 'docs/dependencies.md', 'docs/operating.md', 'docs/settings.md', ...readdirSync(join(checkout, 'docs/decisions')).map((name) => `docs/decisions/${name}`)];

test.each(pages)('the links in %s lead somewhere', (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target);
  expect(targets.filter((target) => !existsSync(join(checkout, dirname(page), target)))).toEqual([]);
});

test.each(pages.filter((page) => page === 'ARCHITECTURE.md' || page.startsWith('docs/decisions/0')))('the files that %s names exist', (page) => {
  const named = [...read(page).matchAll(/`((?:apps|packages|prisma|scripts|docs)\/[\w./-]*\w)`/g)].map(([, path]) => path);
  expect(named.filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
});

test.each(pages.filter((page) => page.startsWith('docs/decisions/')))('%s says background, decision, consequence and example', (page) => {
  const said = [...read(page).matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, word]) => word);
  expect(said).toEqual(['Background', 'Decision', 'Consequence', 'Example']);
});

test('the licence is the EUPL 1.2, and every package.json says so', () => {
  expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
  expect(Object.values(floors).map((text) => JSON.parse(text).license)).toEqual(Object.values(floors).map(() => 'EUPL-1.2'));
});

test('the architecture fits on a screen', () => {
  expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(50);
});

function* sourcesBelow(folder) {
  for (const entry of readdirSync(join(checkout, folder), { withFileTypes: true })) {
    if (['node_modules', 'dist', 'generated'].includes(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesBelow(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

test.each([
  ['refusal', 'packages/domain/src/shared/refusals.ts', /^ {2}'?([a-z][\w/-]*)'?: \{/gm],
  ['refusal of what is done together', 'packages/domain/src/shared/refusals.together.ts', /^ {2}'?([a-z][\w/-]*)'?: \{/gm],
  ['right', 'packages/domain/src/rights/rights.ts', /^ {2}'([a-zA-Z]+\.[a-zA-Z]+)': \{/gm],
])('no %s is a dead letter: each is used somewhere', (_what, file, pattern) => {
  const names = [...read(file).matchAll(pattern)].map(([, name]) => name);
  const used = ['apps/api/src', 'apps/web/src', 'packages/domain/src'].flatMap((folder) => [...sourcesBelow(folder)]).filter((path) => path !== file).map(read).join('\n');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !used.includes(`'${name}'`))).toEqual([]);
});
