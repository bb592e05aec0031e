#!/usr/bin/env node
// Checks the exported ledger of an alliance, with nothing but Node (20 or newer): the file says what was done, and no
// entry can be changed, dropped, moved or put in without a hash that no longer follows.
//   node check-ledger.mjs FILE [RECEIPT or NUMBER:HASH or earlier FILE]...
// A receipt is what somebody kept of an act, such as 12-ABCD-...; a hash, or an earlier file, is what a ledger's head was.
// Ends with 0 where everything holds, with 1 where something does not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 90 bits of a hash, five at a time: what a receipt says of the head of its moment. */
function lettersOf(hash) {
  const bits = BigInt(`0x${hash.slice(0, 24)}`).toString(2).padStart(96, '0').slice(0, 90);
  return bits.match(/.{5}/g).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

/** What an entry's hash must be, after the one before. */
function hashOf(chain, entry, before) {
  const { id, who, capacity, verb, subjectKind, subjectId, content, at } = entry.line ?? {};
  // Of a line that is kept from whoever was given the file, the digest stands alone.
  const line = entry.line === null ? entry.digest : digest(JSON.stringify(['samsyn-line/1', id, chain, who ?? '', capacity ?? '', verb, subjectKind, subjectId, content, at]));
  return digest(JSON.stringify(['samsyn-entry/1', chain, String(entry.number), before, line]));
}

/**
 * Goes through a ledger: { chain, head, entries }, with what somebody kept: { number, receipt } or { number, hash }.
 * Gives a sentence for each thing that does not hold; an empty list where all does.
 */
export function checkLedger({ chain, head, entries }, kept = []) {
  const faults = [];
  let before = { number: 0, hash: '' };
  for (const entry of entries) {
    if (entry.number !== before.number + 1) faults.push(`After entry ${before.number} comes ${entry.number}: entries are missing or out of order.`);
    if (hashOf(chain, entry, before.hash) !== entry.hash) faults.push(`Entry ${entry.number} does not follow from the one before: it was changed, moved or put in.`);
    // What an entry tells may have been erased, or be kept from whoever was given the file; then its digest stands alone.
    if (entry.told && digest(entry.told.salt + entry.told.content) !== entry.line.content) faults.push(`What entry ${entry.number} tells is not what it told.`);
    before = entry;
  }
  if (head && (head.number !== before.number || head.hash !== before.hash)) faults.push(`The ledger ends at entry ${before.number}, and its head is said to be ${head.number}.`);
  for (const one of kept) {
    // A receipt names its entry, and the head that the ledger had then: that head takes in the entry.
    const stands = entries.some(({ number, hash }) => (one.receipt ? number >= one.number && lettersOf(hash) === one.receipt : number === one.number && hash === one.hash));
    if (!stands) faults.push(`Entry ${one.number} as it was kept is not in the ledger any more: it was written anew or cut off.`);
  }
  return faults;
}

/** What was kept, as it is typed: a receipt, NUMBER:HASH, or the name of an earlier file, of which the head is taken. */
export function readKept(typed) {
  const pair = /^(\d+):([0-9a-f]{64})$/.exec(typed);
  if (pair) return { number: Number(pair[1]), hash: pair[2] };
  const [, number, code] = /^(\d+)[-\s]+([0-9A-Za-z\s-]+)$/.exec(typed.trim()) ?? [];
  const receipt = (code ?? '').toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  // The last two letters only show a slip of the pen.
  if (/^[0-9A-HJKMNP-TV-Z]{20}$/.test(receipt)) return { number: Number(number), receipt: receipt.slice(0, 18) };
  return JSON.parse(readFileSync(typed, 'utf8')).head;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, ...typed] = process.argv.slice(2);
  if (!file) {
    console.error('node check-ledger.mjs FILE [RECEIPT or NUMBER:HASH or earlier FILE]...');
    process.exit(2);
  }
  const ledger = JSON.parse(readFileSync(file, 'utf8'));
  const faults = checkLedger(ledger, typed.map(readKept).filter(Boolean));
  for (const fault of faults) console.error(fault);
  console.log(faults.length > 0 ? `${faults.length} things do not hold.` : `All ${ledger.entries.length} entries hold${typed.length > 0 ? ', and what was kept is there' : ''}. Head: ${ledger.head?.number ?? 0}:${ledger.head?.hash ?? ''}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
