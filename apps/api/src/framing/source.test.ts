import { expect, test } from '@jest/globals';
import { installed } from '../../test/installed.js';
import * as Y from 'yjs';
import { aRoom } from '../../test/room.js';
import { Writing } from '../writing/writing.js';

const here = await installed();
const [resident, official, stranger] = [await here.people.aResident(), await here.people.anOfficial(), await here.people.aResearcher()];
const room = await aRoom(here, 'LINK');
await room.takesPart(resident, official);
const fields = 'id title authors year doi url note address addedBy { name }';
const add = (who: typeof resident, source: Record<string, unknown>) =>
  who.ask(`mutation ($id: ID!, $source: SourceInput!) { addSource(framingId: $id, source: $source) { ${fields} } }`, { id: room.framingId, source });

test('[W17] whoever takes part adds a source, another corrects it, and all who read the text read the list', async () => {
  const { data } = await add(resident, { title: 'Vägar i mörker', authors: 'A. Ek', year: 2019, doi: 'https://doi.org/10.1000/182' });
  expect(data.addSource).toMatchObject({ title: 'Vägar i mörker', doi: '10.1000/182', address: 'https://doi.org/10.1000/182', addedBy: { name: 'Amina' } });
  const correct = (who: typeof resident) =>
    who.ask('mutation ($id: ID!, $source: SourceInput!) { correctSource(id: $id, source: $source) { title } }', { id: data.addSource.id, source: { title: 'Gångvägar i mörker' } });
  expect((await correct(official)).data.correctSource.title).toBe('Gångvägar i mörker');
  expect((await correct(stranger)).errors?.[0]?.extensions.code).toBe('alliance/not-taking-part');
  await add(official, { title: 'Andra', url: 'https://example.org/a' });
  const { framing } = await stranger.asks('query ($id: ID!) { framing(id: $id) { sources { title } } }', { id: room.framingId });
  expect(framing.sources.map(({ title }: { title: string }) => title)).toEqual(['Gångvägar i mörker', 'Andra']);
});

test('[W17] what is no DOI and no address is refused by its form, and strangers add nothing', async () => {
  const code = async (who: typeof resident, source: Record<string, unknown>) => (await add(who, source)).errors?.[0]?.extensions.code;
  expect(await code(resident, { title: 'x', doi: '10.1000' })).toBe('source/doi');
  expect(await code(resident, { title: 'x', url: 'file:///etc/passwd' })).toBe('url/wrong');
  expect(await code(stranger, { title: 'x' })).toBe('alliance/not-taking-part');
});

test('[W17] a source that nothing leads to is taken out by anyone taking part; one that is cited, or was in a version, stays', async () => {
  const source = async (title: string) => (await add(resident, { title })).data.addSource.id as string;
  const takeOut = async (who: typeof resident, id: string) => (await who.ask('mutation ($id: ID!) { takeOutSource(id: $id) { sources { title } } }', { id }));
  const [idle, cited] = [await source('Ingen leder hit'), await source('Texten leder hit')];
  const citation = (document: Y.Doc, id: string) => {
    const line = new Y.XmlElement('paragraph');
    const place = new Y.XmlElement('citation');
    document.getXmlFragment('text').insert(0, [line]);
    line.insert(0, [place]);
    place.setAttribute('source', id);
  };
  const writing = here.app.get(Writing);
  await writing.apply(room.framingId, (document) => citation(document, cited), resident.id, 'SYSTEM');
  expect((await takeOut(stranger, idle)).errors?.[0]?.extensions.code).toBe('alliance/not-taking-part');
  expect((await takeOut(official, cited)).errors?.[0]?.extensions.code).toBe('source/cited');
  const { data } = await takeOut(official, idle);
  expect(data.takeOutSource.sources.map(({ title }: { title: string }) => title)).not.toContain('Ingen leder hit');
  await resident.asks('mutation ($id: ID!) { nameVersion(framingId: $id, label: "Före") { id } }', { id: room.framingId });
  await writing.apply(room.framingId, (document) => document.getXmlFragment('text').delete(0, 1), resident.id, 'SYSTEM');
  expect((await takeOut(official, cited)).errors?.[0]?.extensions.code).toBe('source/cited-in-version');
});
