import type { ActorCount, Balance, KindCount } from '@samsyn/domain/contribution/balance';
import type { Language } from '@samsyn/domain/shared/refusals';

const words = {
  sv: {
    what: 'Vad', name: 'Namn', total: 'Bidrag', kindNotStated: 'Slag ej angivet',
    FACTS: 'Fakta', UNDERSTANDING: 'Förståelse', SKILL: 'Färdighet', FAMILIARITY: 'Förtrogenhet',
    all: 'Alla', capacity: 'I egenskap av', person: 'Person', organisation: 'Organisation', stated: 'Namn enligt fil eller nedskrivare',
    RESEARCHER: 'Forskare', OFFICIAL: 'Tjänsteperson', RESIDENT: 'Boende', none: 'Ej angivet',
  },
  en: {
    what: 'What', name: 'Name', total: 'Contributions', kindNotStated: 'Kind not stated',
    FACTS: 'Facts', UNDERSTANDING: 'Understanding', SKILL: 'Skill', FAMILIARITY: 'Familiarity',
    all: 'All', capacity: 'Capacity', person: 'Person', organisation: 'Organisation', stated: 'Name as a file or scribe stated it',
    RESEARCHER: 'Researcher', OFFICIAL: 'Official', RESIDENT: 'Resident', none: 'Not stated',
  },
} as const;

type Line = readonly [what: string, name: string, counts: { readonly total: number; readonly kinds: readonly KindCount[]; readonly kindNotStated: number }];

/** The same numbers as on the screen, for a spreadsheet: UTF-8 with its mark, since Excel asks for it. */
export function balanceCsv(balance: Balance, nameOf: (actorId: string) => string, language: Language): string {
  const say = words[language];
  const actor = (what: string) => (one: ActorCount): Line =>
    one.actorId !== null ? [what, nameOf(one.actorId), one] : [one.stated === null ? what : say.stated, one.stated ?? say.none, one];
  const lines: Line[] = [
    [say.all, '', balance],
    ...balance.capacities.map((one): Line => [say.capacity, one.capacity === null ? say.none : say[one.capacity], one]),
    ...balance.people.map(actor(say.person)),
    ...balance.organisations.map(actor(say.organisation)),
  ];
  const rows = [
    [say.what, say.name, say.total, say.FACTS, say.UNDERSTANDING, say.SKILL, say.FAMILIARITY, say.kindNotStated],
    ...lines.map(([what, name, counts]) => [what, name, counts.total, ...counts.kinds.map((one) => one.count), counts.kindNotStated]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula, whatever somebody calls themselves. */
export function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
