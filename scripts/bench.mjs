import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Measurements, each a file in apps/api/bench: all of them, or the ones named.
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'apps', 'api', 'bench');
const all = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.mjs')).map((name) => name.slice(0, -'.mjs'.length)).sort()
  : [];
const names = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const strange = names.filter((name) => !all.includes(name));

if (strange.length > 0 || all.length === 0) {
  console.error(`There is no measurement called ${strange.join(', ') || 'anything'}; there are: ${all.join(', ') || 'none'}.`);
  process.exitCode = 1;
} else {
  for (const name of names.length > 0 ? names : all) {
    const code = await new Promise((resolve) => {
      const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
      spawn(process.execPath, [join(folder, `${name}.mjs`), ...flags], { stdio: 'inherit' }).once('exit', (exit) => resolve(exit ?? 1));
    });
    if (code !== 0) process.exitCode = code;
  }
}
