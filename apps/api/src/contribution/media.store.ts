import type { Tx } from '../core/change.js';

/** Where the bytes of pictures and recordings are kept. Which one it is, a setting says; nobody else knows. */
export abstract class MediaStore {
  /** Keeps the bytes; they are there at the latest when the transaction commits. */
  abstract put(tx: Tx, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The bytes, or null when there are none. */
  abstract take(id: string): Promise<Uint8Array | null>;
  /** Deletes the bytes for good, after the rows they belonged to are gone. */
  abstract forget(ids: readonly string[]): Promise<void>;
  /** The ids of bytes that are kept and older than a day, to find those without a row. */
  abstract kept(): Promise<string[]>;
}
