import { expect, test } from '@jest/globals';
import type { Somebody } from '../../test/installation.js';
import { installed } from '../../test/installed.js';

const here = await installed();
const resident = await here.people.aResident();
const official = await here.people.anOfficial();
const stranger = await here.people.aResearcher();
const { allianceId, problemId } = await anAlliance('OPEN');

/** An alliance formed by the resident, which the official has joined. */
async function anAlliance(visibility: 'OPEN' | 'CLOSED') {
  const input = { name: 'Trygg väg', worry: 'Barnen vågar inte gå till skolan', visibility, capacity: 'RESIDENT' };
  const { formAlliance } = await resident.asks('mutation ($input: FormAlliance!) { formAlliance(input: $input) { id problems { id } } }', { input });
  if (visibility === 'OPEN') await official.asks('mutation ($id: ID!) { join(allianceId: $id, speaking: { capacity: OFFICIAL }) { id } }', { id: formAlliance.id });
  return { allianceId: formAlliance.id as string, problemId: formAlliance.problems[0].id as string };
}

const open = (who: Somebody, input: Record<string, unknown>) => who.ask('mutation ($input: OpenFraming!) { openFraming(input: $input) { id name belongs openedBy { name } rights { verb may } } }', { input });
const reframe = (who: Somebody, variables: Record<string, unknown>) =>
  who.ask('mutation ($id: ID!, $field: FramingField!, $text: String, $reason: String!) { reframe(framingId: $id, field: $field, text: $text, reason: $reason) { name reframings { field before after reason capacity by { name } } } }', variables);

test('[F1] any participant opens a framing, and they stand side by side, oldest first', async () => {
  const first = await open(resident, { problemId, name: 'Vägen är mörk', belongs: 'Gångvägen' });
  const second = await open(official, { problemId, name: 'Trafiken är för snabb' });
  expect(first.data.openFraming).toMatchObject({ name: 'Vägen är mörk', belongs: 'Gångvägen', openedBy: { name: 'Amina' } });
  expect(second.errors).toBeUndefined();
  const { alliance } = await stranger.asks('query ($id: ID!) { alliance(id: $id) { problems { framings { name } } } }', { id: allianceId });
  expect(alliance.problems[0].framings).toEqual([{ name: 'Vägen är mörk' }, { name: 'Trafiken är för snabb' }]);
});

test('[F1] whoever does not take part can read but not open one, and is told why', async () => {
  expect((await open(stranger, { problemId, name: 'Min bild' })).errors?.[0]?.extensions).toMatchObject({ code: 'alliance/not-taking-part' });
  expect((await open(here.people.nobody(), { problemId, name: 'Min bild' })).errors?.[0]?.extensions.code).toBe('session/none');
});

test('[F3] renaming takes a reason, keeps the line from old to new, and the written name follows', async () => {
  const id = (await open(resident, { problemId, name: 'Det behövs fler lampor' })).data.openFraming.id as string;
  expect((await reframe(official, { id, field: 'NAME', text: 'Ingen är ute', reason: ' ' })).errors?.[0]?.extensions).toMatchObject({ code: 'framing/reason-needed', rule: 'F3' });
  const done = await reframe(official, { id, field: 'NAME', text: 'Ingen är ute', reason: 'Lampor finns redan' });
  expect(done.data.reframe).toEqual({
    name: 'Ingen är ute',
    reframings: [{ field: 'NAME', before: 'Det behövs fler lampor', after: 'Ingen är ute', reason: 'Lampor finns redan', capacity: 'OFFICIAL', by: { name: 'Olle' } }],
  });
  expect((await reframe(stranger, { id, field: 'NAME', text: 'Mitt', reason: 'Därför' })).errors?.[0]?.extensions.code).toBe('alliance/not-taking-part');
  const { framing } = await resident.asks('query ($id: ID!) { framing(id: $id) { draft { field text } } }', { id });
  expect(framing.draft).toEqual([]);
});

test('[F3] two who rename at the same time both keep their place in the line', async () => {
  const id = (await open(resident, { problemId, name: 'Namn 0' })).data.openFraming.id as string;
  const answers = await Promise.all([1, 2, 3, 4].map((n) => reframe(n % 2 ? resident : official, { id, field: 'NAME', text: `Namn ${n}`, reason: `skäl ${n}` })));
  expect(answers.flatMap((answer) => answer.errors ?? [])).toEqual([]);
  const { framing } = await resident.asks('query ($id: ID!) { framing(id: $id) { name reframings { before after } } }', { id });
  const line = framing.reframings as { before: string; after: string }[];
  expect(line).toHaveLength(4);
  for (const [n, step] of line.entries()) expect(step.before).toBe(n === 0 ? 'Namn 0' : line[n - 1]?.after);
  expect(framing.name).toBe(line.at(-1)?.after);
});

test('[R3] a framing of a closed alliance, one that never was and nonsense sound the same to a stranger', async () => {
  const closed = await anAlliance('CLOSED');
  const id = (await open(resident, { problemId: closed.problemId, name: 'Internt' })).data.openFraming.id as string;
  for (const asked of [id, '00000000-0000-4000-8000-000000000000', 'nonsense']) {
    expect(await stranger.ask('query ($id: ID!) { framing(id: $id) { name } }', { id: asked })).toEqual({ data: { framing: null } });
    expect((await reframe(stranger, { id: asked, field: 'NAME', text: 'x', reason: 'y' })).errors?.[0]?.extensions.code).toBe('not-found');
  }
  expect((await open(stranger, { problemId: closed.problemId, name: 'x' })).errors?.[0]?.extensions.code).toBe('not-found');
});

test('[F1] a name that is empty, too long or cannot be stored is refused with a code, and nothing is opened', async () => {
  const before = await here.db.query('select count(*) from framing');
  for (const [name, code] of [['', 'text/empty'], ['x'.repeat(401), 'text/too-long'], ['a\u0000b', 'text/not-allowed']] as const) {
    expect((await open(resident, { problemId, name })).errors?.[0]?.extensions.code).toBe(code);
  }
  expect((await here.db.query('select count(*) from framing')).rows).toEqual(before.rows);
});
