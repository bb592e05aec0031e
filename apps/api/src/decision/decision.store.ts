import { Injectable } from '@nestjs/common';
import { usualRules, type Outcome, type RoundRules } from '@samsyn/domain/decision/round';
import type { Capacity, RoundChoice, RoundSubject, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Prisma } from '../generated/prisma/client.js';
import { responseColumns, roundSql, silentFrom } from './decision.read.store.js';
import type { ResponseRow, RoundRow, RoundValue } from './decision.row.js';

/** A round that is called. */
export interface Called {
  readonly id: string;
  readonly allianceId: string;
  readonly subject: RoundSubject;
  readonly subjectId: string | null;
  readonly concernsId: string | null;
  readonly value: RoundValue;
  readonly before: string;
  readonly proposal: string;
  readonly reason: string;
  readonly reviewOn: string | null;
}

/** A response that is stored. */
export interface Given {
  readonly choice: RoundChoice;
  readonly reason: string;
  readonly personId: string | null;
  readonly onBehalfOf: string | null;
  readonly enteredById: string | null;
  readonly capacity: Capacity | null;
  readonly concerned: boolean;
  readonly key: Uint8Array | null;
  readonly at: string | null;
}

export type HeldRound = RoundRow & { readonly visibility: Visibility };

/** All writing of rounds. */
@Injectable()
export class DecisionStore {
  /** A round held until the commit: shared by those who answer, alone for whoever ends or changes it. */
  async hold(tx: Tx, id: string, how: 'together' | 'alone'): Promise<HeldRound | null> {
    const lock = how === 'alone' ? Prisma.sql`for update` : Prisma.sql`for share`;
    const held = await tx.$queryRaw<{ alliance_id: string }[]>`select alliance_id from round where id = ${id}::uuid ${lock}`;
    if (held[0] === undefined) return null;
    if (how === 'alone') await tx.$executeRaw`select from alliance where id = ${held[0].alliance_id}::uuid for update`;
    // Asked after the lock, and by the database's clock: of all processes, however their own clocks go.
    const rows = await tx.$queryRawUnsafe<HeldRound[]>(`select t.*, a.visibility from (${roundSql} where r.id = $1::uuid) t join alliance a on a.id = t."allianceId"`, id);
    return rows[0] ?? null;
  }

  /** Which round a response, or question, belongs to. */
  async roundOf(tx: Tx, what: 'response' | 'question', id: string): Promise<string | null> {
    const found = what === 'response' ? await tx.roundResponse.findUnique({ where: { id }, select: { roundId: true } }) : await tx.roundQuestion.findUnique({ where: { id }, select: { roundId: true } });
    return found?.roundId ?? null;
  }

  async call(tx: Tx, { proposal, value, reviewOn, ...called }: Called, rules: RoundRules, by: { actorId: string | null; capacity: Capacity | null }): Promise<void> {
    await tx.round.create({ data: { ...called, value: value as Prisma.InputJsonValue, reviewOn: reviewOn === null ? null : new Date(`${reviewOn}T00:00:00Z`), ...rules, calledById: by.actorId, capacity: by.capacity, closesAt: new Date() } });
    await tx.roundWording.create({ data: { roundId: called.id, number: 1, proposal, byId: by.actorId } });
    await this.begin(tx, called.id);
  }

  /** Time begins to run, by the database's clock. */
  async begin(tx: Tx, id: string): Promise<void> {
    await tx.$executeRaw`update round set closes_at = clock_timestamp() + make_interval(days => days) where id = ${id}::uuid`;
  }

  async reword(tx: Tx, id: string, number: number, proposal: string, why: string, byId: string | null): Promise<void> {
    await tx.roundWording.create({ data: { roundId: id, number, proposal, why, byId } });
    await tx.round.update({ where: { id }, data: { wording: number } });
    await this.begin(tx, id);
  }

