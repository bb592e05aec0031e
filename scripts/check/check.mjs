import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { turboEnvironment } from '../start/build.mjs';
import { endCommands } from '../start/command.mjs';
import { install, isInstalled } from '../start/install.mjs';
import { progress } from '../start/progress.mjs';
import { Refusal } from '../refusal.mjs';
import { runStep } from './run-step.mjs';
import { STEPS } from './steps.mjs';

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const results = join(checkout, 'test-results');

/**
 * Everything that must hold, to the end even when something is broken. Names of steps
 * choose some of them; `--long` adds the tests that take minutes.
 */
export async function check(asked, environment) {
  const env = asked.includes('--long') ? { ...environment, LONG: '1' } : environment;
  const names = asked.filter((name) => name !== '--long');
  const steps = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
  const strange = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (strange.length > 0) {
    console.error(`There is no check called ${strange.join(', ')}; there are: ${STEPS.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  let database;
  const stop = async () => {
    await endCommands();
    await database?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(130)));
  try {
    await bringPackages(env);
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    const shared = turboEnvironment(env);
    if (steps.some((step) => step.database)) database = await startDatabase(env);
    const own = (step) => (step.database ? { ...shared, SAMSYN_TEST_PG: database.url } : shared);
    const outcomes = await runAll(steps, (step, beside) => runStep(checkout, step, { env: own(step), results, beside }));
    report(outcomes);
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  } finally {
    await stop();
  }
}

/** Runs what comes first, then the others two at a time as they stand; answers in the order of the steps. */
async function runAll(steps, run) {
  const outcomes = new Map();
  const follow = async (waiting, beside) => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.set(step, { step, ...(await run(step, beside)) });
  };
  await follow(steps.filter(({ first }) => first), false);
  const others = steps.filter(({ first }) => !first);
  const beside = others.length > 1;
  await Promise.all([follow(others, beside), follow(others, beside)]);
  return steps.map((step) => outcomes.get(step));
}

async function bringPackages(env) {
  if (isInstalled(checkout)) return;
  await progress(1).step('Packages', async (reached) => {
    await install(checkout, { log: join(checkout, '.data', 'log', 'install.log'), reached, env });
    return 'installed';
  });
}

async function startDatabase(env) {
  const { startTestDatabase } = await import('../test-database.mjs');
  return startTestDatabase(env);
}

function report(outcomes) {
  const passed = outcomes.reduce((sum, { counts }) => sum + (counts?.passed ?? 0), 0);
  // A check that is no test but fails must not hide behind "0 failed".
  const failed = outcomes.reduce((sum, { ok, counts }) => sum + Math.max(counts?.failed ?? 0, ok ? 0 : 1), 0);
  console.log('');
  for (const { step, ok, seconds, counts } of outcomes) {
    const tests = counts ? `  ${counts.passed} passed, ${counts.failed} failed` : '';
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(7)} ${step.what}${tests}  (${seconds} s)`);
  }
  // Last, where a log that is cut keeps it.
  for (const { step, broken = [] } of outcomes) for (const what of broken) console.log(`${step.name}  ${what}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
