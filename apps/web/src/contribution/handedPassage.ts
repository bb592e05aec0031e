import type { HandedPassage } from './draft';

/** Where the editor leaves a passage for the one who wants to say something about it. */
export const passagePlace = 'samsyn.passage';

/** Takes the passage the editor handed over, once. Null when there is none, or it is not one. */
export function takePassage(): HandedPassage | null {
  try {
    const left = sessionStorage.getItem(passagePlace);
    sessionStorage.removeItem(passagePlace);
    const passage: unknown = left === null ? null : JSON.parse(left);
    if (typeof passage !== 'object' || passage === null || !('anchor' in passage) || !('quote' in passage)) return null;
    return typeof passage.quote === 'string' && passage.quote.trim() !== '' ? { anchor: passage.anchor, quote: passage.quote } : null;
  } catch {
    return null;
  }
}
