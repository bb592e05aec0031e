import type { ContributionState, Stance } from '../shared/enums.js';
import { refuse, type Refusal } from '../shared/refusal.js';

/** Where words stand in a text: their first and last line, counted from 0. */
export interface Lines {
  readonly line: number;
  readonly lastLine: number;
}

/** Does a mark with this id show a contribution? Only of the same alliance, and only one that stands; the id alone proves nothing [C12]. */
export function shows(found: { readonly allianceId: string; readonly state: ContributionState } | null, allianceId: string): boolean {
  return found !== null && found.allianceId === allianceId && found.state === 'GIVEN';
}

/** What hangs on passages, in the order of the text, then of time: what is gone from the text comes last, and nobody goes before another [C13]. */
export function inOrder<T extends { readonly line: number | null; readonly at: string; readonly id: string }>(things: readonly T[]): T[] {
  const place = ({ line }: T): number => line ?? Number.MAX_SAFE_INTEGER;
  return [...things].sort((a, b) => place(a) - place(b) || compare(a.at, b.at) || compare(a.id, b.id));
}

/** The lines among these that nothing stands on [C14]. */
export function restingOnNothing(lines: readonly number[], standing: readonly Lines[]): number[] {
  return lines.filter((line) => !standing.some((one) => one.line <= line && line <= one.lastLine));
}

/** What somebody says a contribution does to a passage [C13]. Others may say other things, and so may they; the same twice is once. */
export function sayStance(said: readonly { readonly byId: string | null; readonly stance: Stance }[], me: string | null, stance: Stance): Stance | Refusal {
  return said.some((one) => one.byId === me && one.stance === stance) ? refuse('passage/said', { rule: 'C13' }) : stance;
}

/** The words a passage is marked with; there must be some in the text [C7]. */
export function quoted(found: { readonly quote: string } | null): string | Refusal {
  const quote = found?.quote.trim() ?? '';
  return quote === '' ? refuse('passage/gone', { rule: 'C7' }) : quote;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
