import { Injectable } from '@nestjs/common';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { byKey, grouped } from '../core/gather.js';

/** An organisation or a department of one. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

interface Row {
  id: string;
  name: string;
  parent_id: string | null;
}

/** Organisations and departments: searching and reading, adding and renaming. Merging has a store of its own. */
@Injectable()
export class OrganisationStore {
  constructor(private readonly db: Database) {}

  /** An organisation by id; a merged one answers as the one that stands. Gathered. */
  async one(asking: Pick<Asking, 'gather'>, id: string | null | undefined): Promise<OrganisationRow | null> {
    if (!id) return null;
    return asking.gather.one('organisation', id, async (ids: string[]) => {
      const rows = await this.db.rows<Row & { asked: string }>('organisation.one', oneSql, [ids]);
      return new Map(rows.map((row) => [row.asked, toOrganisation(row)]));
    });
  }

  /** The departments of an organisation. Gathered. */
  departments(asking: Pick<Asking, 'gather'>, id: string): Promise<OrganisationRow[]> {
    return asking.gather.many('organisation.departments', id, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('organisation.departments', departmentsSql, [ids]);
      return grouped(rows.map(toOrganisation), (row) => row.parentId as string);
    });
  }

  /** The organisations that were merged into this one. Gathered. */
  merged(asking: Pick<Asking, 'gather'>, id: string): Promise<OrganisationRow[]> {
    return asking.gather.many('organisation.merged', id, async (ids: string[]) => {
      const rows = await this.db.rows<Row & { into_id: string }>('organisation.merged', mergedSql, [ids]);
      const groups = grouped(rows, (row) => row.into_id);
      return new Map([...groups].map(([into, all]) => [into, all.map(toOrganisation)]));
    });
  }

  /** Names it had before, latest first. Gathered. */
  earlierNames(asking: Pick<Asking, 'gather'>, id: string): Promise<{ name: string; until: string }[]> {
    return asking.gather.many('organisation.earlier', id, async (ids: string[]) => {
      const rows = await this.db.rows<{ organisation_id: string; name: string; until: string }>('organisation.earlier', earlierSql, [ids]);
      return grouped(rows, (row) => row.organisation_id);
    });
  }

  /** Those whose name, or a name they had, or of one merged into them, holds these letters: what begins with them first, then the alphabet. */
  async search(letters: string, first: number): Promise<OrganisationRow[]> {
    return (await this.db.rows<Row>('organisation.search', searchSql, [letters, first])).map(toOrganisation);
  }

  /** One adding at a time, asked for before any is held: two who add several at once must not wait for each other in a circle. */
  async addingAlone(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('organisation.add', 0))`;
  }

  /** Does one with this name stand at this place already? Waits for others who are adding the same. */
  async namesake(tx: Tx, name: string, parentId: string | null): Promise<string | null> {
    await this.addingAlone(tx);
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT o.id FROM organisation o JOIN actor a ON a.id = o.id
       WHERE o.merged_into_id IS NULL AND folded(a.name) = folded(${name}) AND o.parent_id IS NOT DISTINCT FROM ${parentId}::uuid
       ORDER BY a.created_at, o.id LIMIT 1`;
    return rows[0]?.id ?? null;
  }

  /** The one that stands behind an id, held until the commit; null when there is none. */
  async held(tx: Tx, id: string): Promise<OrganisationRow | null> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT o.id, a.name, o.parent_id FROM organisation o JOIN actor a ON a.id = o.id
       WHERE o.id = (SELECT coalesce(merged_into_id, id) FROM organisation WHERE id = ${id}::uuid)
         FOR NO KEY UPDATE OF o, a`;
    return rows[0] ? toOrganisation(rows[0]) : null;
  }

  /** Adds one. */
  async add(tx: Tx, name: string, parentId: string | null, addedById: string | null): Promise<OrganisationRow> {
    const actor = await tx.actor.create({ data: { kind: 'ORGANISATION', name } });
    await tx.organisation.create({ data: { id: actor.id, parentId, addedById } });
    return { id: actor.id, name, parentId };
  }

  /** The one with this name at this place, added if there is none. */
  async findOrAdd(tx: Tx, name: string, parentId: string | null, addedById: string | null): Promise<string> {
    return (await this.namesake(tx, name, parentId)) ?? (await this.add(tx, name, parentId, addedById)).id;
  }

  /** Gives it another name; the old one stays readable [A3]. */
  async rename(tx: Tx, organisation: OrganisationRow, name: string, by: string | null, at: string): Promise<OrganisationRow> {
    await tx.organisationName.create({ data: { organisationId: organisation.id, name: organisation.name, until: at, changedById: by } });
    await tx.actor.update({ where: { id: organisation.id }, data: { name } });
    return { ...organisation, name };
  }

  /** All that an organisation is part of, nearest first. */
  async ancestors(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE up(id, depth) AS (
        SELECT parent_id, 1 FROM organisation WHERE id = ${id}::uuid
        UNION ALL
        SELECT o.parent_id, up.depth + 1 FROM up JOIN organisation o ON o.id = up.id WHERE up.depth < 50)
      SELECT id FROM up WHERE id IS NOT NULL ORDER BY depth`;
    return rows.map((row) => row.id);
  }

  /** Those of the ids that stand, by what was asked for. */
  async standing(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    // No merging meanwhile: what is about to hang on one of them would be left behind.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('organisation.merge', 0))`;
    const rows = await tx.$queryRaw<{ asked: string; id: string }[]>`
      SELECT id AS asked, coalesce(merged_into_id, id) AS id FROM organisation WHERE id = ANY(${[...ids]}::uuid[])`;
    return new Map([...byKey(rows, (row) => row.asked)].map(([asked, row]) => [asked, row.id]));
  }
}

