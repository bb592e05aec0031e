import { useCallback, useState } from 'react';

/** State that outlives a reload and a refusal, in this tab: what somebody has begun is never lost. */
export function useDraft<T extends object>(name: string, empty: T): [T, (change: Partial<T>) => void, () => void] {
  const key = `samsyn.draft.${name}`;
  const [draft, setDraft] = useState<T>(() => read(key, empty));
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        try {
          sessionStorage.setItem(key, JSON.stringify(after));
        } catch {
          // Storage is full or refused; what is on the screen still stands.
        }
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
    setDraft(empty);
    // The empty draft is a constant of the screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
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
