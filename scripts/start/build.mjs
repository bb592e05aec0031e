import { join } from 'node:path';
import { Refusal } from '../refusal.mjs';
import { runCommand } from './command.mjs';

/**
 * Builds what has changed since the last time. turbo keeps the results of earlier builds in .turbo,
 * so that nothing is done twice.
 */
export async function build(checkout, { log, reached = () => {}, env = process.env }) {
  let tasks = 0;
  let ended = 0;
  const { code, said } = await runCommand(process.execPath, [join(checkout, 'node_modules', 'turbo', 'bin', 'turbo'), 'run', 'build'], {
    cwd: checkout, env: turboEnvironment(env), log,
    onText(text) {
      tasks += (text.match(/: cache (miss|hit)/g) ?? []).length;
      ended += (text.match(/: cache hit/g) ?? []).length;
      // Which tasks there are is only known as they begin; five is a whole build.
      reached(Math.min(Math.max(tasks - 1, ended) / 5, 0.95));
    },
  });
  if (code === 0) return /FULL TURBO/.test(said) ? 'nothing new' : undefined;
  if (/ENOSPC|No space left/i.test(said)) {
    throw new Refusal(`The disk that holds ${checkout} is full: free some space and start again.`);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only/.test(said)) {
    throw new Refusal(`This account may not write in ${checkout}: start as the account that owns it, or give this account the right to it.`);
  }
  // The first error is what to mend; npm's and turbo's own remarks about it come after.
  const last = said.trim().split('\n').filter((line) => !/npm (error|warn)/.test(line)).slice(-40).join('\n');
  throw new Refusal(`The build failed. The end of ${log}:\n${last}`);
}

/** turbo sends nothing anywhere, and asks nobody for newer versions. */
export function turboEnvironment(env) {
  const { FORCE_COLOR, ...rest } = env;
  return { ...rest, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' };
}
