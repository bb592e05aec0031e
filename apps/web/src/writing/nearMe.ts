import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Company } from './presenceNews';

interface Said {
  user?: { actorId?: unknown; name?: unknown };
  field?: unknown;
  cursor?: { head?: unknown } | null;
}

/** Those who are here, and who of them writes in the same field as I do, or in the same line of the text or one beside it. */
export function companyOf(awareness: Awareness, text: Y.XmlFragment, me: string): Company {
  const mine = awareness.getLocalState() as Said | null;
  const line = lineOf(mine, text);
  const company = new Map<string, { name: string; near: boolean }>();
  for (const state of awareness.getStates().values() as IterableIterator<Said>) {
    const id = state.user?.actorId;
    if (typeof id !== 'string' || id === me) continue;
    const theirs = lineOf(state, text);
    const together = typeof state.field === 'string' && state.field === mine?.field;
    // Where a screen does not say in which line, as on a phone, the same text is near.
    const near = together && (line === null || theirs === null || Math.abs(line - theirs) <= 1);
    company.set(id, { name: String(state.user?.name ?? ''), near: near || company.get(id)?.near === true });
  }
  return company;
}

function lineOf(said: Said | null, text: Y.XmlFragment): number | null {
  const { doc } = text;
  if (said?.field !== 'text' || typeof said.cursor?.head !== 'object' || said.cursor.head === null || doc === null) return null;
  const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(said.cursor.head), doc);
  let item = place?.type._item ?? null;
  while (item !== null && item.parent !== text) item = (item.parent as Y.AbstractType<unknown>)._item;
  const index = text.toArray().findIndex(({ _item }) => _item === item);
  return item === null || index < 0 ? null : index;
}
