import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';

/** Reading a log from somewhere on, and the states kept on the way. */
@Injectable()
export class KeyframeStore {
  constructor(private readonly database: Database) {}

  /** The nearest state at or before a position and after another one, or null. */
  nearest(documentId: string, seq: number, after: number): Promise<{ seq: number; state: Buffer } | null> {
    return this.database.row('keyframe.nearest', nearestSql, [documentId, seq, after]);
  }

  /** The last state kept on the way, or null. */
  lastKept(documentId: string): Promise<{ seq: number; state: Buffer } | null> {
    return this.database.row('keyframe.last', 'select seq, state from collab_keyframe where document_id = $1 order by seq desc limit 1', [documentId]);
  }

  /** The next rows of the log, up to a position. */
  rows(documentId: string, after: number, upto: number, most: number): Promise<{ seq: number; update: Buffer }[]> {
    return this.database.rows('keyframe.rows', 'select seq, update from collab_update where document_id = $1 and seq > $2 and seq <= $3 order by seq limit $4', [documentId, after, upto, most]);
  }

  /** The last position of the log; 0 when there is no log. */
  async head(documentId: string): Promise<number> {
    return (await this.database.row<{ head: number }>('keyframe.head', 'select head_seq as head from collab_document where id = $1', [documentId]))?.head ?? 0;
  }

  /** Contributions that were said about passages of a text. */
  anchors(framingId: string): Promise<{ id: string; anchor: unknown }[]> {
    return this.database.rows('keyframe.anchors', `select id, anchor from contribution where framing_id = $1 and anchor is not null and state = 'GIVEN' order by given_at, id`, [framingId]);
  }

  /** Keeps a state. */
  async keep(documentId: string, seq: number, state: Uint8Array): Promise<void> {
    await this.database.rows('keyframe.keep', 'insert into collab_keyframe (document_id, seq, state) values ($1, $2, $3) on conflict do nothing', [documentId, seq, Buffer.from(state)]);
  }
}

// Snapshots are such states too.
const nearestSql = `
  select seq, state from (
    (select seq, state from collab_keyframe where document_id = $1 and seq <= $2 and seq > $3 order by seq desc limit 1)
    union all
    (select upto_seq, state from collab_snapshot where document_id = $1 and upto_seq <= $2 and upto_seq > $3 and sha256 = sha256(state) order by upto_seq desc limit 1)
  ) kept order by seq desc limit 1`;
