import { limits } from '../shared/limits.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { asEmail } from '../shared/text.js';

/** The addresses to invite, each once, or what is wrong with them. */
export function addresses(given: readonly string[]): string[] | Refusal {
  if (given.length > limits.emails) return refuse('list/too-long', { with: { max: limits.emails } });
  const found: string[] = [];
  for (const one of given) {
    const email = asEmail(one);
    if (typeof email !== 'string') return email;
    if (!found.includes(email)) found.push(email);
  }
  return found;
}

/** An address as those who did not write it see it: enough to recognise, too little to use. */
export function veiled(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
