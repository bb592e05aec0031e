import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants/list.mjs';

/**
 * Puts each seeded violation of equal terms into a copy of the house, runs the tests that hold it, and demands that they
 * turn red [R1]. `npm run mutants` runs all, `npm run mutants -- 3 7` some, and `-- --list` names them. A mutant of one’s
 * own is a line more in scripts/mutants/list.mjs.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asked = process.argv.slice(2);

if (asked.includes('--list')) {
  for (const [at, { name, file }] of MUTANTS.entries()) console.info(`${at + 1}. ${name} (${file})`);
} else {
  const copy = aCopy();
  try {
    process.exitCode = (await tryAll(copy, asked.map(Number).filter((one) => one > 0))) ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The house as it stands, with what it is built of beside it. */
function aCopy() {
  const copy = mkdtempSync(join(tmpdir(), 'samsyn-mutants-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
  for (const name of files) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const made of ['apps/api/src/generated', 'apps/web/src/generated', 'packages/domain/dist', 'apps/api/dist', 'apps/web/dist']) if (existsSync(join(root, made))) cpSync(join(root, made), join(copy, made), { recursive: true });
  for (const packages of ['node_modules', 'apps/api/node_modules', 'apps/web/node_modules', 'packages/domain/node_modules']) if (existsSync(join(root, packages))) symlinkSync(join(root, packages), join(copy, packages));
  return copy;
}

async function tryAll(copy, chosen) {
  const mutants = MUTANTS.filter((_one, at) => chosen.length === 0 || chosen.includes(at + 1));
  let red = 0;
  for (const mutant of mutants) {
    const file = join(copy, mutant.file);
    const before = readFileSync(file, 'utf8');
    if (before.split(mutant.from).length !== 2) {
      console.error(`✕ ${mutant.name}: its place in ${mutant.file} is not there once; bring scripts/mutants/list.mjs up to date.`);
      continue;
    }
    writeFileSync(file, before.replace(mutant.from, () => mutant.to));
    const { code, said } = await tests(copy, mutant);
    writeFileSync(file, before);
    // Red for the right reason: a test failed. A file that does not compile tells nothing.
    const isRed = code !== 0 && /^Tests:.*\d+ failed/m.test(said);
    if (isRed) red += 1;
    console.info(`${isRed ? '✓ red' : '✕ NOT SEEN'}  ${mutant.name} (${mutant.file}, by ${mutant.in} ${mutant.test})`);
    if (!isRed) console.info(said.split('\n').slice(-15).join('\n'));
  }
  console.info(`${red} of ${mutants.length} seeded violations turned a test red.`);
  return red === mutants.length;
}

function tests(copy, { in: folder, test }) {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), '--bail', test], { cwd: join(copy, folder), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    run.once('close', (code) => resolve({ code, said }));
  });
}
