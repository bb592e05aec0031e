import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';
import { lineageRows, type LineageRange, type LineageReason } from './lineageRange.js';

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

  /** Who writes under which client of a text, and what was noted after one position and up to another. */
  async of(documentId: string, after = 0, upto = Number.MAX_SAFE_INTEGER): Promise<{ clients: [number, string | null][]; ranges: LineageRange[] }> {
    const [clients, ranges] = await Promise.all([
      this.database.rows<{ client: number; actorId: string | null }>('lineage.clients', 'select client_id as client, actor_id as "actorId" from collab_client where document_id = $1', [documentId]),
      this.database.rows<RangeRow>('lineage.ranges', rangesSql, [documentId, after, upto]),
    ]);
    return {
      clients: clients.map(({ client, actorId }) => [client, actorId]),
      ranges: ranges.map(({ actorId, stated, quoted, ...range }) => ({ ...range, by: { actorId, ...(stated === null ? {} : { stated }), ...(quoted ? { quoted } : {}) } })),
    };
  }

  /** How far the log of a text has come whose lineage has not been noted; null when it has. */
  async unnoted(documentId: string): Promise<number | null> {
    const row = await this.database.row<{ head: number }>('lineage.unnoted', 'select head_seq as head from collab_document where id = $1 and lineage_seq is null', [documentId]);
    return row?.head ?? null;
  }

  /** Some rows of the log after a position, up to another. */
  rows(documentId: string, after: number, upto: number): Promise<{ seq: number; actorId: string | null; update: Buffer }[]> {
    return this.database.rows('lineage.rows', 'select seq, actor_id as "actorId", update from collab_update where document_id = $1 and seq > $2 and seq <= $3 order by seq limit 300', [documentId, after, upto]);
  }

  /** Notes what was worked out from the log, each at its position. */
  async keep(documentId: string, head: number, ranges: readonly (LineageRange & { readonly seq: number })[]): Promise<void> {
    await this.database.rows('lineage.keep', keepSql, [documentId, head, JSON.stringify(ranges.flatMap((range) => lineageRows(range.seq, [range])))]);
  }
}

const rangesSql = `
  select client_id as client, clock, len as length, actor_id as "actorId", stated, quoted, reason
  from collab_lineage where document_id = $1 and seq > $2 and seq <= $3 order by client_id, clock`;

const keepSql = `
  with kept as (
    insert into collab_lineage (document_id, client_id, clock, len, actor_id, stated, quoted, reason, seq)
    select $1::uuid, l.client, l.clock, l.len, l."actorId", l.stated, l.quoted, l.reason, l.n
    from json_to_recordset($3::json) as l(n bigint, client bigint, clock int, len int, "actorId" uuid, stated text, quoted boolean, reason text)
    on conflict do nothing
  )
  update collab_document set lineage_seq = $2 where id = $1`;
