import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// The walls that no linter sees: what imports what, how long a file is, and what it is called.
const here = dirname(dirname(fileURLToPath(import.meta.url)));
const floors = ['apps', 'packages', 'scripts'];
const longest = 300;
const written = /\.(ts|tsx|mts|mjs|cjs|js|css|graphql|prisma)$/;
const passedOver = new Set(['node_modules', 'dist', 'generated', 'coverage', 'public']);
const namedAfterNothing = /(^|\/)(utils?|common|helpers?|misc|shared|index|types|service|dto)\.(ts|tsx|mjs|js)$/;

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (passedOver.has(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (written.test(entry.name)) yield path;
  }
}

/** What is too long, or named after nothing, in the checkout. */
export function sizesAndNames(checkout) {
  const faults = [];
  for (const floor of floors.map((name) => join(checkout, name)).filter(existsSync)) {
    for (const path of filesBelow(floor)) {
      const name = relative(checkout, path).split(sep).join('/');
      const lines = readFileSync(path, 'utf8').split('\n').length - 1;
      if (lines > longest) faults.push(`no-long-files: ${name} has ${String(lines)} lines; ${String(longest)} is the most`);
      if (namedAfterNothing.test(name)) faults.push(`named-after-the-thing-in-it: ${name} says nothing about what is in it`);
    }
  }
  return faults;
}

/** Who imports what they may not, as dependency-cruiser tells it; code 0 when nobody does. */
export function cruise(checkout) {
  const bin = join(here, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [bin, ...floors.filter((name) => existsSync(join(checkout, name))), '--config', '.dependency-cruiser.cjs', '--output-type', 'err'];
  return new Promise((told, failed) => {
    const child = spawn(process.execPath, args, { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', failed);
    child.on('close', (code) => told({ code, text }));
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const checkout = resolve(process.argv[2] ?? here);
  const faults = sizesAndNames(checkout);
  for (const fault of faults) console.log(`  error ${fault}`);
  const { code, text } = await cruise(checkout);
  console.log(text.trim());
  if (code !== 0 || faults.length > 0) process.exitCode = 1;
}
