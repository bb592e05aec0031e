import { Injectable } from '@nestjs/common';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { byKey, grouped } from '../core/gather.js';
import { bothFit, filterKey, filterValues, type ContributionFilter } from './contribution.filter.js';
import { contributionColumns, type ContributionRow, type CorrectionRow, type MediaRow, type QuestionRow } from './contribution.row.js';

/** What a list of contributions hangs on. */
export type Scope = 'alliance' | 'framing' | 'author';

/** Where to go on in a list. */
export interface After {
  readonly at: string;
  readonly id: string;
}

const scoped: Readonly<Record<Scope, string>> = {
  alliance: 'c.alliance_id = s.id',
  framing: 'c.framing_id = s.id',
  author: 'exists (select from contribution_author me where me.contribution_id = c.id and me.actor_id = s.id)',
};

/** Reading contributions and what hangs on them; every question of a page is one statement, however many ask it. */
@Injectable()
export class ContributionReadStore {
  constructor(private readonly database: Database) {}

  /** A contribution by id, or null. */
  byId(asking: Pick<Asking, 'gather'>, id: string): Promise<ContributionRow | null> {
    return asking.gather.one('contribution', id.toLowerCase(), async (ids: string[]) =>
      byKey(await this.database.rows<ContributionRow>('contribution.byId', `select ${contributionColumns} from contribution c where c.id = any($1::uuid[])`, [ids]), (row) => row.id),
    );
  }

  /** The latest of a scope, so many and one more, to tell whether there are others. */
  list(asking: Asking, scope: Scope, id: string, first: number, after: After | null, filter: ContributionFilter | null): Promise<ContributionRow[]> {
    const name = `contribution.list.${scope} ${first} ${after?.at ?? ''} ${after?.id ?? ''} ${filterKey(filter)}`;
    return asking.gather.many(name, id, async (ids: string[]) =>
      grouped(
        await this.database.rows<ContributionRow & { scope: string }>(
          `contribution.list.${scope}`,
          `select s.id as scope, page.* from unnest($1::uuid[]) s(id) cross join lateral (
             select ${contributionColumns} from contribution c
             where ${scoped[scope]} and ${bothFit}
               and ($16::timestamptz is null or c.given_at < $16 or (c.given_at = $16 and c.id > $17::uuid))
             order by c.given_at desc, c.id limit $18) page`,
          [ids, ...filterValues(filter), after?.at ?? null, after?.id ?? null, first + 1],
        ),
        (row) => row.scope,
      ),
    );
  }

  /** How many there are in a scope, with the filter. */
  async total(asking: Asking, scope: Scope, id: string, filter: ContributionFilter | null): Promise<number> {
    const found = await asking.gather.one(`contribution.total.${scope} ${filterKey(filter)}`, id, async (ids: string[]) => {
      const rows = await this.database.rows<{ scope: string; total: number }>(
        `contribution.total.${scope}`,
        `select s.id as scope, (select count(*) from contribution c where ${scoped[scope]} and ${bothFit}) as total from unnest($1::uuid[]) s(id)`,
        [ids, ...filterValues(filter)],
      );
      return new Map(rows.map((row) => [row.scope, row.total]));
    });
    return found ?? 0;
  }

  /** Questions, oldest first. */
  questions(asking: Asking, contributionId: string): Promise<QuestionRow[]> {
    return asking.gather.many('contribution.questions', contributionId, async (ids: string[]) =>
      grouped(await this.database.rows<QuestionRow>('contribution.questions', `${questionSql} where contribution_id = any($1::uuid[]) order by asked_at, id`, [ids]), (row) => row.contributionId),
    );
  }

  /** A question by id, or null. */
  questionById(id: string): Promise<QuestionRow | null> {
    return this.database.row<QuestionRow>('question.byId', `${questionSql} where id = $1::uuid`, [id]);
  }

  /** How it read before, oldest first. */
  corrections(asking: Asking, contributionId: string): Promise<CorrectionRow[]> {
    return asking.gather.many('contribution.corrections', contributionId, async (ids: string[]) =>
      grouped(
        await this.database.rows<CorrectionRow>(
          'contribution.corrections',
          `select contribution_id as "contributionId", before, kinds_before::text[] as "kindsBefore", actor_id as "actorId", at
           from correction where contribution_id = any($1::uuid[]) order by at, id`,
          [ids],
        ),
        (row) => row.contributionId,
      ),
    );
  }

  /** Pictures and recordings, in the order they came. */
  media(asking: Asking, contributionId: string): Promise<MediaRow[]> {
    return asking.gather.many('contribution.media', contributionId, async (ids: string[]) =>
      grouped(
        await this.database.rows<MediaRow & { contributionId: string }>(
          'contribution.media',
          `select id, contribution_id as "contributionId", kind, mime, size, description, duration_ms as "durationMs"
           from media where contribution_id = any($1::uuid[]) order by created_at, id`,
          [ids],
        ),
        (row) => row.contributionId,
      ),
    );
  }
}

const questionSql = `
  select id, contribution_id as "contributionId", about, text, kinds::text[] as kinds, asked_by_id as "askedById", capacity,
    asked_at as at, answer, answered_by_id as "answeredById", answered_at as "answeredAt", outcome
  from question`;
