import type { Language } from '../shared/refusals.js';

/** What stands where a protected person's name would be stored. Both languages, so that it reads as what it is wherever it is shown as it is. */
export const residentMark = 'En boende / A resident';

const aResident: Readonly<Record<Language, string>> = { sv: 'En boende', en: 'A resident' };

/** What somebody is called, in the reader's language: a protected person is a resident, to all alike [A11]. */
export function called(name: string, language: Language): string {
  return name === residentMark ? aResident[language] : name;
}
