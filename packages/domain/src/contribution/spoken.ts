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

const headings: Readonly<Record<keyof Mapping, readonly string[]>> = {
  text: ['text', 'bidrag', 'uttalande', 'påstående', 'synpunkt', 'kommentar', 'svar', 'statement', 'comment', 'comment-body', 'contribution', 'answer'],
  author: ['author', 'name', 'author-id', 'who', 'namn', 'vem', 'avsändare', 'person', 'sagt av', 'said by'],
  capacity: ['capacity', 'role', 'roll', 'i egenskap av'],
  kinds: ['kind', 'kinds', 'kind of knowledge', 'kunskapsslag', 'slag', 'kunskap', 'kunskapsform'],
  howKnown: ['how known', 'how it is known', 'hur vet du det', 'hur det är känt'],
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

/** A first proposal from the headings, for people to change; text is missing when no heading says so. */
export function proposeMapping(columns: readonly string[]): Partial<Mapping> {
  const found = (Object.keys(headings) as (keyof Mapping)[]).flatMap((field) => {
    const column = columns.findIndex((heading) => headings[field].includes(folded(heading)));
    return column === -1 ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}
