import { expect, test } from '@jest/globals';
import { markName } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import { addLine, becomes, comes, goes, lineIn } from '../../test/suggesting.js';
import { carryOut, suggestedIn, type Fate } from './suggested.js';

/** Chance that is the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state >>> 3) % below;
  };
}

/** Each letter of a line by its id, with the suggestions it is part of: read item by item, not as the code under test does. */
function letters(line: Y.XmlText): { id: string; marks: { mark: string; of: string }[] }[] {
  const found: { id: string; marks: { mark: string; of: string }[] }[] = [];
  const open = new Map<string, string>();
  for (let item = line._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content as unknown as { key: string; value: { id: string } | null };
      if (value === null) open.delete(key);
      else open.set(key, value.id);
    } else if (item.content instanceof Y.ContentString) {
      const marks = [...open].map(([key, of]) => ({ mark: markName(key), of }));
      for (let at = 0; at < item.length; at += 1) found.push({ id: `${item.id.client}:${item.id.clock + at}`, marks });
    }
  }
  return found;
}

const seeds = process.env['LONG'] === '1' ? 1_000 : 25;

test(`[W13] three who write, suggest and answer at once, ${seeds} times: all come to the same text, nothing accepted is lost, nothing declined stays`, () => {
  let answered = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const random = chance(seed);
    // The first is the server: it alone carries out what is decided, on the text as it has it.
    const documents = [0, 1, 2, 3].map((at) => Object.assign(new Y.Doc(), { clientID: seed * 10 + at }));
    const server = documents[0] as Y.Doc;
    addLine(server, 'Det är kallt i trapphuset om vintern och mörkt på vägen.');
    const tell = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    for (const document of documents) tell(server, document);
    const expectedGone = new Set<string>();
    const written = new Set(letters(lineIn(server)).map(({ id }) => id));
    const settle = (ids: readonly string[]): void => {
      const fates = new Map(ids.map((id): [string, Fate] => [id, random(2) === 0 ? 'accept' : 'decline']));
      for (const { id, marks } of letters(lineIn(server))) {
        if (marks.some(({ mark, of }) => (mark === 'insertion' && fates.get(of) === 'decline') || (mark === 'deletion' && fates.get(of) === 'accept'))) expectedGone.add(id);
      }
      carryOut(server, fates);
      answered += fates.size;
      for (const id of fates.keys()) expect(suggestedIn(server).has(id)).toBe(false);
    };
    for (let step = 0; step < 60; step += 1) {
      const who = documents[1 + random(3)] as Y.Doc;
      const line = lineIn(who);
      const at = random(line.length + 1);
      const some = Math.min(1 + random(6), line.length - at);
      const act = random(10);
      if (act < 2) line.insert(at, 'xyz'.slice(random(3)));
      else if (act < 4) comes(line, at, 'nya ord'.slice(random(5)));
      else if (act === 4 && some > 0) goes(line, at, some);
      else if (act === 5 && some > 0) becomes(line, at, some, 'annat');
      // Writing on in what one has suggested.
      else if (act === 6) [...suggestedIn(who).keys()].slice(0, 1).forEach((id) => comes(line, at, 'mer', id));
      else if (act < 9) {
        tell(who, server);
        if (random(2) === 0) tell(server, who);
      } else settle([...suggestedIn(server).keys()].filter(() => random(3) === 0));
      for (const { id } of letters(lineIn(who))) written.add(id);
    }
    for (const document of documents) tell(document, server);
    settle([...suggestedIn(server).keys()]);
    for (const document of documents) tell(server, document);
    const read = documents.map((document) => lineIn(document).toString());
    expect([seed, new Set(read).size]).toEqual([seed, 1]);
    expect([seed, /insertion|deletion/.test(read[0] as string)]).toEqual([seed, false]);
    const left = new Set(letters(lineIn(server)).map(({ id }) => id));
    expect([seed, [...written].filter((id) => !left.has(id)).sort()]).toEqual([seed, [...expectedGone].sort()]);
  }
  expect(answered).toBeGreaterThan(seeds);
});
