import { stem } from './resembling.stem.js';

// Short words of public life that are often the first or last part of a Swedish compound. Those in the candidates come on top.
const common = (
  'skol skola elev lärar barn ung ungdom tonår familj förälder föräldra mamma pappa äldre kvinno kvinna mans flick pojk hem hus bostad bostads hyra hyres hyra hyr fritid fritids idrott idrotts sport simm sim bad ' +
  'vård sjuk hälso hälsa ohälsa folk tand läkar psyk omsorg tjänst tjänste stöd bistånd bidrag arbets arbete jobb yrke löne lön utbildning språk läs läsning läx bok mat kost måltid kultur musik biblio ' +
  'trafik buss bil cykel väg gata gatu gång tunnel torg park skog sjö hav vatten luft miljö klimat natur avfall sop plats lokal gård hall gården central center centrum område stads stad ' +
  'kommun region stat land lands by bygd ort glesbygd vägg trapp lek säker trygg brott gäng drog våld hat heder demens missbruk alkohol spel data nät digital mobil telefon brev tid tider kö ' +
  'grupp grupper möte mötes förening förenings projekt medel plan planering avgift taxa pris köp handel butik affär markt bygg bygge lov byte byten brist skillnad klyfta höjning ' +
  'frånvaro närvaro personal chef ledare vakt polis tolk råd nämnd förvaltning enhet mottagning boende lägenhet bedrägeri olycka olyckor stöld stölder skada skador sjukdom sömn buller regn ' +
  'dricks dag natt natta kväll helg sommar vinter lov läger resa klass grund för små stor mellan hög låg fall medborgar medborgare invånar val valdeltagande deltagande delaktighet vuxen vuxna adress kontrakt kunskap kunskaps allians allianser samhälle samhälls välfärd välfärds social ekonomi ledar ledarskap utveckling utvecklings integration integrations '  +
  'snö is vinter hund hundar katt kyrko kyrk industri fabriks mark tomt hörsel syn tal tecken skjuts ambulans apotek medicin turist parkerings kamera vind vindkraft växt klotter toalett hiss mögel fukt sparkcykel el moped flyg tåg båt hamn bro bibliotek ' +
  'digitaliserings forsknings forskning högskole jämställdhets jämlikhets barndoms uppväxt livs livsmedels energi el värme kris beredskaps fack ideell utsatthet fattigdom fattigdoms handlings strategi'
).split(/\s+/);

const linking = /[seoua]$/;

/** What compounds are taken apart by: stems that are known to be words. */
export type Parts = ReadonlySet<string>;

/** The known parts: those of public life, and those the candidates themselves use. */
export function partsOf(stems: Iterable<string>): Parts {
  const parts = new Set(common.flatMap((word) => [word, stem(word, 'sv')]));
  for (const each of stems) if (each.length >= 4) parts.add(each);
  return parts;
}

function isPart(parts: Parts, left: string): boolean {
  return parts.has(left) || (linking.test(left) && left.length > 3 && parts.has(left.slice(0, -1)));
}

/**
 * Takes a Swedish compound apart, fewest parts first; what is left over may be unknown if the known part is long.
 * Answers nothing for a word that holds together.
 */
export function split(word: string, parts: Parts, depth = 0): string[] {
  if (word.length < 7 || depth > 2) return [];
  let half: string[] = [];
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    const leftKnown = isPart(parts, left);
    const rightKnown = parts.has(right) || parts.has(stem(right, 'sv'));
    if (leftKnown && rightKnown) return [left, right];
    if (leftKnown && right.length >= 6) {
      const more = split(right, parts, depth + 1);
      if (more.length > 1) return [left, ...more];
    }
    const longEnough = leftKnown ? left.length >= 4 && right.length >= 4 : right.length >= 5 && left.length >= 4;
    if (half.length === 0 && (leftKnown || rightKnown) && longEnough) half = leftKnown ? [left] : [right];
  }
  return half;
}
