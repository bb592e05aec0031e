import { refuse, type Refusal } from '../shared/refusal.js';

/** What is left where something was taken back: that it was, and when. Nothing of what was said, nor of whom it named. */
export interface TakenBack {
  readonly text: '';
  readonly takenBackAt: string;
}

/** Takes back what one said [T3]; the place stays. */
export function takeBack(now: { readonly takenBackAt: string | null }, at: string): TakenBack | Refusal {
  return now.takenBackAt === null ? { text: '', takenBackAt: at } : refuse('post/taken-back', { rule: 'T3' });
}
