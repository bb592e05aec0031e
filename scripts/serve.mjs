import { migrate } from './migrate.mjs';
import { Refusal } from './refusal.mjs';
import { readSettings, settingWarnings } from './settings.mjs';

// The production command: what is built is served, on the database that DATABASE_URL names. The
// server runs in this very process, so that signals reach it without a go-between.
const { settings, refusals } = readSettings(process.env);
try {
  if (refusals.length > 0) throw new Refusal(refusals.map(({ name, why }) => `${name} ${why}`).join('\n'));
  if (!settings.databaseUrl) throw new Refusal('DATABASE_URL must name a PostgreSQL here; the embedded one belongs to "npm start".');
  for (const warning of settingWarnings(settings)) console.error(`Note: ${warning}`);
  await migrate(settings.databaseUrl, { log: console.error });
  await import('../apps/api/dist/bundle/main.js');
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
