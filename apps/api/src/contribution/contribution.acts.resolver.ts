import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { correct, type Correcting } from '@samsyn/domain/contribution/correct';
import { give, type Giving } from '@samsyn/domain/contribution/give';
import { unquoted } from '@samsyn/domain/contribution/unquoted';
import { withdraw } from '@samsyn/domain/contribution/withdraw';
import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import type { Verb } from '@samsyn/domain/rights/rights';
import { randomUUID } from 'node:crypto';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { asApproval, asThing, saidIt } from './contribution.rights.js';
import type { ContributionRow } from './contribution.row.js';
import { ContributionReadStore } from './contribution.read.store.js';
import { ContributionStore, type Held, type Written } from './contribution.store.js';
import { MediaStore } from './media.store.js';
import { MediaRows } from './media.rows.store.js';
import { PassageStore } from '../passage/passage.store.js';
import { Stands } from '../passage/stands.js';
import { Writing } from '../writing/writing.js';
import { textsIn } from '../moderation/hidden.words.store.js';
import { HidingStore } from '../moderation/hiding.store.js';
import { Passages } from './passages.js';

type Give = Giving & { key?: string | null; allianceId: string };

/** Giving, correcting, withdrawing and approving. */
@Resolver()
export class ContributionActsResolver {
  constructor(
    private readonly store: ContributionStore,
    private readonly reading: ContributionReadStore,
    private readonly media: MediaStore,
    private readonly mediaRows: MediaRows,
    private readonly passages: Passages,
    private readonly placing: PassageStore,
    private readonly stands: Stands,
    private readonly writing: Writing,
    private readonly hidings: HidingStore,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async give(@Asks() asking: Asking, @Args('input') input: Give): Promise<ContributionRow> {
    const ids = [input.key, input.allianceId, input.framingId, input.saidByActorId, ...(input.coAuthorIds ?? []), ...(input.mediaIds ?? [])];
    // Whoever has not stepped in is told so by change(), whatever the ids look like [R3].
    if (asking.actorId !== null && ids.some((id) => typeof id === 'string' && !isId(id))) throw new Refused('not-found', 'R3');
    const id = (input.key ?? randomUUID()).toLowerCase();
    const framingId = input.framingId ?? null;
    // Asked before the transaction: the text is read by its own log.
    const passage = asking.actorId === null ? {} : await this.passages.pin(framingId, { anchor: input.anchor, quote: input.quote });
    await this.writer.change(asking, {
      verb: 'alliance.give',
      load: async (tx) => {
        await this.store.aloneWith(tx, id);
        const named = [input.saidByActorId, ...(input.coAuthorIds ?? [])].filter((one) => typeof one === 'string');
        const place = await this.store.place(tx, { allianceId: input.allianceId, framingId, actorId: asking.actorId, named, organisationId: input.organisationId ?? null });
        if (place === null) return null;
        const [before, media] = [await this.store.giversOf(tx, id), await this.mediaRows.hold(tx, input.mediaIds ?? [])];
        return { allianceId: input.allianceId, thing: { visibility: place.visibility }, place, before, media };
      },
      decide: ({ place, before, media }) => {
        if (before !== null) {
          // A key that arrives a second time from the one who chose it is the same contribution; anybody else's is nobody's.
          const same = before.allianceId === input.allianceId && before.givers.includes(place.me.id);
          return same ? null : refuse('not-found', { rule: 'R3' });
        }
        const here = media.filter((one) => one.allianceId === input.allianceId);
        if (here.length < new Set(input.mediaIds ?? []).size) return refuse('not-found', { rule: 'R3' });
        const free = here.every((one) => one.uploadedById === asking.actorId && one.contributionId === null && one.framingId === null);
        return free ? give({ ...input, ...passage }, place.me, place.here) : refuse('media/not-yours', { rule: 'C8' });
      },
      save: async (tx, { place }, given, at) => {
        if (given === null) return null;
        await this.store.give(tx, at, { id, allianceId: input.allianceId, framingId, invented: place.invented }, given);
        if (framingId !== null && given.quote !== null) {
          await this.placing.keepQuote(tx, framingId, id, given.quote, at);
          const { words } = given.anchor as { words?: unknown };
          if (words !== undefined) await this.placing.place(tx, { framingId, mark: 'contribution', thingId: id, words, actorId: asking.actorId });
        }
        return given;
      },
      note: (_loaded, given) =>
        given === null ? [] : { subjectKind: 'contribution', subjectId: id, detail: { framingId, kinds: given.kinds, proposal: given.proposal } },
    });
    if (framingId !== null && passage.anchor !== undefined) await this.stands.readAfter(framingId);
    return this.found(asking, id);
  }

  @Mutation()
  async correct(@Asks() asking: Asking, @Args('id') id: string, @Args('input') input: Correcting): Promise<ContributionRow> {
    await this.act(asking, id, 'contribution.correct', {
      decide: (held) => correct(held, input, saidIt(held, asking.actorId)),
      save: (tx, _held, corrected, at) => this.store.correct(tx, at, id, corrected, asking.actorId),
    });
    return this.found(asking, id);
  }

  @Mutation()
  async withdraw(@Asks() asking: Asking, @Args('id') id: string): Promise<ContributionRow> {
    const { media, stood } = await this.act(asking, id, 'contribution.withdraw', {
      decide: (held, at) => withdraw(held, at),
      save: async (tx, held, tombstone, at) => {
        // Of what is hidden the words are elsewhere, and go from there.
        const hidden = textsIn(await this.hidings.eraseOf(tx, { subject: 'CONTRIBUTION', subjectId: id.toLowerCase(), framingId: null }, asking.actorId, at));
        const { words, questions, posts } = await this.store.wordsOf(tx, id);
        const said = [held.text, ...hidden, ...words, ...Object.values(held.telling ?? {})];
        const clean = (all: readonly Written[]) => all.flatMap(({ id: whose, text }) => (unquoted(text, said) === text ? [] : [{ id: whose, text: unquoted(text, said) }]));
        const cleaned = { questions: clean(questions), posts: clean(posts) };
        return { media: await this.store.withdraw(tx, id, tombstone, cleaned), stood: await this.placing.forget(tx, id) };
      },
    });
    await this.media.forget(media);
    // The mark shows nothing any more; it is taken out of the texts as well.
    for (const framingId of stood) await this.writing.unmark(framingId, { mark: 'contribution', id }, asking.actorId).catch(() => undefined);
    return this.found(asking, id);
  }

  @Mutation()
  async approve(@Asks() asking: Asking, @Args('id') id: string): Promise<ContributionRow> {
    await this.act(asking, id, 'contribution.approve', {
      thing: (held) => asApproval(held, asking.actorId, held.visibility),
      save: (tx) => this.store.approve(tx, id),
    });
    return this.found(asking, id);
  }

  /** An act on a contribution that stands. A withdrawn id sounds like an unknown one [R3]. */
  private act<D, R>(
    asking: Asking,
    id: string,
    verb: Verb,
    how: {
      thing?: (held: Held) => ReturnType<typeof asThing>;
      decide?: (held: Held, at: string) => D | Refusal;
      save: (tx: Tx, held: Held, decided: D, at: string) => Promise<R>;
    },
  ): Promise<R> {
    const { decide } = how;
    return this.writer.change<Loaded, D, R>(asking, {
      verb,
      load: async (tx) => {
        const held = isId(id) ? await this.store.hold(tx, id) : null;
        if (held === null || held.state === 'WITHDRAWN') return null;
        return { allianceId: held.allianceId, thing: how.thing?.(held) ?? asThing(held, asking.actorId, held.visibility), held };
      },
      ...(decide === undefined ? {} : { decide: ({ held }: Loaded, at: string) => decide(held, at) }),
      save: (tx, { held }, decided, at) => how.save(tx, held, decided, at),
      note: ({ held }) => ({ subjectKind: 'contribution', subjectId: id, detail: { framingId: held.framingId } }),
    });
  }

  private async found(asking: Asking, id: string): Promise<ContributionRow> {
    const row = await this.reading.byId(asking, id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}

interface Loaded {
  readonly allianceId: string;
  readonly thing: ReturnType<typeof asThing>;
  readonly held: Held;
}
