import { framingFields } from '../shared/enums.js';
import { bodyOf } from './body.js';
import type { Block, Dossier, Piece } from './dossier.js';
import { knewOf } from './knew.js';
import type { Material } from './material.js';
import { dayOf } from './names.js';
import { plain } from './whose.js';
import { exportWords } from './words.js';

/** A framing as it is taken along, in the reader's language: the same tree for every kind of file [X1]. */
export function dossierOf(material: Material): Dossier {
  const say = exportWords[material.language];
  const { framing, alliance, origin } = material;
  const body = bodyOf(material);
  const address = `${origin}/f/${framing.id}`;
  const bounds = framingFields
    .filter((field) => field !== 'NAME' && framing.fields[field].trim() !== '')
    .map((field) => ({ title: say[field as Exclude<typeof field, 'NAME'>], blocks: paragraphs(framing.fields[field]) }));
  const empty: Block[] = [{ kind: 'paragraph', pieces: plain(say.empty) }];
  const suggested: Block[] = body.suggested ? [{ kind: 'paragraph', pieces: [{ kind: 'words', text: say.suggested, em: true }] }] : [];
  return {
    language: material.language,
    title: framing.fields.NAME,
    authors: namesIn(material),
    made: material.made,
    facts: [
      { term: say.alliance, pieces: [{ kind: 'words', text: alliance.name, href: `${origin}/a/${alliance.id}` }] },
      { term: say.problem, pieces: plain(material.problem) },
      { term: say.made, pieces: plain(dayOf(material.language, material.made)) },
      { term: say.address, pieces: [{ kind: 'words', text: address, href: address }] },
    ],
    bounds,
    textTitle: say.text,
    body: [...(body.blocks.length === 0 ? empty : body.blocks), ...suggested],
    notes: body.notes,
    whose: body.whose,
    sources: body.sources,
    knew: knewOf(material, body.pointed),
    words: { notes: say.notes, whose: say.whose, whoseLabel: say.whoseLabel, sources: say.sources, knew: say.knew, knewHow: say.knewHow, knewNone: say.knewNone, noPicture: say.noPicture, back: say.back },
  };
}

function paragraphs(text: string): Block[] {
  return text.split(/\n{2,}/).map((part): Block => ({
    kind: 'paragraph',
    pieces: part.split('\n').flatMap((line, at): Piece[] => [...(at === 0 ? [] : [{ kind: 'break' as const }]), ...plain(line)]),
  }));
}

// Those whose words stand in the text, in the order in which each comes first.
function namesIn(material: Material): string[] {
  const names = new Set<string>();
  const walk = (node: Material['content'], depth: number): void => {
    const name = node.by?.stated ?? (node.by?.actorId == null ? undefined : material.people.get(node.by.actorId)?.name);
    if (name !== undefined && node.by?.quoted !== true) names.add(name);
    if (depth < 30) for (const child of node.content ?? []) walk(child, depth + 1);
  };
  walk(material.content, 0);
  return [...names];
}
