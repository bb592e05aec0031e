import type { Block, Entry, Fact } from './dossier.js';
import type { Known, Material } from './material.js';
import { actorName, dayOf, knowersOf, listed } from './names.js';
import { plain } from './whose.js';
import { exportWords } from './words.js';

/** Who knew what: first as the text points at it, then as it came. Never by how much or of which kind [X1]. */
export function knewOf(material: Material, pointed: readonly string[]): Entry[] {
  const byId = new Map(material.known.map((one) => [one.id, one]));
  const first = pointed.flatMap((id) => byId.get(id) ?? []);
  const rest = material.known.filter((one) => one.state !== 'WITHDRAWN' && !pointed.includes(one.id));
  return [...first, ...rest].map((one) => entryOf(material, one));
}

function entryOf(material: Material, one: Known): Entry {
  const say = exportWords[material.language];
  const id: Fact = { term: say.id, pieces: [{ kind: 'words', text: one.id, href: `${material.origin}/c/${one.id}` }] };
  if (one.state === 'WITHDRAWN') return { id: one.id, title: say.withdrawn, facts: [id], blocks: [] };
  if (one.hidden === true) return { id: one.id, title: say.hidden, facts: [id], blocks: [] };
  const facts: Fact[] = [
    { term: say.kinds, pieces: plain(one.kinds.length === 0 ? say.notStated : listed(material.language, one.kinds.map((kind) => say[kind]))) },
    { term: say.howKnown, pieces: plain(one.howKnown.length === 0 ? say.notStated : listed(material.language, one.howKnown.map((way) => say[way]))) },
  ];
  if (one.writtenDownById !== null) {
    const approval = one.approval === 'NOT_YET' ? ` (${say.unapproved})` : '';
    facts.push({ term: say.wroteDown, pieces: plain(`${actorName(material, one.writtenDownById)}${approval}`) });
  }
  if (one.quote !== null && one.quote !== '') facts.push({ term: say.passage, pieces: plain(`${say.open}${one.quote}${say.close}`) });
  if (one.sourceText !== null) facts.push({ term: say.source, pieces: plain(one.sourceText) });
  if (one.sourceUrl !== null) facts.push({ term: say.source, pieces: [{ kind: 'words', text: one.sourceUrl, href: one.sourceUrl }] });
  for (const question of one.questions) facts.push(...questionFacts(material, question));
  facts.push({ term: say.given, pieces: plain(dayOf(material.language, one.givenAt)) }, id);
  return { id: one.id, title: knowersOf(material, one), facts, blocks: saidBlocks(one, say.tacit) };
}

function saidBlocks(one: Known, tacit: string): Block[] {
  if (one.text === '') return one.tacit ? [{ kind: 'paragraph', pieces: plain(tacit) }] : [];
  return one.text.split(/\n{2,}/).map((text) => ({
    kind: 'paragraph',
    pieces: text.split('\n').flatMap((line, at) => [...(at === 0 ? [] : [{ kind: 'break' as const }]), ...plain(line)]),
  }));
}

// Both readings are kept, also in what is taken along [C4].
function questionFacts(material: Material, question: Known['questions'][number]): Fact[] {
  const say = exportWords[material.language];
  const other = question.kinds.length === 0 ? '' : ` ${say.asKind} ${listed(material.language, question.kinds.map((kind) => say[kind]))}.`;
  const text = `${actorName(material, question.askedById)}: ${question.text}${other}`;
  return [{ term: say.question, pieces: plain(text) }, ...(question.answer === null ? [] : [{ term: say.answer, pieces: plain(question.answer) }])];
}
