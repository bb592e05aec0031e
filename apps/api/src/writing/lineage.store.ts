import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';

/** What the database knows of whose words are whose. */
@Injectable()
export class LineageStore {
  constructor(private readonly database: Database) {}

  /** Who writes, or wrote, under each client of a text. */
  async clients(documentId: string): Promise<Map<number, string | null>> {
    const rows = await this.database.rows<{ client: number; actorId: string | null }>(
      'lineage.clients',
      'select client_id as client, actor_id as "actorId" from collab_client where document_id = $1',
      [documentId],
    );
    return new Map(rows.map(({ client, actorId }) => [client, actorId]));
  }

  /** The rows of the log from the first to a position. */
  async updatesUpTo(documentId: string, seq: number): Promise<Buffer[]> {
    const rows = await this.database.rows<{ update: Buffer }>(
      'lineage.updatesUpTo',
      'select update from collab_update where document_id = $1 and seq <= $2 order by seq',
      [documentId, seq],
    );
    return rows.map(({ update }) => update);
  }
}
