import { byName } from '@samsyn/domain/shared/alphabet';
import type { Awareness } from 'y-protocols/awareness';
import { looksOf } from './look';

/** Where in a framing somebody is writing: the text, or one of the fields. */
export type Place = 'text' | 'name' | 'belongs' | 'outside' | 'forWhom' | 'unknown' | 'norms';

/** Somebody who is here now; one person may have several windows open. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly me: boolean;
  /** Which shape and colour stands for them just now. */
  readonly look: number;
  readonly places: readonly Place[];
}

interface Said {
  user?: { actorId?: unknown; name?: unknown };
  field?: unknown;
}

/** Those who are here, in the order of the alphabet. Who they are is what the server says, not the windows themselves. */
export function presentIn(awareness: Awareness, me: { id: string; name: string }): Present[] {
  const people = new Map<string, { name: string; places: Set<Place> }>();
  people.set(me.id, { name: me.name, places: new Set() });
  for (const state of awareness.getStates().values() as IterableIterator<Said>) {
    const id = state.user?.actorId;
    if (typeof id !== 'string') continue;
    const name = typeof state.user?.name === 'string' ? state.user.name : '';
    const known = people.get(id) ?? { name, places: new Set<Place>() };
    if (typeof state.field === 'string') known.places.add(state.field as Place);
    people.set(id, known);
  }
  const look = looksOf(people.keys());
  return [...people]
    .map(([id, { name, places }]) => ({ id, name, me: id === me.id, look: look.get(id) ?? 0, places: [...places] }))
    .sort(byName);
}

/** Nobody but me. */
export function alone(me: { readonly id: string; readonly name: string }): readonly Present[] {
  return [{ ...me, me: true, look: looksOf([me.id]).get(me.id) ?? 0, places: [] }];
}
