import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

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
  private store: IndexeddbPersistence | null = null;
  private readonly lock: string;
  private letGo: () => void = () => undefined;
  private held: Promise<unknown> = Promise.resolve();
  private open = false;
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
    for (const trouble of ['abort', 'error']) database.addEventListener(trouble, () => (this.failed = true));
    const noted: unknown = await this.store.get(clientsKey);
    this.earlier = Array.isArray(noted) ? noted.filter((id): id is number => typeof id === 'number') : [];
    await this.noteClient();
    return this.doc.store.clients.size > 0;
  }

  /** Remembers under which client id is written now. */
  async noteClient(): Promise<void> {
    if (this.store === null || !this.open) return;
    const clients = [...this.earlier.filter((id) => id !== this.doc.clientID), this.doc.clientID].slice(-40);
    await this.store.set(clientsKey, clients as never);
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

  /** Ends. With `away` the copy is deleted, unless another tab still writes in it. */
  async end(away: boolean): Promise<void> {
    this.open = false;
    this.over = true;
    await this.store?.destroy();
    this.letGo();
    await this.held;
    if (!away || this.store === null || !('locks' in navigator)) return;
    await navigator.locks.request(this.lock, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      await new Promise<void>((resolve) => {
        const deleting = indexedDB.deleteDatabase(this.lock);
        deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
      });
    });
  }
}

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
