import { limits } from '../shared/limits.js';
import { isRefusal, type Refusal } from '../shared/refusal.js';
import { asName, asText, asUrl } from '../shared/text.js';

/** Something that already goes on. */
export interface Noted {
  readonly name: string;
  readonly description: string;
  readonly url: string | null;
}

/** Notes what already goes on, so that it is seen before something new is formed [I1]. */
export function note(given: { name: string; description: string; url?: string | null | undefined }): Noted | Refusal {
  const name = asName(given.name, limits.name);
  if (isRefusal(name)) return name;
  const description = asText(given.description, limits.description);
  if (isRefusal(description)) return description;
  const url = given.url?.trim() ? asUrl(given.url) : null;
  if (isRefusal(url)) return url;
  return { name, description, url };
}
