import { readFileSync } from 'node:fs';

/** The numbers of all rules in RULES.md. */
export function ruleNumbers(): string[] {
  const text = readFileSync(new URL('../RULES.md', import.meta.url), 'utf8');
  return [...text.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((found) => found[1] ?? '');
}
