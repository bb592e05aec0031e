import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { may, rightsOf } from '@samsyn/domain/rights/rights';
import type { SuggestionState } from '@samsyn/domain/shared/enums';
import { refuse } from '@samsyn/domain/shared/refusal';
import { reasonFor, whereabouts } from '@samsyn/domain/suggestion/suggestion';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import { Writing } from '../writing/writing.js';
import { Carrying } from './carrying.js';
import { SuggestionStore } from './suggestion.store.js';
import { isOwn, Suggestions, verbsOfSuggestion, type Shown } from './suggestions.js';

/** Doors to suggestions: to see them, to begin one, to say why. */
@Resolver('Suggestion')
export class SuggestionResolver {
  constructor(
    private readonly store: SuggestionStore,
    private readonly suggestions: Suggestions,
    private readonly framings: FramingStore,
    private readonly database: Database,
    private readonly writer: Writer,
    private readonly writing: Writing,
    private readonly carrying: Carrying,
  ) {}

  @Query()
  async suggestionsOf(@Asks() asking: Asking, @Args('framingId') id: string, @Args('state') state?: SuggestionState | null): Promise<Shown[] | null> {
    const framing = isId(id) ? await this.framings.byId(asking, id) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    if (framing === null || place === null || !may('framing.read', place.standing, place.thing)) return null;
    const shown = await this.suggestions.of(framing.id);
    // Decided and not carried out: the process that was to do it has ended, or the database was away.
    if (shown.some((one) => one.state !== 'OPEN' && one.carriedSeq === null)) void this.carrying.out(framing.id).catch(() => undefined);
    return state == null ? shown : shown.filter((one) => one.state === state);
  }

  @Mutation()
  async suggest(@Asks() asking: Asking, @Args('framingId') framing: string, @Args('id') given: string, @Args('reason') reason?: string | null): Promise<Shown> {
    const [framingId, id] = [framing.toLowerCase(), given.toLowerCase()];
    const words = isId(framingId) && isId(id) ? await this.wordsOf(asking, framingId, id) : null;
    await this.writer.change(asking, {
      verb: 'framing.suggest',
      load: async (tx) => {
        const stands = isId(framingId) && isId(id) ? await this.store.framing(tx, framingId) : null;
        if (stands === null) return null;
        const [row] = await this.store.hold(tx, framingId, [id]);
        return { allianceId: stands.allianceId, thing: { visibility: stands.visibility }, row, told: await this.store.hasBegun(tx, framingId, asking.actorId) };
      },
      decide: ({ row }) => {
        const others = row === undefined ? words !== null && words.byOthers : !isOwn(row, asking);
        return others ? refuse('suggestion/not-yours', { rule: 'W12' }) : reasonFor(reason ?? '');
      },
      save: async (tx, { row }, why, at, capacity) => {
        const by = { actorId: asking.actorId, capacity, at };
        if (row === undefined) await this.store.add(tx, framingId, id, why, { before: words?.before ?? '', after: words?.after ?? '' }, by);
        else if (why !== '' && row.state === 'OPEN') await this.store.explain(tx, framingId, id, why);
      },
      // A word here and a word there are one act to those who read the ledger.
      note: ({ row, told }) => (told || row !== undefined ? [] : { subjectKind: 'framing', subjectId: framingId }),
    });
    return this.found(framingId, id);
  }

  @Mutation()
  async explainSuggestion(@Asks() asking: Asking, @Args('framingId') framing: string, @Args('id') given: string, @Args('reason') reason: string): Promise<Shown> {
    const [framingId, id] = [framing.toLowerCase(), given.toLowerCase()];
    const text = isId(framingId) && (await this.framings.byId(asking, framingId)) !== null ? await this.writing.suggestionsIn(framingId) : null;
    await this.writer.change(asking, {
      verb: 'suggestion.explain',
      load: async (tx) => {
        const stands = text && isId(id) ? await this.store.framing(tx, framingId) : null;
        const [row] = stands === null ? [] : await this.store.hold(tx, framingId, [id]);
        if (text === null || stands === null || row === undefined) return null;
        const state = whereabouts(row, { seq: text.seq, stands: text.found.has(id) });
        return { allianceId: stands.allianceId, thing: { visibility: stands.visibility, state, mine: isOwn(row, asking) } };
      },
      decide: () => reasonFor(reason),
      save: (tx, _loaded, why) => this.store.explain(tx, framingId, id, why),
      note: () => [],
    });
    return this.found(framingId, id);
  }

  @ResolveField()
  author(@Parent() shown: Shown, @Asks() asking: Asking) {
    return actorBy(this.database, asking, shown.actorId);
  }

  @ResolveField()
  settledBy(@Parent() shown: Shown, @Asks() asking: Asking) {
    return actorBy(this.database, asking, shown.settledById);
  }

  @ResolveField()
  async rights(@Parent() shown: Shown, @Asks() asking: Asking) {
    const framing = await this.framings.byId(asking, shown.framingId);
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    if (!place) return [];
    const hideable = shown.state === 'OPEN' ? 'OPEN' : wordless(shown) ? 'HIDDEN' : 'STANDS';
    return [...rightsOf(verbsOfSuggestion, place.standing, { ...place.thing, state: shown.where, mine: isOwn(shown, asking) }), ...rightsOf(['hiding.hide'], place.standing, { ...place.thing, state: hideable })];
  }

  // What of it stands already, and whether somebody else has put it there: nobody takes another's suggestion as theirs.
  private async wordsOf(asking: Asking, framingId: string, id: string): Promise<{ before: string; after: string; byOthers: boolean } | null> {
    if ((await this.framings.byId(asking, framingId)) === null) return null;
    const words = (await this.writing.suggestionsIn(framingId)).found.get(id);
    if (words === undefined) return null;
    return { ...words, byOthers: (await this.writing.suggester(framingId, words)) !== asking.actorId };
  }

  private async found(framingId: string, id: string): Promise<Shown> {
    const row = (await this.store.ofFraming(framingId)).find((one) => one.id === id);
    const [shown] = await this.suggestions.some(framingId, [id]);
    if (shown !== undefined) return shown;
    if (row === undefined) throw new Refused('not-found', 'R3');
    return { ...row, where: 'GONE', stands: false };
  }
}

// Answered and without a word, its own or of its answer: it has been hidden [H1].
function wordless({ before, after, reason, answer }: Shown): boolean {
  return before === '' && after === '' && reason === '' && answer === '';
}
