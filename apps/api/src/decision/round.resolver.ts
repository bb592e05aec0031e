import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { may, rightsOf, type Verb } from '@samsyn/domain/rights/rights';
import { AllianceStore } from '../alliance/alliance.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { asPage, connection } from '../talk/talk.connection.js';
import { Closing } from './closing.js';
import { DecisionReadStore } from './decision.read.store.js';
import type { QuestionRow, ResponseRow, RoundRow } from './decision.row.js';

const verbs: readonly Verb[] = ['round.read', 'round.ask', 'round.respond', 'round.reword', 'round.offerCondition', 'round.close', 'round.takeBack', 'round.review'];

/** Rounds as they are read. A round whose time has passed is ended by whoever looks [D5]. */
@Resolver('Round')
export class RoundResolver {
  constructor(
    private readonly reading: DecisionReadStore,
    private readonly database: Database,
    private readonly alliances: AllianceStore,
    private readonly closing: Closing,
  ) {}

  @Query()
  async round(@Asks() asking: Asking, @Args('id') id: string): Promise<RoundRow | null> {
    if (!isId(id)) return null;
    const seen = await this.reading.round(asking, id);
    const place = seen === null ? null : await placeIn(this.database, asking, seen.allianceId);
    if (seen === null || place === null || !may('round.read', place.standing, place.thing)) return null;
    if (!seen.due) return seen;
    await this.closing.lapse(seen.id);
    return this.reading.round(asking, id);
  }

  @Query()
  async roundsOf(@Asks() asking: Asking, @Args('allianceId') id: string, @Args('first') first: number, @Args('after') after?: string | null) {
    const place = isId(id) ? await placeIn(this.database, asking, id) : null;
    if (place === null || !may('round.read', place.standing, place.thing)) return null;
    const page = must(asPage(first, after));
    let rows = await this.reading.list(id, page.first, page.after);
    const due = rows.filter((row) => row.due);
    for (const { id: one } of due) await this.closing.lapse(one);
    if (due.length > 0) rows = await this.reading.list(id, page.first, page.after);
    return connection(rows, page.first, (row) => `${row.calledAt} ${row.id}`);
  }

  @Query()
  async roundRulesOf(@Asks() asking: Asking, @Args('allianceId') id: string) {
    const place = isId(id) ? await placeIn(this.database, asking, id) : null;
    return place !== null && may('round.read', place.standing, place.thing) ? this.reading.rules(id) : null;
  }

  @ResolveField()
  alliance(@Parent() round: RoundRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, round.allianceId);
  }

  @ResolveField()
  concerns(@Parent() round: RoundRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, round.concernsId);
  }

  @ResolveField()
  visibility(@Parent() { value }: RoundRow) {
    return value.visibility ?? null;
  }

  @ResolveField()
  rules(@Parent() { value }: RoundRow) {
    return value.rules ?? null;
  }

  @ResolveField()
  calledBy(@Parent() round: RoundRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, round.calledById);
  }

  @ResolveField()
  reviewedBy(@Parent() round: RoundRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, round.reviewedById);
  }

  @ResolveField()
  wordings(@Parent() round: RoundRow, @Asks() asking: Asking) {
    return this.reading.wordings(asking, round.id);
  }

  @ResolveField()
  questions(@Parent() round: RoundRow, @Asks() asking: Asking) {
    return this.reading.questions(asking, round.id);
  }

  @ResolveField()
  async responses(@Parent() round: RoundRow, @Asks() asking: Asking): Promise<ResponseRow[]> {
    const all = await this.reading.responses(asking, round.id);
    // Whoever looked before and after somebody answered would know what they said; objections have to be answered.
    return round.secret && round.state === 'OPEN' ? all.filter((one) => one.choice === 'OBJECTION') : all;
  }

  @ResolveField()
  async notAnswered(@Parent() round: RoundRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, round.allianceId);
    if (place?.standing !== 'TAKES_PART' || round.state !== 'OPEN') return [];
    const silent = await this.reading.notAnswered(asking, round.id);
    const actors = await Promise.all(silent.map(({ personId }) => actorBy(this.database, asking, personId)));
    return actors.filter((actor) => actor !== null).sort((one, two) => one.name.localeCompare(two.name, 'sv') || (one.id < two.id ? -1 : 1));
  }

  @ResolveField()
  async answered(@Parent() round: RoundRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, round.allianceId);
    if (place?.standing !== 'TAKES_PART' || round.state !== 'OPEN') return false;
    return !(await this.reading.notAnswered(asking, round.id)).some(({ personId }) => personId === asking.actorId);
  }

  @ResolveField()
  async rights(@Parent() round: RoundRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, round.allianceId);
    return place === null ? [] : rightsOf(verbs, place.standing, { ...place.thing, state: round.state, mine: asking.actorId !== null && round.calledById === asking.actorId });
  }
}

/** Whose words a wording is. */
@Resolver('RoundWording')
export class RoundWordingResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  by(@Parent() wording: { byId: string | null }, @Asks() asking: Asking) {
    return actorBy(this.database, asking, wording.byId);
  }
}

/** Who asked, and who answered. */
@Resolver('RoundQuestion')
export class RoundQuestionResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  askedBy(@Parent() question: QuestionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, question.askedById);
  }

  @ResolveField()
  answeredBy(@Parent() question: QuestionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, question.answeredById);
  }
}

/** Whose response it is, where that is told. */
@Resolver('RoundResponse')
export class RoundResponseResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  by(@Parent() response: ResponseRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, response.personId);
  }

  @ResolveField()
  writtenDownBy(@Parent() response: ResponseRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, response.enteredById);
  }

  @ResolveField()
  conditionBy(@Parent() response: ResponseRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, response.conditionById);
  }
}
