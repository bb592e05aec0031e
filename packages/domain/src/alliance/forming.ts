import type { Capacity, Visibility } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asEmail, asName, asText } from '../shared/text.js';
import { addresses } from './inviting.js';
import { speaking, type Speaking } from './speaking.js';

/** An organisation that is added on the way. */
export interface NewOrganisation {
  readonly name: string;
  readonly parentId: string | null;
  readonly parentName: string | null;
}

/** An alliance as it is about to stand. */
export interface Formed {
  readonly name: string;
  readonly worry: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly visibility: Visibility;
  readonly speaking: Speaking;
  readonly organisationIds: readonly string[];
  readonly newOrganisations: readonly NewOrganisation[];
  readonly emails: readonly string[];
  readonly secondCoordinatorEmail: string | null;
}

type Given<T> = T | null | undefined;

/** What the one who forms an alliance has written. */
export interface Forming {
  readonly name: string;
  readonly worry: string;
  readonly purpose?: Given<string>;
  readonly groundRules?: Given<string>;
  readonly visibility: Visibility;
  readonly organisationIds?: Given<readonly string[]>;
  readonly newOrganisations?: Given<readonly { readonly name: string; readonly parentId?: Given<string>; readonly parentName?: Given<string> }[]>;
  readonly capacity?: Given<Capacity>;
  readonly knows?: Given<string>;
  readonly emails?: Given<readonly string[]>;
  readonly secondCoordinatorEmail?: Given<string>;
}

/** Forms an alliance out of what was written: a name and a worry are enough [L1]. */
export function form(given: Forming): Formed | Refusal {
  const name = asName(given.name, limits.name);
  if (isRefusal(name)) return name;
  const worry = asName(given.worry, limits.sentence);
  if (isRefusal(worry)) return worry;
  const purpose = asText(given.purpose ?? '', limits.purpose, true);
  if (isRefusal(purpose)) return purpose;
  const groundRules = asText(given.groundRules ?? '', limits.groundRules, true);
  if (isRefusal(groundRules)) return groundRules;
  const said = speaking(given);
  if (isRefusal(said)) return said;
  const organisationIds = [...new Set(given.organisationIds ?? [])];
  const newOrganisations = newOnes(given.newOrganisations ?? []);
  if (isRefusal(newOrganisations)) return newOrganisations;
  if (organisationIds.length + newOrganisations.length > limits.list) return refuse('list/too-long', { with: { max: limits.list } });
  const second = given.secondCoordinatorEmail?.trim() ? asEmail(given.secondCoordinatorEmail) : null;
  if (isRefusal(second)) return second;
  const emails = addresses([...(given.emails ?? []), ...(second === null ? [] : [second])]);
  if (isRefusal(emails)) return emails;
  return {
    name, worry, purpose, groundRules, visibility: given.visibility, speaking: said,
    organisationIds, newOrganisations, emails, secondCoordinatorEmail: second,
  };
}

function newOnes(given: NonNullable<Forming['newOrganisations']>): NewOrganisation[] | Refusal {
  const found: NewOrganisation[] = [];
  for (const one of given) {
    const name = asName(one.name, limits.name);
    if (isRefusal(name)) return name;
    const parentName = one.parentName?.trim() ? asName(one.parentName, limits.name) : null;
    if (isRefusal(parentName)) return parentName;
    found.push({ name, parentId: one.parentId ?? null, parentName: one.parentId ? null : parentName });
  }
  return found;
}
