import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';
import { Lineage } from './lineage.js';
import type { LineageReason } from './lineageRange.js';

interface RangeRow {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly actorId: string | null;
  readonly stated: string | null;
  readonly quoted: boolean;
  readonly reason: LineageReason;
}

/** What the database knows of whose words are whose. */
@Injectable()
export class LineageStore {
  constructor(private readonly database: Database) {}

  /** Whose words are whose in a text, as far as its log has come, or had come at a position. */
  async of(documentId: string, upto = Number.MAX_SAFE_INTEGER): Promise<Lineage> {
    const [clients, ranges] = await Promise.all([
      this.database.rows<{ client: number; actorId: string | null }>('lineage.clients', 'select client_id as client, actor_id as "actorId" from collab_client where document_id = $1', [documentId]),
      this.database.rows<RangeRow>('lineage.ranges', rangesSql, [documentId, upto]),
    ]);
    return new Lineage(
      clients.map(({ client, actorId }) => [client, actorId] as const),
      ranges.map(({ actorId, stated, quoted, ...range }) => ({ ...range, by: { actorId, ...(stated === null ? {} : { stated }), ...(quoted ? { quoted } : {}) } })),
    );
  }
}

const rangesSql = `
  select client_id as client, clock, len as length, actor_id as "actorId", stated, quoted, reason
  from collab_lineage where document_id = $1 and seq <= $2 order by client_id, clock`;
