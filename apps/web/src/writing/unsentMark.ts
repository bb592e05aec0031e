const keyOf = (actorId: string, framingId: string): string => `samsyn.unsent.${actorId}.${framingId}`;

function read(key: string): number[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is number => typeof id === 'number') : [];
  } catch {
    return [];
  }
}

/** Notes in this device under which client ids something was written that the server has not got. */
export function markUnsent(actorId: string, framingId: string, clientIds: readonly number[] | 'all', unsent: boolean): void {
  const key = keyOf(actorId, framingId);
  const named = clientIds === 'all' ? [] : clientIds;
  const others = clientIds === 'all' ? [] : read(key).filter((id) => !named.includes(id));
  const now = unsent ? [...others, ...named] : others;
  try {
    if (now.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(now.slice(-50)));
  } catch {
    // Storage is full or refused; the text itself is kept apart from this note.
  }
}

/** Does this device hold words of this person that the server has not got? */
export function isUnsent(actorId: string, framingId: string): boolean {
  return read(keyOf(actorId, framingId)).length > 0;
}
