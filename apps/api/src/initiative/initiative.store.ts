import { Injectable } from '@nestjs/common';
import type { Noted } from '@samsyn/domain/initiative/noting';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

/** Something that already goes on. */
export interface InitiativeRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly organisationId: string | null;
  readonly allianceId: string | null;
  readonly url: string | null;
  readonly addedById: string | null;
  readonly addedAt: string;
}

const fields = `i.id, i.name, i.description, i.organisation_id AS "organisationId", i.alliance_id AS "allianceId", i.url,
  i.added_by_id AS "addedById", i.added_at AS "addedAt"`;

/** What already goes on [I1]. */
@Injectable()
export class InitiativeStore {
  constructor(private readonly db: Database) {}

  /** Initiatives whose name, description or organisation holds the letters, in the order of their names. */
  search(letters: string | null, first: number): Promise<InitiativeRow[]> {
    return this.db.rows<InitiativeRow>(
      'initiative.search',
      `SELECT ${fields} FROM initiative i LEFT JOIN actor o ON o.id = i.organisation_id
        WHERE $1::text IS NULL OR strpos(folded(i.name || ' ' || i.description || ' ' || coalesce(o.name, '')), folded($1)) > 0
        ORDER BY folded(i.name), i.id LIMIT $2`,
      [letters, first],
    );
  }

  /** All of them as texts to compare a worry with. */
  texts(): Promise<{ id: string; text: string }[]> {
    return this.db.rows('initiative.texts', `SELECT id, name || E'\\n' || description AS text FROM initiative ORDER BY added_at DESC, id LIMIT 3000`);
  }

  /** Some of them, by id. */
  byIds(ids: readonly string[]): Promise<InitiativeRow[]> {
    return this.db.rows<InitiativeRow>('initiative.byIds', `SELECT ${fields} FROM initiative i WHERE i.id = ANY($1::uuid[])`, [ids]);
  }

  /** Notes one. */
  async note(tx: Tx, noted: Noted, organisationId: string | null, addedById: string | null, at: string): Promise<InitiativeRow> {
    const { id } = await tx.initiative.create({ data: { ...noted, organisationId, addedById, addedAt: at } });
    return { id, ...noted, organisationId, allianceId: null, addedById, addedAt: at };
  }
}
