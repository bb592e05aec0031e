import type { Capacity, HowKnown, Kind } from '../shared/enums.js';
import { asKinds, asWays } from './knowing.js';
import type { Mapping } from './mapping.js';

// Words that people write in the cells of a spreadsheet. Only whole words count; nothing is guessed from likeness.
const kindWords: Readonly<Record<Kind, readonly string[]>> = {
  FACTS: ['facts', 'fact', 'fakta', 'faktakunskap', 'faktum'],
  UNDERSTANDING: ['understanding', 'förståelse', 'förståelsekunskap'],
  SKILL: ['skill', 'skills', 'färdighet', 'färdigheter', 'färdighetskunskap'],
  FAMILIARITY: ['familiarity', 'förtrogenhet', 'förtrogenhetskunskap'],
};

const capacityWords: Readonly<Record<Capacity, readonly string[]>> = {
  RESEARCHER: ['researcher', 'forskare', 'akademiker', 'academic', 'scientist'],
  OFFICIAL: ['official', 'tjänsteperson', 'tjänsteman', 'tjänstemän', 'handläggare', 'civil servant', 'public servant'],
  RESIDENT: ['resident', 'boende', 'invånare', 'medborgare', 'citizen', 'inhabitant'],
};

const wayWords: Readonly<Record<HowKnown, readonly string[]>> = {
  READ: ['read', 'läst', 'läsning'],
  MEASURED: ['measured', 'mätt', 'uppmätt', 'mätning'],
  PRACTISED: ['practised', 'practiced', 'gjort', 'övat', 'prövat', 'praktiserat'],
  LIVED: ['lived', 'levt', 'upplevt', 'lived experience'],
  TOLD: ['told', 'told by', 'hört', 'berättat', 'berättat av'],
};

// Ways to say that it is not stated; nothing is lost with them.
const unstatedWords = ['ej angivet', 'ej angiven', 'inte angivet', 'vet inte', 'vet ej', 'okänd', 'okänt', 'saknas', 'not stated', 'unknown', "don't know", 'na', 'n/a', '-', '–', '?'];

const headings: Readonly<Record<keyof Mapping, readonly string[]>> = {
  text: ['text', 'bidrag', 'uttalande', 'påstående', 'synpunkt', 'kommentar', 'svar', 'statement', 'comment', 'comment-body', 'contribution', 'answer', 'vad som sägs', 'what is said'],
  author: ['author', 'name', 'author-id', 'who', 'namn', 'vem', 'avsändare', 'person', 'sagt av', 'said by', 'vem som säger det', 'who says it'],
  capacity: ['capacity', 'role', 'roll', 'egenskap', 'i egenskap av', 'i vilken egenskap', 'vilken egenskap', 'in what capacity', 'speaks as'],
  kinds: ['kind', 'kinds', 'kind of knowledge', 'kunskapsslag', 'slag', 'kunskap', 'kunskapsform', 'slag av kunskap'],
  howKnown: ['how known', 'how it is known', 'hur vet du det', 'hur det är känt', 'hur man vet det', 'hur man vet', 'hur', 'how'],
  source: ['source', 'link', 'url', 'källa', 'länk'],
};

function folded(word: string): string {
  return word.normalize('NFC').trim().toLowerCase().replace(/[?:.]+$/, '').replace(/[\s_]+/g, ' ');
}

function wordsIn(cell: string): string[] {
  return cell.split(/[,;/|+&\n]|\s(?:och|and|samt)\s/iu).map(folded).filter((word) => word !== '');
}

function meant<T extends string>(table: Readonly<Record<T, readonly string[]>>, cell: string): T[] {
  const words = wordsIn(cell);
  return (Object.keys(table) as T[]).filter((one) => words.some((word) => word === folded(one) || table[one].includes(word)));
}

/** The kinds a cell names, in Swedish or English; none is not stated. */
export function kindsIn(cell: string): Kind[] {
  return asKinds(meant(kindWords, cell));
}

/** The ways of knowing a cell names; none is not stated. */
export function waysIn(cell: string): HowKnown[] {
  return asWays(meant(wayWords, cell));
}

/** The capacity a cell names. Two at once is not stated: which of them was spoken in is not ours to choose. */
export function capacityIn(cell: string): Capacity | null {
  const found = meant(capacityWords, cell);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What a cell says that is not understood as a capacity, a kind or a way of knowing; null when all of it is, or when it says that it is not stated. */
export function strangeIn(part: 'capacity' | 'kinds' | 'howKnown', cell: string): string | null {
  const text = cell.trim();
  if (text === '' || unstatedWords.includes(text.toLowerCase())) return null;
  const table: Readonly<Record<string, readonly string[]>> = part === 'capacity' ? capacityWords : part === 'kinds' ? kindWords : wayWords;
  const strange = wordsIn(cell).find((word) => !unstatedWords.includes(word) && meant(table, word).length === 0);
  if (strange !== undefined) return strange;
  // Two capacities at once come in as none.
  return part === 'capacity' && capacityIn(cell) === null ? text : null;
}

/** Does a first row look like headings? Yes unless a cell of it can only be something said: known words of a heading settle it. */
export function looksLikeHeading(first: readonly string[]): boolean {
  if (Object.keys(proposeMapping(first)).length > 0) return true;
  return !first.some((cell) => isSaying(cell.trim()) || capacityIn(cell) !== null || (kindsIn(cell).length > 0 && !headings.kinds.includes(folded(cell))));
}

// A heading is short, has no line break and is no link; a sentence of some words ends with its mark.
function isSaying(cell: string): boolean {
  return cell.length > 80 || /\n|^https?:\/\//i.test(cell) || (cell.split(/\s+/).length > 3 && /[.!]$/.test(cell));
}

/** Headings of which no two are the same: the second "vem" becomes "vem (2)". */
export function toldApart(columns: readonly string[]): string[] {
  const taken = new Set<string>(columns);
  const seen = new Set<string>();
  return columns.map((heading) => {
    let name = heading;
    for (let nr = 2; seen.has(name) || (name !== heading && taken.has(name)); nr += 1) name = `${heading} (${String(nr)})`;
    seen.add(name);
    return name;
  });
}

/** A first proposal from the headings, for people to change; text is missing when no heading says so. */
export function proposeMapping(columns: readonly string[]): Partial<Mapping> {
  const found = (Object.keys(headings) as (keyof Mapping)[]).flatMap((field) => {
    const column = columns.findIndex((heading) => headings[field].includes(folded(heading)));
    return column === -1 ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}
