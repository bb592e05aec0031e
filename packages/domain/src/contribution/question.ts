import type { Kind, QuestionAbout, QuestionOutcome } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';
import { asKinds } from './knowing.js';

/** A question as it may be stored: what it is about, its words, and another reading of the kind if there is one. */
export interface Asked {
  readonly about: QuestionAbout;
  readonly text: string;
  readonly kinds: Kind[];
}

/** Questions a kind or a claim [C4]. Another reading belongs only to a question about the kind. */
export function question(about: QuestionAbout, given: string, kinds: readonly Kind[]): Asked | Refusal {
  const text = asText(given, limits.question);
  if (typeof text !== 'string') return text;
  return { about, text, kinds: about === 'KIND' ? asKinds(kinds) : [] };
}

/** An answer as it may be stored; `kinds` is what the contribution becomes, or null when it stays. */
export interface Answered {
  readonly answer: string;
  readonly outcome: Exclude<QuestionOutcome, 'OPEN'>;
  readonly kinds: Kind[] | null;
}

/** Answers a question. The questioner's reading of the kind is taken over only if the knower says so; both stay readable. */
export function answer(
  asked: { readonly about: QuestionAbout; readonly kinds: readonly Kind[]; readonly outcome: QuestionOutcome },
  now: { readonly kinds: readonly Kind[] },
  given: string,
  outcome: QuestionOutcome,
): Answered | Refusal {
  if (asked.outcome !== 'OPEN') return refuse('question/answered', { rule: 'C4' });
  if (outcome === 'OPEN') return refuse('request/wrong', { rule: 'C4' });
  const text = asText(given, limits.question);
  if (typeof text !== 'string') return text;
  const takesOver = outcome === 'CHANGED' && asked.about === 'KIND' && asked.kinds.length > 0;
  const differs = asKinds(asked.kinds).join() !== asKinds(now.kinds).join();
  return { answer: text, outcome, kinds: takesOver && differs ? asKinds(asked.kinds) : null };
}
