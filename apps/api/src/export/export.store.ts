import { Injectable } from '@nestjs/common';
import { called } from '@samsyn/domain/actor/protected';
import type { Person } from '@samsyn/domain/export/material';
import type { Language } from '@samsyn/domain/shared/refusals';
import { contributionColumns, type ContributionRow, type QuestionRow } from '../contribution/contribution.row.js';
import { contributionHidden } from '../moderation/hiding.row.js';
import { Database } from '../core/database.js';

/** A key of the installation, in the forms that Node reads. */
export interface KeyRow {
  readonly id: string;
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** A picture of an alliance that a text may show. */
export interface PictureRow {
  readonly id: string;
  readonly mime: string;
  readonly size: number;
  readonly description: string;
}

const most = 10_000;

/** All SQL of what is taken along. */
@Injectable()
export class ExportStore {
  constructor(private readonly database: Database) {}

  /** The contributions of a framing, and those of these ids that are of its alliance, for an id in a text proves nothing [C12]; oldest first. */
  contributions(framing: { id: string; allianceId: string }, ids: readonly string[]): Promise<ContributionRow[]> {
    return this.database.rows<ContributionRow>(
      'export.contributions',
      `select ${contributionColumns} from contribution c where c.alliance_id = $1::uuid and (c.framing_id = $2::uuid or c.id = any($3::uuid[])) order by c.given_at, c.id limit ${most}`,
      [framing.allianceId, framing.id, ids],
    );
  }

  /** The questions about these contributions, oldest first. */
  questions(ids: readonly string[]): Promise<Pick<QuestionRow, 'contributionId' | 'about' | 'text' | 'kinds' | 'askedById' | 'answer'>[]> {
    return this.database.rows(
      'export.questions',
      `select contribution_id as "contributionId", about, text, kinds::text[] as kinds, asked_by_id as "askedById", answer
       from question where contribution_id = any($1::uuid[]) and text <> '' order by asked_at, id`,
      [ids],
    );
  }

  /** What these actors are called, and in what capacity they take part in the alliance. */
  async people(allianceId: string, ids: readonly string[], language: Language): Promise<Map<string, Person>> {
    const rows = await this.database.rows<Person & { id: string }>(
      'export.people',
      `select asked.id, a.name, a.invented, p.capacity
       from actor asked left join organisation o on o.id = asked.id
       join actor a on a.id = coalesce(o.merged_into_id, asked.id)
       left join participation p on p.actor_id = a.id and p.alliance_id = $1::uuid
       where asked.id = any($2::uuid[])`,
      [allianceId, ids],
    );
    return new Map(rows.map(({ id, name, invented, capacity }) => [id, { name: called(name, language), invented, capacity }]));
  }

  /** Those of these pictures that stand in the text of the framing, or in what was given to its alliance. */
  pictures(framing: { id: string; allianceId: string }, ids: readonly string[]): Promise<PictureRow[]> {
    return this.database.rows<PictureRow>(
      'export.pictures',
      `select m.id, m.mime, m.size, m.description from media m left join contribution c on c.id = m.contribution_id
       where m.alliance_id = $1::uuid and m.id = any($2::uuid[]) and m.kind = 'PICTURE' and (m.framing_id = $3::uuid or (c.state = 'GIVEN' and not ${contributionHidden})) limit 100`,
      [framing.allianceId, ids, framing.id],
    );
  }

  /** What an alliance is called. */
  async allianceName(id: string): Promise<string> {
    return (await this.database.row<{ name: string }>('export.allianceName', 'select name from actor where id = $1::uuid', [id]))?.name ?? '';
  }

  /** The newest key, or null before the first file has been signed. */
  newestKey(): Promise<KeyRow | null> {
    return this.database.row<KeyRow>('export.newestKey', `${keySql} order by created_at desc, id limit 1`);
  }

  /** A key by its id, or null. */
  key(id: string): Promise<KeyRow | null> {
    return this.database.row<KeyRow>('export.key', `${keySql} where id = $1`, [id]);
  }

  /** All keys that files may be signed with. */
  keys(): Promise<KeyRow[]> {
    return this.database.rows<KeyRow>('export.keys', `${keySql} order by created_at, id`);
  }

  /** Keeps the first key; of two made at once one is kept. */
  async keepFirstKey({ id, publicKey, privateKey }: KeyRow): Promise<void> {
    await this.database.rows(
      'export.keepFirstKey',
      `with lock as (select pg_advisory_xact_lock(hashtextextended('export.key', 0)))
       insert into export_key (id, public_key, private_key) select $1, $2, $3 from lock where not exists (select from export_key)`,
      [id, publicKey, privateKey],
    );
  }
}

const keySql = 'select id, public_key as "publicKey", private_key as "privateKey" from export_key';
