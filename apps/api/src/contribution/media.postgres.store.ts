import type { Tx } from '../core/change.js';
import type { Database } from '../core/database.js';
import { MediaStore } from './media.store.js';

/** Bytes in the database: they come and go with their row, and with its backup. */
export class PostgresMediaStore extends MediaStore {
  constructor(private readonly database: Database) {
    super();
  }

  async put(tx: Tx, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await tx.mediaBlob.create({ data: { mediaId: id, bytes } });
  }

  async take(id: string): Promise<Uint8Array | null> {
    const row = await this.database.row<{ bytes: Buffer }>('media.take', 'select bytes from media_blob where media_id = $1::uuid', [id]);
    return row?.bytes ?? null;
  }

  /** The row took them along when it went. */
  async forget(): Promise<void> {}

  /** A blob without a row cannot be: the foreign key holds it. */
  async kept(): Promise<string[]> {
    return [];
  }
}
