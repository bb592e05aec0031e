import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { answered, isAsSeen, whereabouts, type SuggestedWords, type Whereabouts } from '@samsyn/domain/suggestion/suggestion';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { isId } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import { Writing } from '../writing/writing.js';
import { Carrying } from './carrying.js';
import { SuggestionStore, type Settled } from './suggestion.store.js';
import { isOwn, Suggestions, type Shown } from './suggestions.js';

const verbs = { ACCEPTED: 'suggestion.accept', DECLINED: 'suggestion.decline', WITHDRAWN: 'suggestion.withdraw' } as const;

type Seen = SuggestedWords & { readonly id: string };

/** On which terms alone it is to be done: as they were seen, or with nothing of them left. */
interface Only {
  readonly seen?: readonly Seen[];
  readonly ifGone?: boolean;
}

/** Doors to what becomes of suggestions: accepted, declined, taken back. */
@Resolver('Suggestion')
export class SettlingResolver {
  constructor(
    private readonly store: SuggestionStore,
    private readonly suggestions: Suggestions,
    private readonly framings: FramingStore,
    private readonly writer: Writer,
    private readonly writing: Writing,
    private readonly carrying: Carrying,
  ) {}

  @Mutation()
  acceptSuggestions(
    @Asks() asking: Asking,
    @Args('framingId') framingId: string,
    @Args('ids') ids: string[],
    @Args('answer') answer?: string | null,
    @Args('seen') seen?: readonly Seen[] | null,
  ): Promise<Shown[]> {
    return this.settle(asking, framingId, ids, 'ACCEPTED', answer ?? '', { seen: seen ?? [] });
  }

  @Mutation()
  declineSuggestions(@Asks() asking: Asking, @Args('framingId') framingId: string, @Args('ids') ids: string[], @Args('answer') answer: string): Promise<Shown[]> {
    return this.settle(asking, framingId, ids, 'DECLINED', answer);
  }

  @Mutation()
  async withdrawSuggestion(@Asks() asking: Asking, @Args('framingId') framingId: string, @Args('id') id: string, @Args('ifGone') ifGone?: boolean | null): Promise<Shown> {
    return (await this.settle(asking, framingId, [id], 'WITHDRAWN', '', { ifGone: ifGone ?? false }))[0] as Shown;
  }

  private async settle(asking: Asking, framing: string, given: readonly string[], state: Settled['state'], answer: string, { seen = [], ifGone = false }: Only = {}): Promise<Shown[]> {
    const framingId = framing.toLowerCase();
    const ids = [...new Set(given.map((id) => id.toLowerCase()))];
    const saw = new Map(seen.map((one) => [one.id.toLowerCase(), one]));
    // The text is read before the transaction: the log's own lock must not wait inside ours.
    const text = isId(framingId) && ids.every(isId) && ids.length > 0 && (await this.framings.byId(asking, framingId)) !== null ? await this.writing.suggestionsIn(framingId) : null;
    await this.writer.change(asking, {
      verb: verbs[state],
      load: async (tx) => {
        const stands = text && (await this.store.framing(tx, framingId));
        if (text === null || stands === null) return null;
        const rows = new Map((await this.store.hold(tx, framingId, ids)).map((row) => [row.id, row]));
        const asked: (Settled & { where: Whereabouts })[] = [];
        for (const id of ids) {
          const [row, words] = [rows.get(id), text.found.get(id)];
          if (row === undefined && words === undefined) return null;
          const where = row === undefined ? 'OPEN' : whereabouts(row, { seq: text.seq, stands: words !== undefined });
          const actorId = row === undefined && words !== undefined ? await this.writing.suggester(framingId, words) : (row?.actorId ?? null);
          // Nothing of it is there to be carried out; what comes after what was seen here asks again.
          const carriedSeq = where === 'GONE' ? text.seq : null;
          asked.push({ id, state, answer, actorId, before: words?.before ?? row?.before ?? '', after: words?.after ?? row?.after ?? '', carriedSeq, where });
        }
        // Of several answered together, those that another has answered meanwhile are passed over.
        const open = asked.filter(({ where }) => (where === 'OPEN' && !ifGone) || (where === 'GONE' && state !== 'ACCEPTED'));
        const whole = open[0]?.where ?? asked[0]?.where;
        const mine = asked.every((one) => isOwn(one, asking));
        return { allianceId: stands.allianceId, thing: { visibility: stands.visibility, ...(whole === undefined ? {} : { state: whole }), mine }, open };
      },
      decide: ({ open }) => {
        if (ids.length > limits.list || seen.length > limits.list) return refuse('request/too-large', { rule: 'W13' });
        if (!open.every((one) => isAsSeen(saw.get(one.id), one))) return refuse('suggestion/changed', { rule: 'W13' });
        const said = state === 'WITHDRAWN' ? '' : answered(state, answer);
        return isRefusal(said) ? said : open.map(({ where: _where, ...one }) => ({ ...one, answer: said }));
      },
      save: async (tx, _loaded, settled, at, capacity) => {
        await this.store.settle(tx, framingId, settled, { actorId: asking.actorId, capacity, at });
        return settled;
      },
      note: (_loaded, settled) =>
        settled.length === 0
          ? []
          : { subjectKind: 'framing', subjectId: framingId, detail: { suggestions: settled.map(({ id }) => id), by: settled.map(({ actorId }) => actorId), answer: settled[0]?.answer ?? '' } },
    });
    await this.carrying.out(framingId);
    return this.suggestions.some(framingId, ids);
  }
}
