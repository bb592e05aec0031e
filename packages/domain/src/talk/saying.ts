import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** What somebody says in a thread, as it may be stored: the words, and whom they name. */
export interface Said {
  readonly text: string;
  readonly mentions: string[];
}

/** Says something [T1]. `here` are those named in it who take part; who is named and is not among them is not found [R3]. */
export function say(given: string, named: readonly string[], here: readonly string[]): Said | Refusal {
  const text = asText(given, limits.said);
  if (typeof text !== 'string') return text;
  const mentions = [...new Set(named)];
  if (mentions.length > limits.mentions) return refuse('list/too-long', { rule: 'T4', with: { max: limits.mentions } });
  return mentions.every((id) => here.includes(id)) ? { text, mentions } : refuse('not-found', { rule: 'R3' });
}

/** Resolves a thread: what was arrived at, in words [T2]. */
export function resolving(note: string): string | Refusal {
  const text = asText(note, limits.reason, true);
  return text === '' ? refuse('thread/note-needed', { rule: 'T2' }) : text;
}

/** Opens a thread anew: why, in words [T2]. */
export function reopening(reason: string): string | Refusal {
  const text = asText(reason, limits.reason, true);
  return text === '' ? refuse('thread/reason-needed', { rule: 'T2' }) : text;
}
