/** JSON with one spelling for one value (RFC 8785), so that a signature over it can be checked by anybody. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, held]) => held !== undefined);
    // By UTF-16 units, as the standard says; that is how JavaScript compares texts.
    members.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    return `{${members.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}
