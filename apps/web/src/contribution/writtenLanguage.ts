import type { Language } from '../lib/words';

/**
 * The language to say a text is in. A guess is only made where it can hardly be wrong: Latin letters, in the language
 * of the screen. Anything else is left unsaid, so that no screen reader reads Arabic as Swedish.
 */
export function writtenLanguage(text: string, screen: Language): Language | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  return letters.length > 0 && latin / letters.length > 0.9 ? screen : null;
}
