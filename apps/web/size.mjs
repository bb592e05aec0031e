#!/usr/bin/env node
// Measures what a reader fetches for the first view of the three doors (home, joining, an alliance's home):
// JavaScript and CSS, gzip, everything from React to the words. And the JavaScript a writer fetches over the view of a
// framing when the button for writing is pressed. Fails above the budgets.
//   node size.mjs   (after a build)
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const budget = 110_000;
const deskBudget = 120_000;
const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');

// What each view loads without anybody pressing anything, including what comes a moment later.
const views = {
  home: ['src/home/HomeScreen.tsx', 'src/words/sv/home.json', 'src/session/ExampleChoice.tsx', 'src/session/ExampleStrip.tsx'],
  join: ['src/joining/JoinScreen.tsx', 'src/words/sv/join.json', 'src/session/ExampleStrip.tsx'],
  alliance: ['src/alliance/AllianceScreen.tsx', 'src/words/sv/alliance.json', 'src/alliance/Structure.tsx', 'src/session/ExampleStrip.tsx'],
};

// The screen of a framing, and what comes over it for whoever wants to write.
const framing = ['src/framingParts.tsx', ...['framing', 'writing', 'contribution'].map((slice) => `src/words/sv/${slice}.json`)];
const writing = ['src/writing/WritingDesk.tsx', 'src/writing/LeftOpen.tsx'];

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** The files of these entries and of everything they import at once. */
function filesOf(entries) {
  const files = new Set();
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not in the build; size.mjs names what the first views load`);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  return [...files];
}

/** Bytes of JavaScript and CSS of each first view, gzip. */
export function firstViews() {
  return Object.entries(views).map(([view, parts]) => {
    const files = filesOf(['index.html', 'src/words/sv/core.json', ...parts]);
    return { view, bytes: gzipped(files), files };
  });
}

/** Bytes of JavaScript that come on pressing the button for writing, over the first view of a framing. */
export function desk() {
  const there = new Set(filesOf(['index.html', 'src/words/sv/core.json', ...framing]));
  const files = filesOf(writing).filter((file) => !there.has(file) && file.endsWith('.js'));
  return { view: 'writing', bytes: gzipped(files), files };
}

function gzipped(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
}

const measured = firstViews();
const writes = desk();
for (const { view, bytes, files } of [...measured, writes]) {
  process.stdout.write(`${view.padEnd(10)} ${(bytes / 1000).toFixed(1).padStart(6)} kB gzip in ${files.length} files\n`);
  if (process.argv.includes('--files')) for (const file of files) process.stdout.write(`    ${(gzipSync(readFileSync(join(dist, file))).length / 1000).toFixed(1).padStart(6)} ${file}\n`);
}
const over = measured.filter(({ bytes }) => bytes > budget);
if (over.length > 0) {
  process.stderr.write(`First view above ${budget / 1000} kB: ${over.map(({ view }) => view).join(', ')}. Load later what it does not show.\n`);
  process.exit(1);
}
if (writes.bytes > deskBudget) {
  process.stderr.write(`Writing fetches more than ${deskBudget / 1000} kB over the first view. Load what is seldom used when it is used.\n`);
  process.exit(1);
}
