// Words somebody has begun lie in the device under the one who writes them. Devices are lent and shared:
// the next person must neither read them nor give them as their own.
const prefix = 'samsyn.draft.';

/** Whose words are that were begun before stepping in. */
export const nobody = 'nobody';

// Screens that are still there while somebody goes out must not put back what was let go.
const gone = new Set<string>();

/** Where words of somebody lie in this device. */
export function placeOf(whose: string, name: string): string {
  return `${prefix}${whose}.${name}`;
}

/** The names under which something of somebody lies in a storage of this device. */
export function keptOf(storage: Storage, whose: string): string[] {
  const begins = placeOf(whose, '');
  return Object.keys(storage).flatMap((key) => (key.startsWith(begins) ? key.slice(begins.length) : []));
}

/** May words of somebody still be kept here? Not once they have gone out. */
export function stays(whose: string): boolean {
  return !gone.has(whose);
}

/** What was begun before stepping in belongs to whoever steps in. */
export function takeOver(whose: string): void {
  gone.delete(whose);
  inStorages((storage) => {
    for (const name of keptOf(storage, nobody)) {
      storage.setItem(placeOf(whose, name), storage.getItem(placeOf(nobody, name)) ?? '');
      storage.removeItem(placeOf(nobody, name));
    }
  });
}

/** Lets go of all that somebody has begun in this device. Says whether there was anything. */
export function letGo(whose: string): boolean {
  gone.add(whose);
  let some = false;
  inStorages((storage) => {
    for (const name of keptOf(storage, whose)) {
      storage.removeItem(placeOf(whose, name));
      some = true;
    }
  });
  return some;
}

function inStorages(act: (storage: Storage) => void): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      act(window[storage]);
    } catch {
      // A device that forbids storage has kept nothing.
    }
  }
}
