/** How many looks there are for people who are here; each has a shape of its own beside its colour. */
export const looks = 6;

/** The look of a person: the same on every screen, and meaning nothing. */
export function lookOf(actorId: string): number {
  let sum = 0;
  for (let at = 0; at < actorId.length; at += 1) sum = (sum * 31 + actorId.charCodeAt(at)) >>> 0;
  return sum % looks;
}
