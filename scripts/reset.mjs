import { createInterface } from 'node:readline/promises';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from './postgres/explain.mjs';
import { takeLock } from './postgres/lock.mjs';
import { Refusal } from './refusal.mjs';
import { readSettings } from './settings.mjs';

// Removes what the embedded database holds, after asking; an own DATABASE_URL is never touched.
const { settings } = readSettings(process.env);
const note = join(settings.data, 'postgres-is-at');
const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(settings.data, 'postgres');

try {
  if (settings.databaseUrl) throw new Refusal('DATABASE_URL is set, and a database of your own is not emptied from here: use the tools of that database.');
  if (!existsSync(home)) throw new Refusal(`There are no data in ${settings.data}; nothing to remove.`);
  const release = takeLock(home);
  if (await agreed()) {
    rmSync(home, { recursive: true, force: true });
    rmSync(note, { force: true });
    console.log('Removed. The next "npm start" begins anew.');
  } else {
    release();
    console.log('Nothing was removed.');
  }
} catch (error) {
  const told = explain(error, { folder: home });
  console.error(told instanceof Refusal ? told.message : told);
  process.exitCode = 1;
}

async function agreed() {
  if (process.argv.includes('--yes')) return true;
  const question = createInterface({ input: process.stdin, output: process.stdout });
  // Where nobody can answer, the question closes by itself.
  const nobody = new Promise((resolve) => question.once('close', () => resolve('')));
  const answer = await Promise.race([nobody, question.question(`Everything people wrote in ${settings.data} will be removed for good. Write "remove" to do it: `)]);
  question.close();
  return answer.trim() === 'remove';
}
