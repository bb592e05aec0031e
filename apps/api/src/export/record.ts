import type { Known } from '@samsyn/domain/export/material';
import type { By, TextNode } from '@samsyn/domain/export/textNode';
import type { Gathered } from './gathering.js';

/** What our JSON files call themselves. A reader that does not know the version does not guess. */
export const recordFormat = 'samsyn/framing';
export const recordVersion = 1;

/** A picture with its bytes. */
export interface PictureRecord {
  readonly id: string;
  readonly mime: string;
  readonly description: string;
  readonly data: string | null;
}

/** A framing as programs read it: everything, with whose words are whose. */
export function recordOf({ material, seq }: Gathered, pictures: readonly PictureRecord[]) {
  const { origin, made, alliance, problem, framing, content, people, known, basis, sources } = material;
  return {
    format: recordFormat,
    version: recordVersion,
    origin,
    made,
    address: `${origin}/f/${framing.id}`,
    alliance: { id: alliance.id, name: alliance.name },
    problem,
    framing: { id: framing.id, fields: framing.fields },
    seq: String(seq),
    content,
    runs: runsOf(content),
    people: Object.fromEntries([...people].map(([id, { name, capacity, invented }]) => [id, { name, capacity, invented }])),
    contributions: known.map(contributionRecord),
    basis: basis.map(({ id, contributionId, quote, stances }) => ({ id, contributionId, quote, stances: stances.map(({ stance, byId, capacity }) => ({ stance, byId, capacity })) })),
    sources: [...sources].map(([id, { title, authors, year, doi, url, note }]) => ({ id, title, authors, year, doi, url, note })),
    pictures: pictures.map((one) => ({ ...one })),
  };
}

/** The record of a framing. */
export type FramingRecord = ReturnType<typeof recordOf>;

// What is taken back leaves its place, and nothing of what it said [C3].
function contributionRecord(one: Known) {
  if (one.state === 'WITHDRAWN') return { id: one.id, state: one.state };
  if (one.hidden === true) return { id: one.id, state: one.state, hidden: true };
  const { id, state, text, language, kinds, howKnown, tacit, sourceUrl, sourceText, quote, authors, statedAuthor, writtenDownById, approval, givenAt } = one;
  const questions = one.questions.map(({ about, text: asked, kinds: read, askedById, answer }) => ({ about, text: asked, kinds: read, askedById, answer }));
  return { id, state, text, language, kinds, howKnown, tacit, sourceUrl, sourceText, quote, authors, statedAuthor, writtenDownById, approval, givenAt, questions };
}

/** Whose the characters are, from the first to the last: runs over all words of the text one after the other. */
export function runsOf(content: TextNode): { at: number; length: number; by: By }[] {
  const runs: { at: number; length: number; by: By }[] = [];
  let at = 0;
  const walk = (node: TextNode): void => {
    if (node.text !== undefined) {
      const by = node.by ?? { actorId: null };
      const last = runs.at(-1);
      if (last !== undefined && JSON.stringify(last.by) === JSON.stringify(by)) last.length += node.text.length;
      else runs.push({ at, length: node.text.length, by });
      at += node.text.length;
    }
    node.content?.forEach(walk);
  };
  walk(content);
  return runs;
}