function toOrganisation(row: Row): OrganisationRow {
  return { id: row.id, name: row.name, parentId: row.parent_id };
}

const oneSql = `
  SELECT asked.id AS asked, o.id, a.name, o.parent_id
    FROM organisation asked
    JOIN organisation o ON o.id = coalesce(asked.merged_into_id, asked.id)
    JOIN actor a ON a.id = o.id
   WHERE asked.id = ANY($1::uuid[])`;

const departmentsSql = `
  SELECT o.id, a.name, o.parent_id FROM organisation o JOIN actor a ON a.id = o.id
   WHERE o.parent_id = ANY($1::uuid[]) AND o.merged_into_id IS NULL`;

const mergedSql = `
  SELECT o.id, a.name, o.parent_id, o.merged_into_id AS into_id FROM organisation o JOIN actor a ON a.id = o.id
   WHERE o.merged_into_id = ANY($1::uuid[])`;

const earlierSql = `
  SELECT organisation_id, name, until FROM organisation_name
   WHERE organisation_id = ANY($1::uuid[]) ORDER BY until DESC, id DESC`;

// Every word must be found in the name or in the name of what it belongs to, and one in its own.
const searchSql = `
  WITH wanted AS (SELECT folded($1) AS whole, regexp_split_to_array(folded($1), '\\s+') AS words),
  named AS (
    SELECT o.id, a.name, o.parent_id, folded(a.name) AS own, folded(coalesce(above.name, '') || ' ' || a.name) AS full_name
      FROM organisation o
      JOIN actor a ON a.id = o.id
      LEFT JOIN actor above ON above.id = o.parent_id
     WHERE o.merged_into_id IS NULL)
  SELECT n.id, n.name, n.parent_id
    FROM named n, wanted w
   WHERE strpos(n.own, w.whole) > 0
      OR ((SELECT bool_and(strpos(n.full_name, word) > 0) AND bool_or(strpos(n.own, word) > 0) FROM unnest(w.words) word))
      OR EXISTS (SELECT 1 FROM organisation_name e WHERE e.organisation_id = n.id AND strpos(folded(e.name), w.whole) > 0)
      OR EXISTS (SELECT 1 FROM organisation m JOIN actor was ON was.id = m.id WHERE m.merged_into_id = n.id AND strpos(folded(was.name), w.whole) > 0)
   ORDER BY strpos(n.own, w.whole) <> 1, strpos(' ' || n.own, ' ' || w.whole) = 0, n.own, n.id
   LIMIT $2`;
