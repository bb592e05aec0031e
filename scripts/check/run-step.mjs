import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../start/command.mjs';

/**
 * Runs one step with its output shown, and says whether it held, how long it took and how many tests ran.
 * `beside` others it takes one worker only, and each line says whose it is.
 */
export async function runStep(checkout, step, { env, results, beside }) {
  console.log(`\n── ${step.what} ──`);
  const begun = Date.now();
  const shown = beside ? withName(step.name) : { text: (text) => process.stdout.write(text), end: () => {} };
  const run = step.jest ? runJest : runScript;
  const outcome = await run(checkout, step, { env, results, beside, onText: shown.text });
  shown.end();
  return { ...outcome, seconds: Math.round((Date.now() - begun) / 1000) };
}

async function runScript(checkout, { name, script }, { env, results, onText }) {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  if (!scripts[script]) return missing(`package.json has no script "${script}"`);
  const npm = env.npm_execpath?.endsWith('.js') ? [process.execPath, env.npm_execpath] : ['npm'];
  const { code } = await runCommand(npm[0], [...npm.slice(1), 'run', '--silent', script], {
    cwd: checkout, env, log: join(results, `${name}.log`), onText,
  });
  return { ok: code === 0 };
}

async function runJest(checkout, { name, jest }, { env, results, beside, onText }) {
  const folder = join(checkout, jest);
  if (!existsSync(join(folder, 'jest.config.js'))) return missing(`${jest} has no jest.config.js`);
  const outputFile = join(results, `${name}.json`);
  const { code } = await runCommand(process.execPath, [
    '--experimental-vm-modules', '--no-warnings', join(checkout, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json', `--outputFile=${outputFile}`, '--ci', ...(beside ? ['--maxWorkers=1'] : []),
  ], { cwd: folder, env, log: join(results, `${name}.log`), onText });
  const counts = readCounts(outputFile);
  return { ok: code === 0 && counts.passed > 0, counts, broken: readBroken(outputFile) };
}

/** A test file that could not even be read counts as one that failed. */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** The tests that failed, by file and name, each with the first line of why. */
function readBroken(file) {
  if (!existsSync(file)) return [];
  const firstLine = (text) => (text ?? '').split('\n').find((line) => line.trim() !== '')?.trim() ?? '';
  return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').map((one) => `${one.fullName}: ${firstLine(one.failureMessages[0])}`);
    if (failed.length === 0 && status === 'failed') failed.push(firstLine(message));
    return failed.map((what) => `${basename(name)}  ${what}`);
  });
}

function missing(why) {
  console.log(why);
  return { ok: false };
}

/** Whole lines, each with the name of the step before it. */
function withName(name) {
  let rest = '';
  const say = (line) => process.stdout.write(`${name.padEnd(6)} ${line}\n`);
  return {
    text: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(say);
    },
    end: () => rest === '' || say(rest),
  };
}
