import type { Visibility } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, type Refusal } from '../shared/refusal.js';
import { asName, asText } from '../shared/text.js';

/** How an alliance describes itself. */
export interface Description {
  readonly name: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly visibility: Visibility;
}

type Change = { readonly [K in keyof Description]?: Description[K] | null | undefined };

/** The description after a change; what was not given stays as it is. */
export function describe(now: Description, given: Change): Description | Refusal {
  const name = given.name == null ? now.name : asName(given.name, limits.name);
  if (isRefusal(name)) return name;
  const purpose = given.purpose == null ? now.purpose : asText(given.purpose, limits.purpose, true);
  if (isRefusal(purpose)) return purpose;
  const groundRules = given.groundRules == null ? now.groundRules : asText(given.groundRules, limits.groundRules, true);
  if (isRefusal(groundRules)) return groundRules;
  return { name, purpose, groundRules, visibility: given.visibility ?? now.visibility };
}
