import { Injectable } from '@nestjs/common';
import type { HidingState, MediaKind, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

/** Whose an uploaded file is, and whether it belongs to something yet. */
export interface HeldMedia {
  readonly id: string;
  readonly allianceId: string;
  readonly contributionId: string | null;
  /** Stands in the text of a framing. */
  readonly framingId: string | null;
  readonly uploadedById: string | null;
}

/** What decides who may see a file, and how it is sent. */
export interface ServedMedia extends HeldMedia {
  readonly mime: string;
  readonly kind: MediaKind;
  readonly sha256: Buffer;
  readonly authorIds: string[];
  readonly writtenDownById: string | null;
  /** How the contribution it belongs to is hidden, if it is. */
  readonly hiding: HidingState | null;
}

/** The rows of pictures and recordings; their bytes are another's. */
@Injectable()
export class MediaRows {
  constructor(private readonly database: Database) {}

  /** How open the alliance is that a file is brought to; null when there is none. */
  async visibilityOf(tx: Tx, allianceId: string): Promise<Visibility | null> {
    const row = await tx.alliance.findUnique({ where: { id: allianceId }, select: { visibility: true } });
    return row?.visibility ?? null;
  }

  /** How many files somebody has brought and not given anything with yet. */
  async waiting(tx: Tx, actorId: string | null): Promise<number> {
    return tx.media.count({ where: { uploadedById: actorId, contributionId: null, framingId: null } });
  }

  /** How many pictures the text of a framing has been given; null when the alliance has no such framing. */
  async inText(tx: Tx, allianceId: string, framingId: string): Promise<number | null> {
    const framing = await tx.framing.findFirst({ where: { id: framingId, allianceId }, select: { _count: { select: { pictures: true } } } });
    return framing?._count.pictures ?? null;
  }

  /** Stores what is known of a file and gives its id. */
  async add(tx: Tx, at: string, media: { allianceId: string; framingId: string | null; uploadedById: string | null; kind: MediaKind; mime: string; size: number; sha256: Uint8Array<ArrayBuffer>; description: string; durationMs: number | null }): Promise<string> {
    const row = await tx.media.create({ data: { ...media, createdAt: at }, select: { id: true } });
    return row.id;
  }

  /** Files, held still until the commit. */
  async hold(tx: Tx, ids: readonly string[]): Promise<HeldMedia[]> {
    if (ids.length === 0) return [];
    return tx.$queryRaw<HeldMedia[]>`
      select id, alliance_id as "allianceId", contribution_id as "contributionId", framing_id as "framingId", uploaded_by_id as "uploadedById"
      from media where id = any(${[...ids]}::uuid[]) order by id for update`;
  }

  /** A file by id, with those who may always see it. */
  served(id: string): Promise<ServedMedia | null> {
    return this.database.row<ServedMedia>(
      'media.served',
      `select m.id, m.alliance_id as "allianceId", m.contribution_id as "contributionId", m.framing_id as "framingId", m.uploaded_by_id as "uploadedById",
         m.mime, m.kind, m.sha256, c.written_down_by_id as "writtenDownById",
         (select h.state from hiding h where h.subject = 'CONTRIBUTION' and h.subject_id = m.contribution_id and h.state in ('HIDDEN', 'ASKED', 'ASIDE')) as hiding,
         array(select x.actor_id::text from contribution_author x where x.contribution_id = m.contribution_id and x.actor_id is not null) as "authorIds"
       from media m left join contribution c on c.id = m.contribution_id where m.id = $1::uuid`,
      [id],
    );
  }

  /** Deletes files that nobody gave anything with for a day; gives their ids. Tidying is no act of anyone's. */
  async tidy(): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'media.tidy',
      `delete from media where contribution_id is null and framing_id is null and created_at < now() - interval '1 day' returning id`,
    );
    return rows.map((row) => row.id);
  }

  /** Those of the ids that no row bears. */
  async strays(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'media.strays',
      'select s.id::text as id from unnest($1::uuid[]) s(id) where not exists (select from media m where m.id = s.id)',
      [ids],
    );
    return rows.map((row) => row.id);
  }
}
