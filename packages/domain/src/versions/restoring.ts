import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asText } from '../shared/text.js';

/** Why a text is restored [V4]: in words. Refuses without them, and where the text already reads so. */
export function restoring(reason: string, readsSo: boolean): string | Refusal {
  const why = asText(reason, limits.reason, true);
  if (why === '') return refuse('framing/reason-needed', { rule: 'V4' });
  return readsSo ? refuse('version/reads-so-already', { rule: 'V4' }) : why;
}
