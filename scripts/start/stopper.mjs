import { endCommands } from './command.mjs';

const IMPATIENT_MILLISECONDS = 1000;

/**
 * Stops what was started, last first, once: at Ctrl-C, when asked to end, or when the npm that
 * started us is gone.
 */
export function stopper() {
  const stops = [];
  let begunAt;
  const stopping = {
    get begun() { return begunAt !== undefined; },
    add(stop) { stops.push(stop); },
    async stop(code) {
      if (begunAt !== undefined) return;
      begunAt = Date.now();
      await endCommands();
      for (const stop of stops.reverse()) await stop().catch((error) => console.error(error));
      process.exit(code);
    },
  };
  const onSignal = () => {
    // npm hands on the same Ctrl-C a second time; only a later one is impatience.
    if (begunAt !== undefined && Date.now() - begunAt > IMPATIENT_MILLISECONDS) process.exit(1);
    if (begunAt === undefined) process.stdout.write('\nStopping …\n');
    stopping.stop(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) followNpm(onSignal);
  return stopping;
}

/** npm killed by force cannot hand on the signal; what it started would stay behind. */
function followNpm(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}
