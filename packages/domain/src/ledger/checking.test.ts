import { expect, test } from '@jest/globals';
import { contentDigest, lineDigest, seal, type Line } from './chain.js';
import { begin, end, faultsOf, goOn, type Given } from './checking.js';
import { sha256 } from './sha256.js';

const chain = '11111111-1111-4111-8111-111111111111';
const salt = '0'.repeat(32);
const minute = (n: number) => new Date(Date.UTC(2026, 10, 30, 12, n)).toISOString();
const lines = Array.from({ length: 12 }, (_, n): Line => ({
  id: String(n + 5), chain, who: sha256(`who ${n % 3}`), capacity: 'RESIDENT', verb: 'alliance.give', subjectKind: 'contribution', subjectId: chain,
  content: contentDigest(salt, `{"n":${n}}`, sha256), at: minute(n),
}));
const made = (of: readonly Line[]): Given[] => seal(of, null, sha256).map((sealed, n) => ({ ...sealed, line: of[n] ?? null, digest: null, told: { salt, content: `{"n":${Number(of[n]?.id) - 5}}` } }));
const entries = made(lines);
const check = (given: readonly Given[], marks: { number: number; hash: string }[] = [], whole = true) => end(goOn(begin(chain, marks), given, sha256), whole).found.map(({ why }) => why);

test('[J3] a ledger that nobody bent is whole, in one go or piece by piece', () => {
  expect(check(entries, entries.map(({ number, hash }) => ({ number, hash: hash.slice(0, 20) })))).toEqual([]);
  const halves = goOn(goOn(begin(chain), entries.slice(0, 5), sha256), entries.slice(5), sha256);
  expect(end(halves, true)).toEqual(end(goOn(begin(chain), entries, sha256), true));
});

test('[J3] whatever is changed, dropped or moved in it is found', () => {
  const changes: ((line: Line) => Line)[] = [
    (line) => ({ ...line, id: '99' }), (line) => ({ ...line, who: sha256('x') }), (line) => ({ ...line, who: null }), (line) => ({ ...line, capacity: 'OFFICIAL' }), (line) => ({ ...line, verb: 'alliance.leave' }),
    (line) => ({ ...line, subjectKind: 'x' }), (line) => ({ ...line, subjectId: `2${chain.slice(1)}` }), (line) => ({ ...line, content: sha256('x') }), (line) => ({ ...line, at: minute(-60) }), (line) => ({ ...line, chain: `2${chain.slice(1)}` }),
  ];
  for (const change of changes) {
    for (const at of entries.keys()) expect(check(entries.map((entry, n) => (n === at && entry.line !== null ? { ...entry, line: change(entry.line) } : entry)))).not.toEqual([]);
  }
  for (const at of entries.keys()) {
    if (at < entries.length - 1) expect(check(entries.filter((_, n) => n !== at))).toContain('hole');
    expect(check(entries.map((entry, n) => (n === at ? { ...entry, told: { salt, content: '{"n":99}' } } : entry)))).toEqual(['content']);
    expect(check(entries.map((entry, n) => (n === at ? { ...entry, told: null } : entry)))).toEqual(['gone']);
    if (at > 0) expect(check(entries.map((entry, n) => ({ ...entry, line: (n === at ? entries[n - 1] : n === at - 1 ? entries[n + 1] : entry)?.line ?? null })))).toContain('hash');
  }
});

test('[J3] a tail that was cut off and a chain written anew are found against what once stood at its end', () => {
  for (const { number, hash } of entries) {
    expect(check(entries.slice(0, number - 1), [{ number, hash }])).toEqual(['head']);
    const anew = made(lines.map((line, n) => (n === number - 1 ? { ...line, verb: 'alliance.leave' } : line)));
    expect(check(anew)).toEqual([]);
    for (const later of entries.slice(number - 1)) expect(check(anew, [{ number: later.number, hash: later.hash.slice(0, 23) }])).toEqual(['head']);
  }
});

test('[J4] what was erased and is said to be is no fault', () => {
  const content = JSON.stringify({ entries: ['6'], pseudonyms: [] });
  const erasing: Line = { ...(lines[0] as Line), id: '40', verb: 'ledger.erase', content: contentDigest(salt, content, sha256), at: minute(30) };
  const all = made([...lines, erasing]).map((entry, n): Given => (n === 1 ? { ...entry, told: null } : n === 12 ? { ...entry, told: { salt, content } } : entry));
  expect(check(all)).toEqual([]);
});

test('[J5] a line that is not for the reader is its digest, and the chain can be followed all the same', () => {
  const some = entries.map((entry, n): Given => (n % 2 === 0 || entry.line === null ? entry : { ...entry, line: null, digest: lineDigest(entry.line, sha256), told: null }));
  expect(check(some, [], false)).toEqual([]);
  expect(check(some.map((entry, n) => (n === 3 ? { ...entry, digest: sha256('x') } : entry)), [], false)).toEqual(['hash']);
});

test('[J3] an entry that says to be older than what stands before it is told, and is no proof', () => {
  const back = made([...lines, { ...(lines[0] as Line), id: '40', at: minute(-60) }]).map((entry) => ({ ...entry, told: null }));
  const walk = goOn(begin(chain), back, sha256);
  expect(walk.found).toEqual([{ number: 13, why: 'time' }]);
  expect(faultsOf(walk)).toEqual([]);
});
