import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { cruise, sizesAndNames } from './walls.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const houses = [];

/** A small house with the real walls around the given files. */
function house(files) {
  const root = mkdtempSync(join(tmpdir(), 'samsyn-walls-'));
  houses.push(root);
  for (const name of ['.dependency-cruiser.cjs', 'eslint.config.js', 'tsconfig.base.json', 'package.json']) cpSync(join(checkout, name), join(root, name));
  for (const floor of ['apps/api', 'apps/web', 'packages/domain']) {
    mkdirSync(join(root, floor), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json']) cpSync(join(checkout, floor, name), join(root, floor, name));
  }
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  for (const [name, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

afterAll(() => houses.forEach((root) => rmSync(root, { recursive: true, force: true })));

const sound = {
  'packages/domain/src/framing/framing.ts': "import { named } from './naming.js';\nexport const framing = named;\n",
  'packages/domain/src/framing/naming.ts': 'export const named = 1;\n',
  'apps/api/src/framing/framing.store.ts': "import pg from 'pg';\nexport const store = pg;\n",
  'apps/api/src/framing/framing.resolver.ts': "import { store } from './framing.store.js';\nexport const resolver = store;\n",
  'apps/api/src/alliance/alliance.resolver.ts': "import { store } from '../framing/framing.store.js';\nexport const resolver = store;\n",
  'apps/web/src/kit/Button.tsx': 'export const Button = 1;\n',
  'apps/web/src/framing/FramingScreen.tsx': "import { Button } from '../kit/Button';\nexport const FramingScreen = Button;\n",
  'apps/web/src/alliance/AllianceScreen.tsx': "import { Button } from '../kit/Button';\nexport const AllianceScreen = Button;\n",
  'apps/web/src/routes.tsx': "import { AllianceScreen } from './alliance/AllianceScreen';\nimport { FramingScreen } from './framing/FramingScreen';\nexport const routes = [AllianceScreen, FramingScreen];\n",
};

const breaches = {
  'domain-stands-alone': { 'packages/domain/src/framing/breach.ts': "import pg from 'pg';\nexport const x = pg;\n" },
  'domain-stands-alone by Node': { 'packages/domain/src/framing/breach.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n" },
  'domain-stands-alone by type': { 'packages/domain/src/framing/breach.ts': "import type { resolver } from '../../../../apps/api/src/framing/framing.resolver.js';\nexport type X = typeof resolver;\n" },
  'web-never-knows-api': { 'apps/web/src/framing/breach.ts': "import type { store } from '../../../api/src/framing/framing.store';\nexport type X = typeof store;\n" },
  'api-never-knows-web': { 'apps/api/src/framing/breach.ts': "import { Button } from '../../../web/src/kit/Button.js';\nexport const x = Button;\n" },
  'database-only-in-stores': { 'apps/api/src/framing/breach.ts': "import pg from 'pg';\nexport const x = pg;\n" },
  'database-only-in-stores by Prisma': { 'apps/api/src/framing/breach.resolver.ts': "import { PrismaPg } from '@prisma/adapter-pg';\nexport const x = PrismaPg;\n" },
  'web-slices-meet-in-routes': { 'apps/web/src/alliance/breach.ts': "import { FramingScreen } from '../framing/FramingScreen';\nexport const x = FramingScreen;\n" },
  'web-slices-meet-in-routes from below': { 'apps/web/src/alliance/deep/breach.ts': "import type { FramingScreen } from '../../framing/FramingScreen';\nexport type X = typeof FramingScreen;\n" },
  'kit-and-lib-know-no-slice': { 'apps/web/src/kit/breach.ts': "import { FramingScreen } from '../framing/FramingScreen';\nexport const x = FramingScreen;\n" },
  'no-foreign-resolver': { 'apps/api/src/alliance/breach.ts': "import { resolver } from '../framing/framing.resolver.js';\nexport const x = resolver;\n" },
  'no-cycles': { 'packages/domain/src/framing/breach.ts': "import type { Other } from './other.js';\nexport type Breach = Other;\n", 'packages/domain/src/framing/other.ts': "import type { Breach } from './breach.js';\nexport type Other = Breach | 1;\n" },
  'no-orphans': { 'packages/domain/src/framing/breach.ts': 'export const forgotten = 1;\n' },
  'no-unlisted-packages': { 'apps/api/src/framing/breach.ts': "import { parse } from 'yaml-of-nowhere';\nexport const x = parse;\n" },
  'not-to-tests': { 'packages/domain/src/framing/breach.ts': "import { y } from './y.test.js';\nexport const x = y;\n", 'packages/domain/src/framing/y.test.ts': 'export const y = 1;\n' },
};

test('a house in order passes all walls', async () => {
  const root = house({});
  expect(await cruise(root)).toMatchObject({ code: 0 });
  expect(sizesAndNames(root)).toEqual([]);
});

test('every wall between floors and slices has a breach that is tried here', async () => {
  const { default: config } = await import('../.dependency-cruiser.cjs');
  expect([...new Set(Object.keys(breaches).map((name) => name.split(' ')[0]))].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});

test('a breach of each wall is found, each by its name', async () => {
  // All breaches stand in one house, told apart by a number: reading a house is what takes time.
  const numbered = (text, number) => text.replace(/\b(breach|other|y)(?=[.'])/g, `$1${String(number)}`);
  const tried = Object.entries(breaches).map(([name, files], number) => ({
    name,
    sought: new RegExp(`error ${name.split(' ')[0]}: \\S*/(breach|other)${String(number)}\\.[.\\w]+`),
    files: Object.entries(files).map(([path, text]) => [numbered(path, number), numbered(text, number)]),
  }));
  const { code, text } = await cruise(house(Object.fromEntries(tried.flatMap(({ files }) => files))));
  expect(tried.filter(({ sought }) => !sought.test(text)).map(({ name }) => name)).toEqual([]);
  expect(code).toBeGreaterThan(0);
});

test.each(['ts', 'tsx', 'mjs', 'css', 'graphql'])('a file of 301 lines ending in .%s is found, one of 300 is not', (ending) => {
  const folder = ending === 'mjs' ? 'scripts' : 'apps/web/src/framing';
  expect(sizesAndNames(house({ [`${folder}/long.${ending}`]: '\n'.repeat(301), [`${folder}/fits.${ending}`]: '\n'.repeat(300) }))).toEqual([expect.stringMatching(new RegExp(`no-long-files: ${folder}/long.${ending} has 301`))]);
});

test('a catalog, a generated file and what was built may be long', () => {
  expect(sizesAndNames(house({ 'apps/web/src/words/sv/framing.json': '\n'.repeat(900), 'apps/api/src/generated/client.ts': '\n'.repeat(900), 'apps/api/dist/main.js': '\n'.repeat(900) }))).toEqual([]);
});

test.each(['utils', 'helpers', 'common', 'index', 'types'])('a file called %s is found', (name) => {
  expect(sizesAndNames(house({ [`apps/web/src/framing/${name}.ts`]: 'export const x = 1;\n' }))).toHaveLength(1);
});

const faults = {
  'a default export': ['apps/web/src/framing/fault.tsx', 'export default function Fault() { return null; }\n', 'no-restricted-syntax'],
  'a default export by another name': ['apps/web/src/framing/fault.ts', 'const fault = 1;\nexport { fault as default };\n', 'no-restricted-syntax'],
  'a barrel': ['apps/web/src/framing/fault.ts', "export * from './FramingScreen';\n", 'no-restricted-syntax'],
  'a sentence in JSX': ['apps/web/src/framing/fault.tsx', 'export const Fault = () => <p>Välkommen</p>;\n', 'no-restricted-syntax'],
  'a sentence in braces': ['apps/web/src/framing/fault.tsx', "export const Fault = () => <p>{'Welcome'}</p>;\n", 'no-restricted-syntax'],
  'a sentence between values': ['apps/web/src/framing/fault.tsx', 'export const Fault = ({ n }: { n: number }) => <p>{`${n} bidrag`}</p>;\n', 'no-restricted-syntax'],
  'one of two sentences': ['apps/web/src/framing/fault.tsx', "export const Fault = ({ n }: { n: number }) => <p>{n > 1 ? 'bidrag' : ''}</p>;\n", 'no-restricted-syntax'],
  'a label that is read aloud': ['apps/web/src/framing/fault.tsx', 'export const Fault = () => <button aria-label="Close" />;\n', 'no-restricted-syntax'],
  'foreign HTML': ['apps/web/src/framing/fault.tsx', 'export const Fault = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n', 'no-restricted-syntax'],
  'foreign HTML by hand': ['apps/web/src/framing/fault.ts', 'export function fault(place: Element, text: string) { place.innerHTML = text; }\n', 'no-restricted-syntax'],
  'a hook after a condition': ['apps/web/src/framing/fault.tsx', "import { useState } from 'react';\nexport function useFault(on: boolean) { if (on) useState(1); }\n", 'react-hooks/rules-of-hooks'],
  'a promise nobody waits for': ['apps/api/src/framing/fault.ts', 'async function save(): Promise<void> { await Promise.resolve(); }\nexport function fault() { save(); }\n', '@typescript-eslint/no-floating-promises'],
  'a domain that throws': ['packages/domain/src/framing/fault.ts', "export function fault(): never { throw new Error('no'); }\n", 'no-restricted-syntax'],
  'a domain that reads the clock': ['packages/domain/src/framing/fault.ts', 'export const fault = (): number => Date.now();\n', 'no-restricted-syntax'],
  'a domain that reads the date': ['packages/domain/src/framing/fault.ts', 'export const fault = (): string => new Date().toISOString();\n', 'no-restricted-syntax'],
  'a domain that throws dice': ['packages/domain/src/framing/fault.ts', 'export const fault = (): number => Math.random();\n', 'no-restricted-syntax'],
  'a domain that waits': ['packages/domain/src/framing/fault.ts', 'export async function fault(): Promise<void> { await Promise.resolve(); }\n', 'no-restricted-syntax'],
  'a domain that knows the process': ['packages/domain/src/framing/fault.ts', 'export const fault = (): number => process.pid;\n', 'no-restricted-globals'],
  'a file of 301 lines': ['apps/web/src/framing/fault.ts', `${'\n'.repeat(300)}export const fault = 1;\n`, 'max-lines'],
};

/** One linting for all faults: reading the types is what takes time. */
async function lint(files) {
  const root = house(files);
  const linter = new ESLint({ cwd: root });
  const results = await linter.lintFiles(Object.keys(files));
  return new Map(results.map(({ filePath, messages }) => [filePath.slice(root.length + 1), messages.map(({ ruleId, message }) => ruleId ?? message)]));
}

test('what one file alone does wrong is found, each by its rule', async () => {
  const named = Object.entries(faults).map(([name, [path, text, rule]], number) => ({ name, rule, path: path.replace('fault.', `fault${String(number)}.`), text }));
  const found = await lint(Object.fromEntries(named.map(({ path, text }) => [path, text])));
  expect(named.filter(({ path, rule }) => !found.get(path)?.includes(rule)).map(({ name, path }) => [name, found.get(path)])).toEqual([]);
});

test('what is right is not taken for a fault', async () => {
  const right = {
    'apps/web/src/framing/Right.tsx': "import { Button } from '../kit/Button';\nexport const Right = ({ t, n }: { t: (key: string) => string; n: number }) => <p className=\"right\" data-kind={`n-${n}`} aria-label={t('framing.right')}>{t('framing.right')} · {n} {Button}</p>;\n",
    'apps/api/src/framing/right.ts': 'async function save(): Promise<void> { await Promise.resolve(); }\nexport async function right(): Promise<void> { await save(); }\n',
    'packages/domain/src/framing/right.ts': 'export const dayOf = (at: string): string => new Date(at).toISOString().slice(0, 10);\n',
  };
  expect([...(await lint(right)).values()]).toEqual([[], [], []]);
});