  /** One response each to a wording: the same person's later one takes the earlier one's place. False when it was somebody else's. */
  async respond(tx: Tx, round: Pick<RoundRow, 'id' | 'wording'>, given: Given): Promise<boolean> {
    const objection = given.choice === 'OBJECTION' ? 'STANDS' : null;
    const unique = given.onBehalfOf === null ? Prisma.sql`(round_id, wording, person_id)` : Prisma.sql`(round_id, wording, on_behalf_of)`;
    const stored = await tx.$executeRaw`
      insert into round_response as r (round_id, wording, choice, reason, person_id, on_behalf_of, entered_by_id, capacity, concerned, key, at, objection)
      values (${round.id}::uuid, ${round.wording}, ${given.choice}::"RoundChoice", ${given.reason}, ${given.personId}::uuid, ${given.onBehalfOf}, ${given.enteredById}::uuid,
        ${given.capacity}::"Capacity", ${given.concerned}, ${given.key}, ${given.at}::timestamptz, ${objection}::"ObjectionState")
      on conflict ${unique} do update set choice = excluded.choice, reason = excluded.reason, at = excluded.at, objection = excluded.objection, condition = '', condition_by_id = null
        where r.entered_by_id is not distinct from excluded.entered_by_id`;
    return stored === 1;
  }

  /** Notes that somebody has answered a secret round; false when they had already. */
  async answered(tx: Tx, round: Pick<RoundRow, 'id' | 'wording'>, personId: string): Promise<boolean> {
    return (await tx.roundAnswered.createMany({ data: [{ roundId: round.id, wording: round.wording, personId }], skipDuplicates: true })).count === 1;
  }

  /** Changes a secret response by its key; false when it is nobody's. */
  async change(tx: Tx, round: Pick<RoundRow, 'id' | 'wording'>, key: Uint8Array, next: Pick<Given, 'choice' | 'reason'>, nextKey: Uint8Array): Promise<boolean> {
    const objection = next.choice === 'OBJECTION' ? 'STANDS' : null;
    return 1 === (await tx.$executeRaw`update round_response set choice = ${next.choice}::"RoundChoice", reason = ${next.reason}, objection = ${objection}::"ObjectionState", condition = '', condition_by_id = null, key = ${nextKey}
      where round_id = ${round.id}::uuid and wording = ${round.wording} and key = ${key}`);
  }

  async response(tx: Tx, id: string): Promise<(ResponseRow & { key: Uint8Array | null }) | null> {
    return (await tx.$queryRawUnsafe<(ResponseRow & { key: Uint8Array | null })[]>(`select ${responseColumns}, key from round_response where id = $1::uuid for update`, id))[0] ?? null;
  }

  async responses(tx: Tx, round: Pick<RoundRow, 'id' | 'wording'>): Promise<ResponseRow[]> {
    return tx.$queryRawUnsafe<ResponseRow[]>(`select ${responseColumns} from round_response where round_id = $1::uuid and wording = $2::int`, round.id, round.wording);
  }

  async silent(tx: Tx, id: string): Promise<number> {
    return (await tx.$queryRawUnsafe<unknown[]>(`select p.actor_id::text ${silentFrom} and r.id = $1::uuid`, id)).length;
  }

  async end(tx: Tx, id: string, state: 'PASSED' | 'NOT_PASSED' | 'SUBJECT_CHANGED' | 'TAKEN_BACK', outcome: Outcome | null): Promise<void> {
    await tx.$executeRaw`update round set state = ${state}::"RoundState", closed_at = clock_timestamp(), outcome = ${outcome === null ? null : JSON.stringify(outcome)}::jsonb where id = ${id}::uuid`;
  }

  async rules(tx: Tx, allianceId: string): Promise<RoundRules> {
    return (await tx.roundRules.findUnique({ where: { allianceId }, select: { quorumPercent: true, days: true, secret: true } })) ?? usualRules;
  }

  /** Does a person of that name take part? They answer themselves. */
  async takesPart(tx: Tx, allianceId: string, name: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`select 1 from participation p join actor a on a.id = p.actor_id where p.alliance_id = ${allianceId}::uuid and p.standing = 'TAKES_PART' and a.kind = 'PERSON' and folded(a.name) = folded(${name})`;
    return rows.length > 0;
  }
}
