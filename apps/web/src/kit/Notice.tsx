import { useSyncExternalStore, type ReactNode } from 'react';

let said = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function put(text: string): void {
  said = text;
  for (const listener of listeners) listener();
}

/** Says in passing that something was done; read aloud politely and shown for a while. */
export function say(text: string): void {
  clearTimeout(timer);
  put(text);
  timer = setTimeout(() => put(''), 8_000);
}

/** Where things are said in passing; one for the whole page. */
export function Said() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <div className="said" role="status">
      {text === '' ? null : <p>{text}</p>}
    </div>
  );
}

/** A calm note in its place; `live` when it appears while one reads. */
export function Notice({ live = false, children }: { live?: boolean; children: ReactNode }) {
  return (
    <div className="note" role={live ? 'status' : undefined}>
      {children}
    </div>
  );
}
