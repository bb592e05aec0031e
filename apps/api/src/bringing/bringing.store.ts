import { Injectable } from '@nestjs/common';
import type { TextNode } from '@samsyn/domain/export/textNode';
import type { SourceFields } from '@samsyn/domain/framing/source';
import type { BringingFormat, FramingField, HowKnown, ImportState, Kind, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { Prisma } from '../generated/prisma/client.js';
import type { Difference } from './differences.js';

/** A source a text brings along, under the name by which the text points at it. */
export type BroughtSource = SourceFields & { readonly key: string };

/** A text as it was brought, before it comes in. */
export interface Brought {
  readonly fileName: string;
  readonly format: BringingFormat;
  readonly title: string;
  readonly author: string;
  readonly signed: boolean;
  readonly origin: string | null;
  readonly fields: Partial<Readonly<Record<FramingField, string>>>;
  readonly content: TextNode | null;
  readonly sources: readonly BroughtSource[];
  readonly elsewhere: number;
  readonly differences: readonly Difference[];
}

/** A text that was brought, as it stands. */
export interface BringingRow extends Brought {
  readonly id: string;
  readonly allianceId: string;
  readonly framingId: string | null;
  readonly broughtById: string | null;
  readonly state: ImportState;
  readonly opened: boolean;
  readonly contributions: number;
  readonly createdAt: string;
}

/** A paragraph on its way in as a contribution. */
export interface PickedRow {
  readonly row: number;
  readonly text: string;
  readonly author: string | null;
  readonly kinds: readonly Kind[];
  readonly howKnown: readonly HowKnown[];
}

const mostPreviews = 5;
const columns = `
  b.id, b.alliance_id as "allianceId", b.framing_id as "framingId", b.brought_by_id as "broughtById", b.file_name as "fileName", b.format, b.state,
  b.title, b.author, b.signed, b.origin, b.fields, b.content, b.sources, b.elsewhere, b.differences, b.opened, b.contributions, b.created_at as "createdAt"`;

/** Texts that are brought, and what came of them. */
@Injectable()
export class BringingStore {
  constructor(private readonly database: Database) {}

  /** A text that was brought, by id. */
  byId(id: string): Promise<BringingRow | null> {
    return this.database.row<BringingRow>('bringing.byId', `select ${columns} from bringing b where b.id = $1::uuid`, [id]);
  }

  /** The latest of an alliance that have been more than looked at. */
  ofAlliance(allianceId: string): Promise<BringingRow[]> {
    return this.database.rows<BringingRow>('bringing.ofAlliance', `select ${columns} from bringing b where b.alliance_id = $1::uuid and b.state <> 'PREVIEW' order by b.created_at desc, b.id limit 100`, [allianceId]);
  }

  /** Which of these contributions stand in the alliance. */
  async standing(allianceId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>('bringing.standing', `select id from contribution where alliance_id = $1::uuid and id = any($2::uuid[]) and state = 'GIVEN'`, [allianceId, ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps a text that was brought and gives its id. */
  async add(tx: Tx, at: string, where: { allianceId: string; broughtById: string | null }, brought: Brought): Promise<string> {
    const json = { fields: { ...brought.fields }, content: brought.content as unknown as Prisma.InputJsonValue, sources: brought.sources as unknown as Prisma.InputJsonValue, differences: brought.differences as unknown as Prisma.InputJsonValue };
    const row = await tx.bringing.create({ data: { ...brought, ...json, ...where, createdAt: at }, select: { id: true } });
    // Of texts that were only looked at, the latest few of each person are kept, for a week.
    await tx.$executeRaw`
      delete from bringing where state = 'PREVIEW' and (created_at < now() - interval '7 days' or id in (
        select id from bringing where brought_by_id = ${where.broughtById}::uuid and state = 'PREVIEW' order by created_at desc, id offset ${mostPreviews}))`;
    return row.id;
  }

  /** A text that was brought, held still until the commit. */
  async hold(tx: Tx, id: string): Promise<(BringingRow & { visibility: Visibility }) | null> {
    const rows = await tx.$queryRaw<(BringingRow & { visibility: Visibility })[]>`
      select ${Prisma.raw(columns)}, a.visibility from bringing b join alliance a on a.id = b.alliance_id where b.id = ${id}::uuid for update of b`;
    return rows[0] ?? null;
  }

  /** Is the problem, or the framing, of this alliance? */
  async isOf(tx: Tx, kind: 'problem' | 'framing', id: string, allianceId: string): Promise<boolean> {
    const where = { id, allianceId };
    return (await (kind === 'problem' ? tx.problem.count({ where }) : tx.framing.count({ where }))) > 0;
  }

  /** Ends it; the text has come in and is not kept twice. */
  async end(tx: Tx, at: string, id: string, ended: { state: ImportState; framingId?: string | null; opened?: boolean; contributions?: number }): Promise<void> {
    await tx.bringing.update({ where: { id }, data: { ...ended, content: Prisma.DbNull, differences: [], endedAt: at } });
  }

  /** Adds the sources of a text to the framing's own list, and gives their ids by the names the text had for them. */
  async addSources(tx: Tx, at: string, framingId: string, sources: readonly BroughtSource[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { key, ...source } of sources) ids.set(key, (await tx.source.create({ data: { ...source, framingId, addedAt: at }, select: { id: true } })).id);
    return ids;
  }

  /** The pictures of a text now stand in the framing. */
  async hangPictures(tx: Tx, framingId: string, pictures: readonly { media: string; description: string }[]): Promise<void> {
    for (const { media, description } of pictures) await tx.media.updateMany({ where: { id: media, contributionId: null, framingId: null }, data: { framingId, description } });
  }

  /** Paragraphs come in as contributions. Whoever brings them appears nowhere in them [C6]. */
  async give(tx: Tx, at: string, run: BringingRow, framingId: string | null, rows: readonly PickedRow[]): Promise<void> {
    await tx.$executeRaw`
      with row as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row int, text text, author text, kinds "Kind"[], "howKnown" "HowKnown"[])
      ), given as (
        insert into contribution (alliance_id, framing_id, text, kinds, how_known, stated_author, import_id, import_row, given_at)
        select ${run.allianceId}::uuid, ${framingId}::uuid, text, kinds, "howKnown", author, ${run.id}::uuid, row, ${at}::timestamptz from row order by row
        returning id
      )
      insert into contribution_author (contribution_id, alliance_id, position) select id, ${run.allianceId}::uuid, 0 from given`;
  }

  /** Takes a framing away that came of a file; false when somebody has contributed, suggested or said something in it, or named a state of it. Gives the media that hung on it. */
  async takeAway(tx: Tx, framingId: string): Promise<string[] | null> {
    const rows = await tx.$queryRaw<{ used: boolean }[]>`
      select exists (select from contribution where framing_id = ${framingId}::uuid) or exists (select from reframing where framing_id = ${framingId}::uuid)
        or exists (select from thread where framing_id = ${framingId}::uuid) or exists (select from suggestion where framing_id = ${framingId}::uuid)
        or exists (select from framing_version where framing_id = ${framingId}::uuid) as used`;
    if (rows[0]?.used !== false) return null;
    const media = await tx.media.findMany({ where: { framingId }, select: { id: true } });
    await tx.media.deleteMany({ where: { framingId } });
    await tx.framing.delete({ where: { id: framingId } });
    return media.map(({ id }) => id);
  }
}
