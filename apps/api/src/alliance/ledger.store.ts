import { Injectable } from '@nestjs/common';
import type { Capacity } from '@samsyn/domain/shared/enums';
import { Database } from '../core/database.js';

/** An act as the ledger keeps it. */
export interface ActRow {
  readonly id: string;
  readonly verb: string;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: unknown;
}

/** What has happened in an alliance. */
@Injectable()
export class LedgerStore {
  constructor(private readonly db: Database) {}

  /** The acts of an alliance before a place in the ledger, latest first. */
  async before(allianceId: string, place: number | null, first: number): Promise<ActRow[]> {
    return this.db.rows<ActRow>(
      'ledger.before',
      `SELECT id::text, verb, actor_id AS "actorId", capacity, at, subject_kind AS "subjectKind", subject_id AS "subjectId", detail
         FROM ledger_entry WHERE alliance_id = $1::uuid AND ($2::bigint IS NULL OR id < $2::bigint)
        ORDER BY id DESC LIMIT $3`,
      [allianceId, place, first],
    );
  }
}
