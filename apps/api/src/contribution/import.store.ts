import { Injectable } from '@nestjs/common';
import type { Mapping } from '@samsyn/domain/contribution/mapping';
import type { Row } from '@samsyn/domain/contribution/spreadsheet';
import type { ImportState, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import type { Sheet } from './import.file.js';

/** A run as it stands, without its file. */
export interface ImportRow {
  readonly id: string;
  readonly allianceId: string;
  readonly framingId: string | null;
  readonly importedById: string | null;
  readonly fileName: string;
  readonly state: ImportState;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: string[];
  readonly heading: boolean;
  readonly mapping: Mapping | null;
  readonly rows: number;
  readonly done: number;
  readonly refusedCount: number;
  readonly createdAt: string;
}

/** A row that did not come in. */
export interface RefusedRow {
  readonly row: number;
  readonly code: string;
}

/** A row on its way in, with its number in the file. */
export type NumberedRow = Row & { readonly row: number };

const mostPreviews = 5;
const mostShown = 100;

const columns = `
  r.id, r.alliance_id as "allianceId", r.framing_id as "framingId", r.imported_by_id as "importedById", r.file_name as "fileName",
  r.state, r.encoding, r.delimiter, r.columns, r.heading, r.mapping, r.rows, r.done, jsonb_array_length(r.refused) as "refusedCount", r.created_at as "createdAt"`;

/** Runs of spreadsheets, and what came in with them. */
@Injectable()
export class ImportStore {
  constructor(private readonly database: Database) {}

  /** A run by id, or null. */
  byId(id: string): Promise<ImportRow | null> {
    return this.database.row<ImportRow>('import.byId', `select ${columns} from import_run r where r.id = $1::uuid`, [id]);
  }

  /** The latest runs of an alliance that have been more than looked at. */
  ofAlliance(allianceId: string): Promise<ImportRow[]> {
    return this.database.rows<ImportRow>('import.ofAlliance', `select ${columns} from import_run r where r.alliance_id = $1::uuid and r.state <> 'PREVIEW' order by r.created_at desc, r.id limit ${mostShown}`, [allianceId]);
  }

  /** The file of a run, while it is kept. */
  async file(id: string): Promise<Uint8Array | null> {
    const row = await this.database.row<{ file: Buffer | null }>('import.file', 'select file from import_run where id = $1::uuid', [id]);
    return row?.file ?? null;
  }

  /** The first of the rows that did not come in. */
  async refused(id: string, most: number): Promise<RefusedRow[]> {
    const row = await this.database.row<{ refused: RefusedRow[] }>('import.refused', `select jsonb_path_query_array(refused, '$[0 to 999]') as refused from import_run where id = $1::uuid`, [id]);
    return row?.refused.slice(0, most) ?? [];
  }

  /** Runs that were under way when the server ended. */
  async underWay(): Promise<string[]> {
    return (await this.database.rows<{ id: string }>('import.underWay', `select id from import_run where state = 'RUNNING' order by created_at`)).map((row) => row.id);
  }

  /** How open the place is that a file is brought to; null when there is none. */
  async visibilityOf(tx: Tx, allianceId: string, framingId: string | null): Promise<Visibility | null> {
    const rows = await tx.$queryRaw<{ visibility: Visibility }[]>`
      select a.visibility from alliance a where a.id = ${allianceId}::uuid
        and (${framingId}::uuid is null or exists (select from framing f where f.id = ${framingId}::uuid and f.alliance_id = a.id))`;
    return rows[0]?.visibility ?? null;
  }

  /** Keeps an uploaded file and gives the run's id. */
  async add(tx: Tx, at: string, run: { allianceId: string; framingId: string | null; importedById: string | null; fileName: string; file: Uint8Array<ArrayBuffer> }, sheet: Sheet): Promise<string> {
    const row = await tx.importRun.create({ data: { ...run, ...sheet, createdAt: at }, select: { id: true } });
    // Of files that were only looked at, the latest few of each person are kept.
    await tx.$executeRaw`
      delete from import_run where id in (
        select id from import_run where imported_by_id = ${run.importedById}::uuid and state = 'PREVIEW' order by created_at desc, id offset ${mostPreviews})`;
    return row.id;
  }

  /** A run, held still until the commit. */
  async hold(tx: Tx, id: string): Promise<(ImportRow & { visibility: Visibility }) | null> {
    const rows = await tx.$queryRaw<(ImportRow & { visibility: Visibility })[]>`
      select r.id, r.alliance_id as "allianceId", r.framing_id as "framingId", r.imported_by_id as "importedById", r.file_name as "fileName",
        r.state, r.encoding, r.delimiter, r.columns, r.heading, r.mapping, r.rows, r.done, jsonb_array_length(r.refused) as "refusedCount",
        r.created_at as "createdAt", a.visibility
      from import_run r join alliance a on a.id = r.alliance_id where r.id = ${id}::uuid for update of r`;
    return rows[0] ?? null;
  }

  async map(tx: Tx, id: string, mapped: { mapping: Mapping; heading: boolean; rows: number }): Promise<void> {
    await tx.importRun.update({ where: { id }, data: { ...mapped, mapping: { ...mapped.mapping } } });
  }

  async begin(tx: Tx, id: string): Promise<void> {
    await tx.importRun.update({ where: { id }, data: { state: 'RUNNING' } });
  }

  /** Lets rows come in, and says how far the run is; all of it or nothing. */
  async bring(tx: Tx, at: string, run: ImportRow, rows: readonly NumberedRow[], refused: readonly RefusedRow[], done: number): Promise<void> {
    // The author is who the file names; the importer appears nowhere in it [C6].
    await tx.$executeRaw`
      with row as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(row int, text text, author text, capacity "Capacity", kinds "Kind"[], "howKnown" "HowKnown"[], "sourceUrl" text, "sourceText" text)
      ), given as (
        insert into contribution (alliance_id, framing_id, text, kinds, how_known, source_url, source_text, stated_author, import_id, import_row, given_at)
        select ${run.allianceId}::uuid, ${run.framingId}::uuid, text, kinds, "howKnown", "sourceUrl", "sourceText", author, ${run.id}::uuid, row, ${at}::timestamptz
        from row order by row
        returning id, import_row
      )
      insert into contribution_author (contribution_id, alliance_id, position, capacity)
      select given.id, ${run.allianceId}::uuid, 0, row.capacity from given join row on row.row = given.import_row`;
    await tx.$executeRaw`
      update import_run set done = ${done}, refused = refused || ${JSON.stringify(refused)}::jsonb where id = ${run.id}::uuid`;
  }

  /** Ends a run; the file has done its service and is deleted. */
  async end(tx: Tx, at: string, id: string, state: ImportState): Promise<void> {
    await tx.importRun.update({ where: { id }, data: { state, file: null, endedAt: at } });
  }

  /** Really deletes all that came in with a run. Gives the media that hung on it. */
  async undo(tx: Tx, id: string): Promise<{ count: number; media: string[] }> {
    const media = await tx.$queryRaw<{ id: string }[]>`
      delete from media m using contribution c where c.id = m.contribution_id and c.import_id = ${id}::uuid returning m.id::text`;
    const { count } = await tx.contribution.deleteMany({ where: { importId: id } });
    return { count, media: media.map((one) => one.id) };
  }

  /** A run that cannot go on, when nobody is there to act for it: what came in stays and can be undone. */
  async fail(id: string): Promise<void> {
    await this.database.rows('import.fail', `update import_run set state = 'FAILED', file = null, ended_at = now() where id = $1::uuid and state = 'RUNNING'`, [id]);
  }

  /** Files that were brought and never started leave after a week. Tidying is no act of anyone's. */
  async tidy(): Promise<void> {
    await this.database.rows('import.tidy', `delete from import_run where state = 'PREVIEW' and created_at < now() - interval '7 days'`);
  }
}
