import type { HandedPassage } from './draft';

/** Where the editor leaves a passage for the one who wants to say something about it. */
export const passagePlace = 'samsyn.passage';

/** The passage the editor handed over. Null when there is none, or it is not one. */
export function handedPassage(): HandedPassage | null {
  try {
    const left = sessionStorage.getItem(passagePlace);
    const passage: unknown = left === null ? null : JSON.parse(left);
    if (typeof passage !== 'object' || passage === null || !('anchor' in passage) || !('quote' in passage)) return null;
    return typeof passage.quote === 'string' && passage.quote.trim() !== '' ? { anchor: passage.anchor, quote: passage.quote } : null;
  } catch {
    return null;
  }
}

/** Clears the place, once the passage stands in a draft: it is handed over for one contribution only. */
export function clearPassage(): void {
  try {
    sessionStorage.removeItem(passagePlace);
  } catch {
    // A device that forbids storage has handed nothing over.
  }
}
