import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../start/command.mjs';

/** Runs one step with its output shown, and says whether it held, how long it took and how many tests ran. */
export async function runStep(checkout, step, { env, results }) {
  console.log(`\n── ${step.what} ──`);
  const begun = Date.now();
  const outcome = step.jest ? await runJest(checkout, step, { env, results }) : await runScript(checkout, step, { env, results });
  return { ...outcome, seconds: Math.round((Date.now() - begun) / 1000) };
}

async function runScript(checkout, { name, script }, { env, results }) {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  if (!scripts[script]) return missing(`package.json has no script "${script}"`);
  const npm = env.npm_execpath?.endsWith('.js') ? [process.execPath, env.npm_execpath] : ['npm'];
  const { code } = await runCommand(npm[0], [...npm.slice(1), 'run', '--silent', script], {
    cwd: checkout, env, log: join(results, `${name}.log`), onText: show,
  });
  return { ok: code === 0 };
}

async function runJest(checkout, { name, jest }, { env, results }) {
  const folder = join(checkout, jest);
  if (!existsSync(join(folder, 'jest.config.js'))) return missing(`${jest} has no jest.config.js`);
  const outputFile = join(results, `${name}.json`);
  const { code } = await runCommand(process.execPath, [
    '--experimental-vm-modules', '--no-warnings', join(checkout, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json', `--outputFile=${outputFile}`, '--ci',
  ], { cwd: folder, env, log: join(results, `${name}.log`), onText: show });
  const counts = readCounts(outputFile);
  return { ok: code === 0 && counts.passed > 0, counts };
}

/** A test file that could not even be read counts as one that failed. */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

function missing(why) {
  console.log(why);
  return { ok: false };
}

function show(text) {
  process.stdout.write(text);
}
