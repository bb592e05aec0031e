import 'reflect-metadata';
import { WrongRole } from './core/role.js';
import { readSettings } from './core/settings.js';
import { serve } from './server.js';

const { settings, refusals } = readSettings(process.env);
if (refusals.length > 0) {
  for (const refusal of refusals) process.stderr.write(`${refusal.name} ${refusal.why}\n`);
  process.exit(78);
}

const serving = await serve(settings).catch((error: unknown): never => {
  if (!(error instanceof WrongRole)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(78);
});
process.stdout.write(`Samsyn answers at ${serving.url}\n`);

let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  serving.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
