import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

const clientsKey = 'clients';

/**
 * The copy of a text in this device: what was written without a network stays here until the server has it.
 * It is kept per person, so that words of one are never sent in the name of another on a shared device.
 */
export class DeviceCopy {
  /** Settles when what the device held has been read; true when it held something. */
  readonly read: Promise<boolean>;
  /** Client ids under which this device wrote earlier, whose words may still wait here. */
  earlier: readonly number[] = [];
  /** What had been told of words made anew and was not yet saved. */
  sources: unknown = null;
  /** No other window of this person had the text open when this one came. */
  private alone = false;
  private store: IndexeddbPersistence | null = null;
  private readonly lock: string;
  private letGo: () => void = () => undefined;
  private held: Promise<unknown> = Promise.resolve();
  private open = false;
  private opened = false;
  private failed = false;
  private over = false;

  constructor(
    private readonly doc: Y.Doc,
    actorId: string,
    framingId: string,
  ) {
    this.lock = `samsyn.text.${actorId}.${framingId}`;
    this.read = this.begin().catch(() => false);
  }

  /** What is written is also kept in this device. */
  get keeps(): boolean {
    return this.open && !this.failed;
  }

  /** Is this transaction one that came from the device's own copy? */
  cameFromHere(origin: unknown): boolean {
    return origin !== null && origin === this.store;
  }

  /** Was this client one of a sitting that is over, whose words are in nobody else's care? */
  isMine(client: number): boolean {
    return this.alone && this.earlier.includes(client);
  }

  private async begin(): Promise<boolean> {
    if (typeof indexedDB === 'undefined') return false;
    // Before it is opened: another tab may be about to delete it, and a deletion that waits would strike later.
    await Promise.race([this.holdLock(), patience(2_500)]);
    if (this.over) return false;
    this.store = new IndexeddbPersistence(this.lock, this.doc);
    // A private window may refuse, or never answer; writing must not wait for it.
    await Promise.race([this.store.whenSynced, patience(2_500)]);
    const database = this.store.db;
    if (database === null) return false;
    this.open = true;
    this.opened = true;
    for (const trouble of ['abort', 'error']) database.addEventListener(trouble, () => (this.failed = true));
    const noted: unknown = await this.store.get(clientsKey);
    this.earlier = Array.isArray(noted) ? noted.filter((id): id is number => typeof id === 'number') : [];
    this.sources = await this.store.get('sources');
    this.alone = (await held(this.lock)) === 1;
    await this.noteClient();
    return this.doc.store.clients.size > 0;
  }

  /** Remembers under which client id is written now. */
  async noteClient(): Promise<void> {
    if (this.store === null || !this.open) return;
    const clients = [...this.earlier.filter((id) => id !== this.doc.clientID), this.doc.clientID].slice(-40);
    await this.store.set(clientsKey, clients as never);
  }

  /** Keeps something beside the text, until it is saved. */
  async note(key: 'sources', value: unknown): Promise<void> {
    if (this.store !== null && this.open) await this.store.set(key, value as never);
  }

  /** Settles when everything noted so far lies on the disk: a later transaction on the same store waits for the earlier ones. */
  async settled(): Promise<boolean> {
    const database = this.store?.db ?? null;
    if (database === null || !this.open) return false;
    await new Promise<void>((resolve) => {
      const after = database.transaction(['updates'], 'readonly');
      after.oncomplete = after.onabort = () => resolve();
      after.objectStore('updates').count();
    }).catch(() => undefined);
    return this.keeps;
  }

  // Settles when the lock is held; it is let go of when the copy ends.
  private holdLock(): Promise<void> {
    if (!('locks' in navigator)) return Promise.resolve();
    return new Promise((held) => {
      this.held = navigator.locks
        .request(this.lock, { mode: 'shared' }, () => {
          held();
          return new Promise<void>((resolve) => {
            this.letGo = resolve;
            if (this.over) resolve();
          });
        })
        .catch(() => held());
    });
  }

  /**
   * Ends. With `away` the copy is deleted, unless another tab still writes in it, or it holds words of another tab
   * that this one never saw; `forget` deletes those too. Answers whether nothing unsent is left behind.
   */
  async end(away: boolean, forget = false): Promise<boolean> {
    this.open = false;
    this.over = true;
    this.letGo();
    await this.held;
    let clean = false;
    const close = async (remove: boolean): Promise<void> => {
      clean = forget || (away && (await this.holdsOnly(this.doc)));
      await this.store?.destroy();
      if (remove && clean && this.store !== null) await deleteDatabase(this.lock);
    };
    if ('locks' in navigator) await navigator.locks.request(this.lock, { ifAvailable: true }, (lock) => close(lock !== null));
    else await close(false);
    return clean;
  }

  // Nothing lies in the device but what the document has, deletions as well.
  private async holdsOnly(doc: Y.Doc): Promise<boolean> {
    // What could not be opened in time has not been read, and may hold anything.
    if (!this.opened) return typeof indexedDB === 'undefined';
    const database = this.store?.db ?? null;
    if (database === null) return true;
    const updates = await new Promise<Uint8Array[]>((resolve, reject) => {
      const asking = database.transaction(['updates'], 'readonly').objectStore('updates').getAll();
      asking.onsuccess = () => resolve(asking.result as Uint8Array[]);
      asking.onerror = () => reject(asking.error ?? new Error('indexedDB'));
    });
    const snapshot = Y.snapshot(doc);
    return updates.every((update) => Y.snapshotContainsUpdate(snapshot, update));
  }
}

async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
  });
}

// How many windows hold it; 0 where one cannot tell.
async function held(lock: string): Promise<number> {
  const locks = 'locks' in navigator ? await navigator.locks.query() : {};
  return (locks.held ?? []).filter(({ name }) => name === lock).length;
}

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
