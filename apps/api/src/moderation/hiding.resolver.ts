import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { toldOf } from '@samsyn/domain/moderation/hiding';
import { may, rightsOf, type Right } from '@samsyn/domain/rights/rights';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import type { MediaRow, QuestionRow, ContributionRow } from '../contribution/contribution.row.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import type { Shown } from '../suggestion/suggestions.js';
import { asPage, connection } from '../talk/talk.connection.js';
import type { PostRow } from '../talk/talk.row.js';
import { partsOf, type HiddenWord } from './hidden.parts.js';
import { HidingReadStore } from './hiding.read.store.js';
import { asAsked, asHidden, type HidingRow } from './hiding.row.js';

/** A hiding as it is read. Who gets hold of one may read what it covers, or take part. */
@Resolver('Hiding')
export class HidingResolver {
  constructor(
    private readonly store: HidingReadStore,
    private readonly database: Database,
  ) {}

  @Query()
  async hiddenWords(@Asks() asking: Asking, @Args('hidingId') id: string): Promise<{ words: HiddenWord[]; media: MediaRow[] } | null> {
    const row = isId(id) ? await this.store.one(id) : null;
    const place = row && (await placeIn(this.database, asking, row.allianceId));
    if (row === null || place === null || !may('hiding.read', place.standing, asHidden(row, asking.actorId, place.thing.visibility))) return null;
    const words = await this.store.words(row.id);
    if (words === null) return null;
    const descriptions = new Map(((words['media'] as { id: string; description: string }[] | undefined) ?? []).map((one) => [one.id, one.description]));
    const media = row.subject === 'CONTRIBUTION' ? await this.store.media(row.subjectId) : [];
    return { words: partsOf(words), media: media.map((one) => ({ ...one, description: descriptions.get(one.id) ?? '' })) };
  }

  @Query()
  async hidingsOf(@Asks() asking: Asking, @Args('allianceId') id: string, @Args('first') first: number, @Args('after') after?: string | null) {
    const place = isId(id) ? await placeIn(this.database, asking, id) : null;
    if (place?.standing !== 'TAKES_PART') return null;
    const page = must(asPage(first, after));
    return connection(await this.store.ofAlliance(id, page.first, page.after), page.first, (row: HidingRow) => `${row.at} ${row.id}`);
  }

  @ResolveField()
  async reason(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return (await this.told(row, asking)).reason;
  }

  @ResolveField()
  async answer(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return (await this.told(row, asking)).answer;
  }

  @ResolveField()
  async endReason(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return (await this.told(row, asking)).endReason;
  }

  @ResolveField()
  by(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.hiddenById);
  }

  @ResolveField()
  askedBy(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.askedById);
  }

  @ResolveField()
  agreedBy(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.agreedById);
  }

  @ResolveField()
  answeredBy(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.answeredById);
  }

  @ResolveField()
  endedBy(@Parent() row: HidingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.endedById);
  }

  @ResolveField()
  async rights(@Parent() row: HidingRow, @Asks() asking: Asking): Promise<Right[]> {
    const place = await placeIn(this.database, asking, row.allianceId);
    if (place === null) return [];
    const { standing, thing } = place;
    return [
      ...rightsOf(['hiding.read', 'hiding.answer', 'hiding.undo', 'hiding.askAside', 'hiding.erase'], standing, asHidden(row, asking.actorId, thing.visibility)),
      ...rightsOf(['hiding.agreeAside'], standing, asAsked(row, asking.actorId, thing.visibility)),
    ];
  }

  private async told(row: HidingRow, asking: Asking): Promise<HidingRow> {
    return toldOf(row, (await placeIn(this.database, asking, row.allianceId))?.standing === 'TAKES_PART');
  }
}

/** How often a contribution was hidden, on the contribution; and so on for everything that can be. */
@Resolver('Contribution')
export class ContributionHidingsResolver {
  constructor(private readonly store: HidingReadStore) {}

  @ResolveField()
  hidings(@Parent() row: ContributionRow, @Asks() asking: Asking) {
    return this.store.of(asking, 'CONTRIBUTION', row.id);
  }
}

@Resolver('ThreadPost')
export class PostHidingsResolver {
  constructor(private readonly store: HidingReadStore) {}

  @ResolveField()
  hidings(@Parent() row: PostRow, @Asks() asking: Asking) {
    return this.store.of(asking, 'POST', row.id);
  }
}

@Resolver('Question')
export class QuestionHidingsResolver {
  constructor(
    private readonly store: HidingReadStore,
    private readonly contributions: ContributionReadStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async rights(@Parent() row: QuestionRow, @Asks() asking: Asking): Promise<Right[]> {
    const about = await this.contributions.byId(asking, row.contributionId);
    const place = about && (await placeIn(this.database, asking, about.allianceId));
    const state = row.text === '' ? 'HIDDEN' : about?.state === 'WITHDRAWN' ? 'WITHDRAWN' : 'STANDS';
    return place ? rightsOf(['hiding.hide'], place.standing, { ...place.thing, state }) : [];
  }

  @ResolveField()
  hidings(@Parent() row: QuestionRow, @Asks() asking: Asking) {
    return this.store.of(asking, 'QUESTION', row.id);
  }
}

@Resolver('Suggestion')
export class SuggestionHidingsResolver {
  constructor(private readonly store: HidingReadStore) {}

  @ResolveField()
  hidings(@Parent() row: Shown, @Asks() asking: Asking) {
    return this.store.of(asking, 'SUGGESTION', row.id, row.framingId);
  }
}
