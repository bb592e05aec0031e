// Pictures and recordings wait in the device until they are shared: they are too large for localStorage,
// and must survive a reload or a lost network as words do.
const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asking = indexedDB.open('samsyn-give', 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore('media');
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error ?? new Error('indexedDB'));
  });

async function inStash<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction('media', mode);
      const asking = act(transaction.objectStore('media'));
      transaction.oncomplete = () => resolve(asking.result);
      transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'));
      transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'));
    });
  } finally {
    database.close();
  }
}

// A private window may forbid IndexedDB; then the bytes live as long as the page does.
const inMemory = new Map<string, Blob>();

/** Puts bytes away under a key. False when they will not survive a reload. */
export async function stash(key: string, bytes: Blob): Promise<boolean> {
  inMemory.set(key, bytes);
  try {
    await inStash('readwrite', (store) => store.put(bytes, key));
    return true;
  } catch {
    return false;
  }
}

/** The bytes under a key, or null when this device no longer has them. */
export async function stashed(key: string): Promise<Blob | null> {
  const near = inMemory.get(key);
  if (near) return near;
  try {
    const found: unknown = await inStash('readonly', (store) => store.get(key) as IDBRequest<unknown>);
    return found instanceof Blob ? found : null;
  } catch {
    return null;
  }
}

/** Lets bytes go. */
export async function unstash(key: string): Promise<void> {
  inMemory.delete(key);
  try {
    await inStash('readwrite', (store) => store.delete(key));
  } catch {
    // Nothing was kept.
  }
}
