import { Injectable } from '@nestjs/common';
import type { SourceFields } from '@samsyn/domain/framing/source';
import type { Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';

/** A source in the list of a framing. */
export interface SourceRow extends SourceFields {
  readonly id: string;
  readonly framingId: string;
  readonly addedById: string | null;
  readonly addedAt: string;
}

/** All SQL of sources. */
@Injectable()
export class SourceStore {
  constructor(private readonly database: Database) {}

  /** The sources of a framing in the order they came, gathered. */
  async ofFraming(asking: Asking, framingId: string): Promise<SourceRow[]> {
    return asking.gather.many('source.ofFraming', framingId, async (ids: string[]) =>
      grouped(await this.database.rows<SourceRow>('source.ofFraming', `${columns} where framing_id = any($1::uuid[]) order by added_at, id`, [ids]), (row) => row.framingId),
    );
  }

  /** A source by id. */
  byId(id: string): Promise<SourceRow | null> {
    return this.database.row<SourceRow>('source.byId', `${columns} where id = $1::uuid`, [id]);
  }

  /** The framing a source is to be added to, and how many it has; held still until the commit. */
  async framingForChange(tx: Tx, id: string): Promise<{ allianceId: string; visibility: Visibility; sources: number } | null> {
    const rows = await tx.$queryRaw<{ allianceId: string; visibility: Visibility; sources: number }[]>`
      select f.alliance_id as "allianceId", a.visibility, (select count(*)::int from source s where s.framing_id = f.id) as sources
      from framing f join alliance a on a.id = f.alliance_id where f.id = ${id}::uuid for update of f`;
    return rows[0] ?? null;
  }

  /** A source, held still until the commit. */
  async forChange(tx: Tx, id: string): Promise<{ allianceId: string; visibility: Visibility; framingId: string; title: string } | null> {
    const rows = await tx.$queryRaw<{ allianceId: string; visibility: Visibility; framingId: string; title: string }[]>`
      select f.alliance_id as "allianceId", a.visibility, f.id as "framingId", s.title
      from source s join framing f on f.id = s.framing_id join alliance a on a.id = f.alliance_id where s.id = ${id}::uuid for update of s`;
    return rows[0] ?? null;
  }

  /** Stores a new source and gives its id. */
  async add(tx: Tx, at: string, source: SourceFields & { framingId: string; addedById: string | null }): Promise<string> {
    const row = await tx.source.create({ data: { ...source, addedAt: at }, select: { id: true } });
    return row.id;
  }

  /** Does a version of its framing lead to a source? */
  async isInVersion(tx: Tx, framingId: string, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<{ is: boolean }[]>`
      select exists (select from framing_version where framing_id = ${framingId}::uuid and strpos(frozen, ${id}) > 0) as is`;
    return rows[0]?.is === true;
  }

  /** Takes a source out of its list. */
  async takeOut(tx: Tx, id: string): Promise<void> {
    await tx.source.delete({ where: { id } });
  }

  /** Stores a source anew under its id. */
  async correct(tx: Tx, id: string, fields: SourceFields): Promise<void> {
    await tx.source.update({ where: { id }, data: fields });
  }
}

const columns = `select id, framing_id as "framingId", title, authors, year, doi, url, note, added_by_id as "addedById", added_at as "addedAt" from source`;
