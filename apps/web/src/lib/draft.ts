import { useCallback, useState } from 'react';
import { useHere } from './here';
import { nobody, placeOf, stays } from './whose';

/**
 * State that outlives a reload and a refusal, in this tab: what somebody has begun is never lost, and never
 * shown to somebody else. What was begun before stepping in comes along.
 */
export function useDraft<T extends object>(name: string, empty: T): [T, (change: Partial<T>) => void, () => void] {
  const { me } = useHere();
  // Unknown until the server has said who is here; what is written meanwhile is laid over what was kept.
  const whose = me === undefined ? null : (me?.id ?? nobody);
  const [held, setHeld] = useState(() => ({ whose, early: {} as Partial<T>, draft: whose === null ? empty : read(placeOf(whose, name), empty) }));
  let { draft } = held;
  if (whose !== null && whose !== held.whose) {
    draft = { ...read(placeOf(whose, name), empty), ...held.early };
    if (Object.keys(held.early).length > 0) keep(whose, name, draft);
    setHeld({ whose, early: {}, draft });
  }
  const change = useCallback(
    (part: Partial<T>) =>
      setHeld((before) => {
        const after = { ...before.draft, ...part };
        if (before.whose === null) return { ...before, early: { ...before.early, ...part }, draft: after };
        keep(before.whose, name, after);
        return { ...before, draft: after };
      }),
    [name],
  );
  const clear = useCallback(() => {
    setHeld((before) => {
      if (before.whose !== null) drop(placeOf(before.whose, name));
      return { ...before, early: {}, draft: empty };
    });
    // The empty draft is a constant of the screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);
  return [draft, change, clear];
}

function read<T extends object>(key: string, empty: T): T {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? empty : { ...empty, ...(JSON.parse(text) as Partial<T>) };
  } catch {
    return empty;
  }
}

function keep(whose: string, name: string, draft: object): void {
  if (!stays(whose)) return;
  try {
    sessionStorage.setItem(placeOf(whose, name), JSON.stringify(draft));
  } catch {
    // Storage is full or refused; what is on the screen still stands.
  }
}

function drop(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
