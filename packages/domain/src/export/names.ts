import type { Capacity } from '../shared/enums.js';
import type { Known, Material } from './material.js';
import type { By } from './textNode.js';
import { exportWords } from './words.js';

/** Names several one after the other, as the language does. */
export function listed(language: 'sv' | 'en', names: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** A day in words. */
export function dayOf(language: 'sv' | 'en', at: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(new Date(at));
}

/** An actor by name, with the capacity they speak in. */
export function actorName(material: Material, actorId: string | null, capacity?: Capacity | null, spokeFor?: string): string {
  const say = exportWords[material.language];
  const person = actorId === null ? undefined : material.people.get(actorId);
  if (person === undefined) return say.nobody;
  const spoke = capacity === undefined ? person.capacity : capacity;
  const about = [...(spoke === null ? [] : [say[spoke]]), ...(spokeFor === undefined ? [] : [spokeFor]), ...(person.invented ? [say.invented] : [])];
  return about.length === 0 ? person.name : `${person.name} (${about.join(', ')})`;
}

/** Whose words a piece is, by name. */
export function byName(material: Material, by: By | undefined): string {
  if (by?.stated !== undefined) return `${by.stated} (${exportWords[material.language].stated})`;
  return actorName(material, by?.actorId ?? null);
}

/** Whose knowledge a contribution is, by name, in the capacity they spoke in then. */
export function knowersOf(material: Material, known: Known): string {
  const names = known.authors.map(({ actorId, capacity, organisationId }) => {
    const spokeFor = organisationId === null ? undefined : material.people.get(organisationId)?.name;
    if (actorId !== null) return actorName(material, actorId, capacity, spokeFor);
    const say = exportWords[material.language];
    if (known.statedAuthor === null) return say.nobody;
    const about = [...(capacity === null ? [] : [say[capacity]]), ...(known.writtenDownById === null ? [say.stated] : [])];
    return about.length === 0 ? known.statedAuthor : `${known.statedAuthor} (${about.join(', ')})`;
  });
  return names.length === 0 ? exportWords[material.language].nobody : listed(material.language, names);
}
