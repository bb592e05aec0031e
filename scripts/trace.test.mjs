import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTrace, untraced } from './trace.mjs';

let root;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'samsyn-trace-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function faultsOf(files) {
  const sound = {
    'packages/domain/RULES.md': '# Rules\n- **L1** Anyone.\n- **L2** Open.\n',
    'packages/domain/src/alliance/alliance.test.ts': "test('[L1] anyone forms', () => {});\ntest.each([1])('[L2] reads', () => {});\n",
    'packages/domain/src/alliance/alliance.ts': "export const refusal = { refused: 'x', rule: 'L1' };\n",
  };
  for (const [name, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return untraced(readTrace(root));
}

test('rules that tests hold and refusals carry are in order', () => {
  expect(faultsOf({})).toEqual([]);
});

test('a rule without a test is named', () => {
  expect(faultsOf({ 'packages/domain/RULES.md': '- **L1** a\n- **L2** b\n- **L3** c\n' })).toEqual(['L3 is held by no test']);
});

test('a comment and a test that is skipped or yet to be written hold nothing', () => {
  const text = "// [L2] reads\ntest.skip('[L2] reads', () => {});\ntest.todo('[L2] reads');\ntest('[L1] anyone forms', () => {});\n";
  expect(faultsOf({ 'packages/domain/src/alliance/alliance.test.ts': text })).toEqual(['L2 is held by no test']);
});

test('several rules in one name are all cited', () => {
  expect(faultsOf({ 'packages/domain/src/alliance/alliance.test.ts': "test('[L1, L2] both', () => {});\n" })).toEqual([]);
});

test('a test of a rule that does not exist is named', () => {
  expect(faultsOf({ 'apps/api/src/alliance/alliance.test.ts': "test(`[L9] nobody ${1}`, () => {});\n" })).toEqual(['L9 is cited in apps/api/src/alliance/alliance.test.ts, and RULES.md does not have it']);
});

test('a refusal that carries a rule that does not exist is named', () => {
  const text = "throw new Refused('not-found', 'R9');\nconst right = { rule: 'R8' };\n";
  expect(faultsOf({ 'apps/api/src/alliance/alliance.ts': text })).toEqual([
    'R9 is carried by a refusal in apps/api/src/alliance/alliance.ts, and RULES.md does not have it',
    'R8 is carried by a refusal in apps/api/src/alliance/alliance.ts, and RULES.md does not have it',
  ]);
});

test('a number that stands twice is named', () => {
  expect(faultsOf({ 'packages/domain/RULES.md': '- **L1** a\n- **L2** b\n- **L1** c\n' })).toEqual(['L1 stands twice in RULES.md']);
});
