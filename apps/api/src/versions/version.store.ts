import { Injectable } from '@nestjs/common';
import type { Capacity, Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { byKey, grouped } from '../core/gather.js';
import type { Frozen, VersionRow } from './version.row.js';

/** A version was given another name, as the ledger keeps it. */
export interface LabelRow {
  readonly subjectId: string;
  readonly before: string;
  readonly after: string;
  readonly actorId: string | null;
  readonly at: string;
}

/** A text was restored, as the ledger keeps it. */
export interface RestoringRow {
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly reason: string;
  readonly textAt: string;
  /** The version that has what stood before. */
  readonly number: number;
}

/** A version that is to be stored. */
export interface NewVersion {
  readonly label: string;
  readonly automatic: boolean;
  readonly position: number;
  readonly textAt: string;
  readonly frozen: string;
  readonly sha256: Buffer;
}

const columns = `id, framing_id as "framingId", number, label, automatic, seq as position, text_at as "textAt", actor_id as "actorId", shown_capacity(actor_id, capacity) as capacity, at, encode(sha256, 'hex') as digest`;

/** All SQL of versions. */
@Injectable()
export class VersionStore {
  constructor(private readonly database: Database) {}

  /** The versions of a framing, newest first: so many and one more, before a number. */
  list(asking: Asking, framingId: string, first: number, before: number | null): Promise<VersionRow[]> {
    return asking.gather.many(`version.list ${first} ${before ?? ''}`, framingId, async (ids: string[]) =>
      grouped(
        await this.database.rows<VersionRow>(
          'version.list',
          `select page.* from unnest($1::uuid[]) f(id) cross join lateral (
             select ${columns} from framing_version v where v.framing_id = f.id and ($2::int is null or v.number < $2) order by v.number desc limit $3) page`,
          [ids, before, first + 1],
        ),
        (row) => row.framingId,
      ),
    );
  }

  /** A version by its number, or the newest. */
  byNumber(framingId: string, number: number | null): Promise<VersionRow | null> {
    return this.database.row('version.byNumber', `select ${columns} from framing_version where framing_id = $1 and ($2::int is null or number = $2) order by number desc limit 1`, [framingId, number]);
  }

  /** A version by id, or null. */
  byId(id: string): Promise<VersionRow | null> {
    return this.database.row('version.byId', `select ${columns} from framing_version where id = $1`, [id]);
  }

  /** What a version holds; gathered. */
  async frozen(asking: Asking, id: string): Promise<Frozen> {
    const found = await asking.gather.one('version.frozen', id, async (ids: string[]) =>
      byKey(await this.database.rows<{ id: string; frozen: string }>('version.frozen', 'select id, frozen from framing_version where id = any($1::uuid[])', [ids]), (row) => row.id),
    );
    return JSON.parse(found?.frozen ?? '') as Frozen;
  }

  /** What versions were called before, oldest first; gathered. */
  corrections(asking: Asking, id: string): Promise<LabelRow[]> {
    return asking.gather.many('version.corrections', id, async (ids: string[]) =>
      grouped(
        await this.database.rows<LabelRow>(
          'version.corrections',
          `select subject_id as "subjectId", detail->>'before' as before, detail->>'after' as after, actor_id as "actorId", at
           from ledger_entry where subject_id = any($1::uuid[]) and verb = 'version.relabel' order by id`,
          [ids],
        ),
        (row) => row.subjectId,
      ),
    );
  }

  /** The last times the texts were restored, newest first; gathered. */
  restorings(asking: Asking, framingId: string): Promise<RestoringRow[]> {
    return asking.gather.many('version.restorings', framingId, async (ids: string[]) =>
      grouped(
        await this.database.rows<RestoringRow>(
          'version.restorings',
          `select page.* from unnest($1::uuid[]) f(id) cross join lateral (
             select subject_id as "subjectId", actor_id as "actorId", shown_capacity(actor_id, capacity) as capacity, at, detail->>'reason' as reason, detail->>'textAt' as "textAt", (detail->>'number')::int as number
             from ledger_entry where subject_id = f.id and verb = 'framing.restore' order by id desc limit 50) page`,
          [ids],
        ),
        (row) => row.subjectId,
      ),
    );
  }

  /** A version whose name is to be corrected, held still until the commit. */
  async forChange(tx: Tx, id: string): Promise<{ framingId: string; allianceId: string; visibility: Visibility; number: number; label: string } | null> {
    const rows = await tx.$queryRaw<{ framingId: string; allianceId: string; visibility: Visibility; number: number; label: string }[]>`
      select v.framing_id as "framingId", f.alliance_id as "allianceId", a.visibility, v.number, v.label
      from framing_version v join framing f on f.id = v.framing_id join alliance a on a.id = f.alliance_id
      where v.id = ${id}::uuid for update of v`;
    return rows[0] ?? null;
  }

  /** Stores a version under the next number of its framing, which the caller holds still. */
  async add(tx: Tx, framingId: string, version: NewVersion, by: { actorId: string | null; capacity: Capacity | null; at: string }): Promise<{ id: string; number: number }> {
    const last = await tx.framingVersion.aggregate({ where: { framingId }, _max: { number: true } });
    const { position, sha256, ...rest } = version;
    const row = await tx.framingVersion.create({
      data: { framingId, number: (last._max.number ?? 0) + 1, seq: position, sha256: new Uint8Array(sha256), ...rest, ...by },
      select: { id: true, number: true },
    });
    return row;
  }

  /** Corrects the name of a version. */
  async relabel(tx: Tx, id: string, label: string): Promise<void> {
    await tx.framingVersion.update({ where: { id }, data: { label } });
  }
}
