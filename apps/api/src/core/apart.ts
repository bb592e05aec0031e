import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { fork } from 'node:child_process';
import { join } from 'node:path';

/** How much a piece of work done apart may take before it is ended. */
export interface Bounds {
  readonly ms: number;
  readonly megabytes: number;
}

const mostAtOnce = 2;
const mostWaiting = 12;
let atWork = 0;
const waiting: (() => void)[] = [];

/** What a short-lived process of its own says when it is done: the answer, or why there is none. */
export type Said<T> = { readonly answer: T } | { readonly failed: string };

/**
 * Does work that could take long or break on what somebody brings in a process of its own, which knows no secret and
 * is ended when it takes too long or too much. `file` is built code, seen from the API's dist folder. Null when it was
 * ended or broke.
 */
export async function apart<T>(file: string, given: unknown, bounds: Bounds): Promise<Said<T> | null | Refusal> {
  if (waiting.length >= mostWaiting) return refuse('request/too-many', { rule: 'X4' });
  while (atWork >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  atWork += 1;
  try {
    return await done<T>(join(import.meta.dirname, '../../dist', file), given, bounds);
  } finally {
    atWork -= 1;
    waiting.shift()?.();
  }
}

function done<T>(file: string, given: unknown, { ms, megabytes }: Bounds): Promise<Said<T> | null> {
  return new Promise((resolve) => {
    // No environment: neither the address of the database nor any secret goes along.
    const child = fork(file, [], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced', execArgv: [`--max-old-space-size=${megabytes}`] });
    const end = (said: Said<T> | null): void => {
      clearTimeout(clock);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(said);
    };
    const clock = setTimeout(() => end(null), ms);
    child.on('message', (said) => end(said as Said<T>));
    child.on('error', () => end(null));
    child.on('exit', () => end(null));
    child.send(given as object, (error) => {
      if (error !== null) end(null);
    });
  });
}
