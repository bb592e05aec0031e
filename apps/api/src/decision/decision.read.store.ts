import { Injectable } from '@nestjs/common';
import { usualRules, type RoundRules } from '@samsyn/domain/decision/round';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { byKey, grouped } from '../core/gather.js';
import type { After } from '../talk/talk.read.store.js';
import type { QuestionRow, ResponseRow, RoundRow } from './decision.row.js';

/** What is read of rounds. */
@Injectable()
export class DecisionReadStore {
  constructor(private readonly database: Database) {}

  /** A round by id. Gathered. */
  round(asking: Asking, id: string): Promise<RoundRow | null> {
    return asking.gather.one('round', id.toLowerCase(), async (ids: string[]) => byKey(await this.database.rows<RoundRow>('round.one', `${roundSql} where r.id = any($1::uuid[])`, [ids]), (row) => row.id));
  }

  /** Rounds of an alliance, the latest first: so many and one more. */
  list(allianceId: string, first: number, after: After | null): Promise<RoundRow[]> {
    return this.database.rows<RoundRow>('round.list', `${roundSql} where r.alliance_id = $1::uuid and ($2::timestamptz is null or (r.called_at, r.id) < ($2::timestamptz, $3::uuid)) order by r.called_at desc, r.id desc limit $4`, [allianceId, after?.at ?? null, after?.id ?? null, first + 1]);
  }

  /** Open rounds whose time has passed by the database's clock. */
  async due(): Promise<string[]> {
    return (await this.database.rows<{ id: string }>('round.due', `select id from round where state = 'OPEN' and closes_at <= clock_timestamp() order by closes_at limit 50`)).map(({ id }) => id);
  }

  /** How an alliance decides. */
  async rules(allianceId: string): Promise<RoundRules> {
    return (await this.database.row<RoundRules>('round.rules', `select quorum_percent as "quorumPercent", days, secret from round_rules where alliance_id = $1`, [allianceId])) ?? usualRules;
  }

  /** Every wording. Gathered. */
  wordings(asking: Asking, roundId: string) {
    return asking.gather.many('round.wordings', roundId, async (ids: string[]) =>
      grouped(await this.database.rows<{ roundId: string; byId: string | null }>('round.wordings', `select round_id as "roundId", number, proposal, why, by_id as "byId", at from round_wording where round_id = any($1::uuid[]) order by number`, [ids]), (row) => row.roundId));
  }

  /** Questions, in the order of time. Gathered. */
  questions(asking: Asking, roundId: string): Promise<QuestionRow[]> {
    return asking.gather.many('round.questions', roundId, async (ids: string[]) =>
      grouped(await this.database.rows<QuestionRow>('round.questions', `select id, round_id as "roundId", text, asked_by_id as "askedById", asked_at as "askedAt", answer, answered_by_id as "answeredById" from round_question where round_id = any($1::uuid[]) order by asked_at, id`, [ids]), (row) => row.roundId));
  }

  /** Responses, in the order of time, and those without a time by their ids, which are drawn by chance. Gathered. */
  responses(asking: Asking, roundId: string): Promise<ResponseRow[]> {
    return asking.gather.many('round.responses', roundId, async (ids: string[]) =>
      grouped(await this.database.rows<ResponseRow>('round.responses', `select ${responseColumns} from round_response where round_id = any($1::uuid[]) order by wording, at nulls last, id`, [ids]), (row) => row.roundId));
  }

  /** Persons who take part and have not answered the wording as it reads now. Gathered. */
  notAnswered(asking: Asking, roundId: string): Promise<{ roundId: string; personId: string }[]> {
    return asking.gather.many('round.notAnswered', roundId, async (ids: string[]) =>
      grouped(await this.database.rows<{ roundId: string; personId: string }>('round.notAnswered', `select r.id as "roundId", p.actor_id as "personId" ${silentFrom} and r.id = any($1::uuid[])`, [ids]), (row) => row.roundId));
  }
}

/** Columns of a response. */
export const responseColumns = `id, round_id as "roundId", wording, choice, reason, person_id as "personId", on_behalf_of as "onBehalfOf", entered_by_id as "enteredById",
  capacity, concerned, at, objection, condition, condition_by_id as "conditionById"`;

/** Whoever takes part and has not answered, whatever they are besides. */
export const silentFrom = `from round r join participation p on p.alliance_id = r.alliance_id and p.standing = 'TAKES_PART' join actor a on a.id = p.actor_id and a.kind = 'PERSON'
  where not exists (select from round_response x where x.round_id = r.id and x.wording = r.wording and x.person_id = p.actor_id)
    and not exists (select from round_answered x where x.round_id = r.id and x.wording = r.wording and x.person_id = p.actor_id)`;

/** A round with its proposal as it reads now. */
export const roundSql = `select r.id, r.alliance_id as "allianceId", r.subject, r.subject_id as "subjectId", r.concerns_id as "concernsId", r.value, r.before, w.proposal, r.reason,
    r.wording, r.secret, r.quorum_percent as "quorumPercent", r.days, r.called_by_id as "calledById", r.capacity, r.called_at as "calledAt", r.closes_at as "closesAt",
    r.state, r.closed_at as "closedAt", r.outcome, r.review_on as "reviewOn", r.review, r.reviewed_by_id as "reviewedById",
    r.state = 'OPEN' and r.closes_at <= clock_timestamp() as due,
    r.state = 'PASSED' and r.reviewed_by_id is null and coalesce(r.review_on <= current_date, false) as "reviewDue"
  from round r join round_wording w on w.round_id = r.id and w.number = r.wording`;
