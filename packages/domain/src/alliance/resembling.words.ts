import type { Language } from '../shared/refusals.js';

const swedish =
  'och i att det som en ett den de på är av för med till inte om har han hon var vi du jag så men när eller ut upp vid sin sitt sina från då nu här där ' +
  'blir blev bli blivit kan ska skulle vill vilja måste mot efter innan utan mellan under över genom hos även bara också än all alla allt andra annan annat någon något några ' +
  'ingen inget inga mycket många mer mest mindre få får fick fått ha hade varit vara vad vem vilka vilken vilket hur varför därför eftersom att medan trots fast fastän ' +
  'dem dess deras er era ert oss vår vårt våra min mitt mina din ditt dina sig själv denna detta dessa ju väl nog samma sedan samt varje vart annat både varken ' +
  'allt göra gör gjort går gå kommer komma kom tar ta tas ger ge ges gav står stå finns finnas blivit lika ofta sällan aldrig alltid redan kvar ännu hellre först sist ' +
  'in ner hem ute inne dit hit bort runt fram tillbaka ihop isär för till exempel särskilt bland inom utanför framför bakom enligt per via dels bara knappt';
const english =
  'the a an and or but of to in on at by for with from into about as is are was were be been being have has had do does did not no nor so than that this these those there here ' +
  'they them their he she it its his her we us our you your i my me who whom whose which what when where why how can could may might must shall should will would ' +
  'more most much many few too very also only own same other another each every all any some such then once after before over under between through during because while until against ' +
  'up down out off again get gets got go goes going come comes make makes made take takes even still yet just like';

// In public life these stand in nearly every text; they bring nothing together on their own.
const weakStems =
  'kommun stad stadsdel områd människ person folk boend invån problem fråg arbet hjälp behöv sakn svår ok mins väx lång kort dålig bra ny gammal stor liten hel tid dag veck månad år kväll ' +
  'gång plats del sätt rätt rät känn tyck tro vet hitt nå leta försök börj slut bor bo lev liv ensk offentlig dåligt antal flest fler färr ' +
  'city municipal area person problem question work help need lack hard grow long short bad good new big small whole time day week month year evening place part way feel think know find reach try begin end live life nobody nowher';

/** Words that carry no subject. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: new Set(swedish.split(/\s+/)),
  en: new Set(english.split(/\s+/)),
};

/** Stems that say little about what a text is about. */
export const weak: ReadonlySet<string> = new Set(weakStems.split(/\s+/));

/** The words of a text in small letters, in order. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** How much the small words and the spelling of a text lean towards English; below nought is Swedish. */
export function leaningOf(words: readonly string[]): number {
  let lean = 0;
  for (const word of words) {
    const inEnglish = stopWords.en.has(word);
    const inSwedish = stopWords.sv.has(word);
    if (inEnglish !== inSwedish) lean += inEnglish ? 1 : -1;
    if (/[åäö]/.test(word)) lean -= 1;
    else if (/(tion|ness|ment|th|ght|ck|ous|ity|sh)$|^wh|ea|ou|w/.test(word)) lean += 0.5;
  }
  return lean;
}
