/** A moment as ISO 8601 in UTC; null when it is none, or lies in a year that the database does not write with four digits. */
export function asMoment(text: string): string | null {
  const at = new Date(text);
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9999 ? at.toISOString() : null;
}
