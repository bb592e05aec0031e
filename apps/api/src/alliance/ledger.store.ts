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

  /**
   * The acts of an alliance before a place in the ledger, latest first. Those outside are not told of persons who
   * asked, said no or left, nor of alliances that not everybody finds [L2].
   */
  async before(allianceId: string, inside: boolean, place: number | null, first: number): Promise<ActRow[]> {
    return this.db.rows<ActRow>(
      'ledger.before',
      `SELECT id::text, verb, actor_id AS "actorId", shown_capacity(actor_id, capacity) AS capacity, at, subject_kind AS "subjectKind", subject_id AS "subjectId", detail
         FROM ledger_entry WHERE alliance_id = $1::uuid AND ($2::bigint IS NULL OR id < $2::bigint)
          AND ($4::boolean OR subject_kind <> 'participation' OR NOT EXISTS (
            SELECT FROM participation p JOIN actor a ON a.id = p.actor_id LEFT JOIN alliance o ON o.id = CASE WHEN p.alliance_id = $1::uuid THEN p.actor_id ELSE p.alliance_id END
             WHERE p.id = ledger_entry.subject_id AND (a.kind = 'PERSON' AND p.standing <> 'TAKES_PART' OR a.kind = 'ALLIANCE' AND o.visibility <> 'OPEN')))
        ORDER BY ledger_entry.id DESC LIMIT $3`,
      [allianceId, place, first, inside],
    );
  }
}
