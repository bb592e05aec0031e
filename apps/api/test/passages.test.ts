import { expect, test } from '@jest/globals';
import { anAlliance } from './alliances.js';
import { installed } from './installed.js';

const here = await installed();
const amina = await here.people.aResident('Amina');
const stood = await anAlliance(amina);
const framingId = (await amina.asks('mutation($id: ID!) { openFraming(input: { problemId: $id, name: "Kyla" }) { id } }', { id: stood.problemId })).openFraming.id;

const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
const position = { type: null, tname: 'text', item: null, assoc: 0 };
const anchors: Record<string, unknown> = {
  'nothing': {},
  'a text': 'x',
  'a number': 7,
  'a list': [null],
  'ranges that are none': { start: position, end: position, words: [null, 1, 'x', {}] },
  'ranges of nothing': { start: position, end: position, words: [[null, null, null], ['a', 'b', 'c'], [1e308, -1, 1e308]] },
  'ranges outside the text': { start: position, end: position, words: [[1, Number.MAX_SAFE_INTEGER, 1]] },
  'a character that cannot be stored': { start: 'a\u0000b', end: position },
  'half a character': { start: '\uD800', end: position },
  'a position that is none': { start: { item: 'x', type: 7 }, end: { tname: 'name' } },
  'a position under a hostile name': { start: { tname: '__proto__' }, end: { tname: 'constructor' } },
  'something very deep': deep(1_000),
  'something deeper than any stack': deep(100_000),
};
const READ = 'query($id: ID!) { framing(id: $id) { contributions { edges { node { id passage { quote removed anchor } } } } } }';

for (const [what, anchor] of Object.entries(anchors)) {
  test(`[C7] ${what} as a passage is taken or refused with a code, and the framing can be read as before`, async () => {
    const input = { allianceId: stood.id, framingId, text: 'Det drar', kinds: [], howKnown: [], anchor: 'ANCHOR', quote: 'Det är kallt' };
    const body = JSON.stringify({ query: 'mutation($input: Give!) { give(input: $input) { id } }', variables: { input } });
    // By hand: what is deeper than any stack cannot be made into text by JSON.stringify.
    const given = what.includes('deeper') ? `${'['.repeat(100_000)}${']'.repeat(100_000)}` : JSON.stringify(anchor);
    const answer = await amina.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: body.replace('"ANCHOR"', () => given) });
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    expect(errors?.[0]?.extensions.code).not.toBe('fault');
    const { framing } = await amina.asks(READ, { id: framingId });
    // No words are there, so none can still be there.
    for (const { node } of framing.contributions.edges) expect(node.passage?.removed ?? true).toBe(true);
  });
}

test('[C7] a passage of a text that does not exist or is not shared is refused as not found', async () => {
  const input = { allianceId: stood.id, framingId: '00000000-0000-4000-8000-000000000000', text: 'Det drar', kinds: [], howKnown: [], anchor: { start: position, end: position }, quote: 'x' };
  const answer = await amina.ask('mutation($input: Give!) { give(input: $input) { id } }', { input });
  expect(answer.errors?.[0]?.extensions.code).toBe('not-found');
});
