/** A value as the one JSON text it has: keys in the order of their code units, no space. What is frozen is digested as this. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((held) => canonical(held === undefined ? null : held)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, held]) => held !== undefined);
  members.sort(([one], [two]) => (one < two ? -1 : 1));
  return `{${members.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}
