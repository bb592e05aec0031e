import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';

const most = 100;

/** How many deleted texts, and after which one: as asked for, if that can be answered. */
export function asAfter(first: number, after: string | null | undefined): { first: number; after: { seq: number; nr: number } | null } | Refusal {
  if (!Number.isInteger(first) || first < 1) return refuse('request/wrong', { rule: 'G4' });
  if (first > most) return refuse('list/too-long', { rule: 'G4', with: { max: most } });
  if (after === null || after === undefined) return { first, after: null };
  const [, seq, nr] = /^(\d{1,15})\.(\d{1,9})$/.exec(after) ?? [];
  return seq === undefined ? refuse('request/wrong', { rule: 'G4' }) : { first, after: { seq: Number(seq), nr: Number(nr) } };
}

/** Where to go on from one of them. */
export function asCursor({ seq, nr }: { seq: number; nr: number }): string {
  return `${seq}.${nr}`;
}
