import type { Language } from '../shared/refusals.js';

type Endings = ReadonlyMap<string, readonly string[]>;

// Longest first, found by the last letter: a text is stemmed word by word, and most endings do not come into question.
function byLastLetter(endings: readonly string[]): Endings {
  const found = new Map<string, string[]>();
  for (const ending of [...endings].sort((one, other) => other.length - one.length)) {
    const last = ending.slice(-1);
    found.set(last, [...(found.get(last) ?? []), ending]);
  }
  return found;
}

// Inflection, then the endings that make a noun or adjective of the same word.
const swedishEndings = byLastLetter([
  'heterna heternas hetens ningarna ningarnas elserna andena arnas ernas ornas andes ingar ingarna',
  'heten heter ningen ningar elsen elser anden aren arna erna orna aste ande ende else ades ning ingen ings',
  'are ade ats ast het hets lig iga igt ens ets ers ing iskt iska',
  'ad at ar er or an en et es as is ig na te de isk',
  'a e s t n',
].flatMap((line) => line.split(' ')));

const swedishFormations = byLastLetter(['het', 'lig', 'ning', 'else', 'ad', 'ar', 'er', 'or', 'a', 'e']);

const englishEndings = byLastLetter('nesses ations ments ingly ness ment ation ities ings edly ing ies ity ed es ly s y e'.split(' '));

// Forms whose vowel changes; no ending can be cut to bring them together.
const irregular = new Map(
  (
    'bostäder bostad, bostäderna bostad, böcker bok, böckerna bok, bönder bonde, städer stad, städerna stad, män man, männen man, mödrar mamma, mödrarna mamma, mor mamma, modern mamma, fäder pappa, far pappa, fadern pappa, ' +
    'döttrar dotter, söner son, händer hand, nätter natt, nätterna natt, tänder tand, tänderna tand, länder land, rötter rot, krafter kraft, bröder bror, skulder skuld, ' +
    'yngre ung, yngst ung, äldst äldre, större stor, mindre liten, små liten, lilla liten, färre få, sjöar sjö, gick gå, går gå, sover sömn, sov sömn, ' +
    'children child, women woman, men man, people person, older old, elderly old, younger young, teeth tooth, taught teach, bought buy, left leave, feet foot, lives life, wives wife, died die, dying die, lonely loneliness'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);

function cut(word: string, endings: Endings, least: number): string {
  const ending = endings.get(word.slice(-1))?.find((each) => word.length - each.length >= least && word.endsWith(each));
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** What is left of a word when inflection is cut off; light, so that different words seldom fall together. */
export function stem(word: string, language: Language): string {
  const known = irregular.get(word) ?? word;
  if (language === 'en') {
    const short = cut(known, englishEndings, 3);
    return /([bdgmnprt])\1$/.test(short) ? short.slice(0, -1) : short;
  }
  const once = cut(known, swedishEndings, 3);
  return cut(once, swedishFormations, 4).replace(/(.)\1$/, '$1').replace(/(?<=...)s$/, '');
}
