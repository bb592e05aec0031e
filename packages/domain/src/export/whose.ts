import { stances } from '../shared/enums.js';
import type { Piece, Whose } from './dossier.js';
import type { Known, Material, RestsOn } from './material.js';
import { actorName, byName, knowersOf, listed } from './names.js';
import { markIds, type TextNode } from './textNode.js';
import { exportWords } from './words.js';

const longest = 90;

/** What is said beside a paragraph: whose words it is, which are quoted, and what knowledge it rests on. Null when it has no words. */
export function whoseNote(material: Material, nodes: readonly TextNode[], known: ReadonlyMap<string, Known>, number: number): Whose | null {
  const say = exportWords[material.language];
  const written = nodes.filter((node) => node.text !== undefined && node.text.trim() !== '');
  if (written.length === 0) return null;
  const own = runsOf(material, written.filter((node) => node.by?.quoted !== true));
  const quoted = runsOf(material, written.filter((node) => node.by?.quoted === true));
  const lines: Piece[][] = [];
  const names = [...own.keys()];
  if (names.length === 1) lines.push(plain(`${say.words} ${names[0] ?? ''}.`));
  // Several wrote here: which words are whose is said by the words, in the order in which each comes first.
  else for (const [name, texts] of own) lines.push(plain(`${say.words} ${name}: ${texts.map((text) => quote(material, text)).join(' … ')}`));
  for (const [name, texts] of quoted) lines.push(plain(`${say.quotes} ${name}: ${texts.map((text) => quote(material, text)).join(' … ')}`));
  for (const id of new Set(written.flatMap((node) => markIds(node, 'contribution')))) {
    const one = known.get(id);
    if (one !== undefined) lines.push(restsOn(material, one));
  }
  const resting = new Set(written.flatMap((node) => markIds(node, 'basis')));
  for (const basis of material.basis) {
    const one = resting.has(basis.id) ? known.get(basis.contributionId) : undefined;
    if (one !== undefined && one.state !== 'WITHDRAWN') lines.push(...saidOf(material, one, basis));
  }
  return { number, names: listed(material.language, names.length > 0 ? names : [...quoted.keys()]), lines };
}

/** Which knowledge, whose, of which kinds, and where it is read: one line. */
function restsOn(material: Material, one: Known): Piece[] {
  const say = exportWords[material.language];
  return one.state === 'WITHDRAWN' ? [...plain(`${say.withdrawn} `), linkTo(material, one)] : [...plain(`${say.restsOn} ${knowledgeOf(material, one)} `), linkTo(material, one)];
}

// What people say a contribution does to the passage: all readings are kept, a line for each [C13].
function saidOf(material: Material, one: Known, basis: RestsOn): Piece[][] {
  const say = exportWords[material.language];
  return stances.flatMap((stance) => {
    const said = basis.stances.filter((by) => by.stance === stance);
    if (said.length === 0) return [];
    const names = listed(material.language, said.map(({ byId, capacity }) => actorName(material, byId, capacity)));
    return [[...plain(`${say[stance]} ${knowledgeOf(material, one)} ${say.saidBy} ${names}. `), linkTo(material, one)]];
  });
}

function linkTo(material: Material, { id }: Known): Piece {
  return { kind: 'words', text: id, href: `${material.origin}/c/${id}` };
}

function knowledgeOf(material: Material, one: Known): string {
  const say = exportWords[material.language];
  const kinds = one.kinds.length === 0 ? say.notStated : listed(material.language, one.kinds.map((kind) => say[kind]));
  const how = one.howKnown.length === 0 ? '' : `; ${listed(material.language, one.howKnown.map((way) => say[way]))}`;
  return `${knowersOf(material, one)}: ${kinds}${how}.`;
}

/** Words as a piece. */
export function plain(text: string): Piece[] {
  return [{ kind: 'words', text }];
}

function runsOf(material: Material, nodes: readonly TextNode[]): Map<string, string[]> {
  const runs = new Map<string, string[]>();
  let last: string | null = null;
  for (const node of nodes) {
    const name = byName(material, node.by);
    const texts = runs.get(name) ?? [];
    const text = node.text ?? '';
    if (last === name) texts.push((texts.pop() ?? '') + text);
    else texts.push(text);
    runs.set(name, texts);
    last = name;
  }
  return runs;
}

function quote(material: Material, text: string): string {
  const say = exportWords[material.language];
  const words = text.trim().replace(/\s+/g, ' ');
  // By whole characters, so that none is cut in half.
  const letters = [...words];
  return `${say.open}${letters.length <= longest ? words : `${letters.slice(0, longest).join('').trimEnd()} …`}${say.close}`;
}
