import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may, rightsOf, type Verb } from '@samsyn/domain/rights/rights';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { answered, proposed, type Wanted } from '@samsyn/domain/versions/clearing';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import { Attribution } from '../writing/attribution.js';
import { Clearing } from './clearing.js';
import { DeletedStore, type ClearingRow, type DeletedRow, type Rewritten } from './deleted.store.js';

/** Clearing deleted text for good [V6]: asked for with a reason, agreed by a second person, or kept. */
@Resolver('Clearing')
export class ClearingResolver {
  constructor(
    private readonly store: DeletedStore,
    private readonly framings: FramingStore,
    private readonly clearing: Clearing,
    private readonly attribution: Attribution,
    private readonly database: Database,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async proposeClearing(@Asks() asking: Asking, @Args('framingId') given: string, @Args('deletedIds') ids: string[], @Args('reason') reason: string): Promise<ClearingRow> {
    const framingId = given.toLowerCase();
    if (ids.length > limits.list) throw new Refused('list/too-long', 'G4', { max: limits.list });
    const framing = await this.mayDo(asking, 'framing.proposeClearing', framingId);
    // What takes its time is done before the transaction; in it, the rows are compared with what they were.
    const texts = framing === null ? [] : await this.store.byIds(framingId, ids.filter(isId));
    const others = framing === null ? 0 : await this.store.othersIn(framing.allianceId, asking.actorId);
    const wanted = await this.wanted(framingId, texts);
    const first = proposed(wanted, asking.actorId, others, reason);
    if (texts.length > 0) await this.clearing.inNoVersion(asking, framingId, texts);
    const rewritten = !isRefusal(first) && first.atOnce ? await this.clearing.rewritten(framingId, texts) : [];
    const { id, atOnce } = await this.writer.change(asking, {
      verb: 'framing.proposeClearing',
      load: async (tx) => {
        const held = isId(framingId) ? await this.framings.framingForChange(tx, framingId) : null;
        const free = held === null ? [] : await this.store.free(tx, framingId, texts.map((text) => text.id));
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility }, free: new Set(free) };
      },
      decide: ({ free }) => proposed(wanted.map((one, at) => ({ ...one, waits: !free.has(texts[at]?.id ?? '') })), asking.actorId, others, reason),
      save: async (tx, _loaded, decided, at, capacity) => {
        const proposal = await this.store.propose(tx, framingId, texts.map((text) => text.id), decided.reason, { actorId: asking.actorId, capacity, at });
        if (decided.atOnce) {
          await this.store.answer(tx, proposal, { state: 'CLEARED', answer: '', answeredById: asking.actorId, answeredAt: at });
          await this.clear(tx, framingId, rewritten, texts);
        }
        return { id: proposal, atOnce: decided.atOnce, reason: decided.reason };
      },
      note: (_loaded, made) => [
        { subjectKind: 'framing', subjectId: framingId, detail: { reason: made.reason } },
        ...(made.atOnce ? [{ verb: 'framing.cleared', subjectKind: 'framing', subjectId: framingId, detail: { reason: made.reason } }] : []),
      ],
    });
    if (atOnce) await this.clearing.done(framingId);
    return this.found(id);
  }

  @Mutation()
  async answerClearing(@Asks() asking: Asking, @Args('id') id: string, @Args('agrees') agrees: boolean, @Args('answer') answer?: string | null): Promise<ClearingRow> {
    const row = isId(id) ? await this.store.clearing(id) : null;
    const framing = row && (await this.mayDo(asking, 'clearing.answer', row.framingId, row.state));
    const texts = framing !== null && agrees ? await this.store.ofClearing(asking, id) : [];
    const willClear = row !== null && agrees && row.actorId !== asking.actorId && texts.length > 0;
    if (willClear) await this.clearing.inNoVersion(asking, row.framingId, texts);
    const rewritten = willClear ? await this.clearing.rewritten(row.framingId, texts) : [];
    const state = await this.writer.change(asking, {
      verb: 'clearing.answer',
      load: async (tx) => {
        const held = isId(id) ? await this.store.forAnswer(tx, id) : null;
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility, state: held.state }, held };
      },
      decide: ({ held }) => answered(held.actorId, asking.actorId, agrees, answer ?? ''),
      save: async (tx, { held }, decided, at) => {
        await this.store.answer(tx, id, { ...decided, answeredById: asking.actorId, answeredAt: at });
        if (decided.state === 'CLEARED') await this.clear(tx, held.framingId, rewritten, texts);
        return decided;
      },
      note: ({ held }, decided) => [
        { subjectKind: 'framing', subjectId: held.framingId, detail: { agrees, answer: decided.answer } },
        ...(decided.state === 'CLEARED' ? [{ verb: 'framing.cleared', subjectKind: 'framing', subjectId: held.framingId, detail: { answer: decided.answer } }] : []),
      ],
    });
    if (state.state === 'CLEARED' && row !== null) await this.clearing.done(row.framingId);
    return this.found(id);
  }

  @ResolveField()
  by(@Parent() row: ClearingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.actorId);
  }

  @ResolveField()
  answeredBy(@Parent() row: ClearingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.answeredById);
  }

  @ResolveField()
  texts(@Parent() row: ClearingRow, @Asks() asking: Asking): Promise<DeletedRow[]> {
    return this.store.ofClearing(asking, row.id);
  }

  @ResolveField()
  async rights(@Parent() row: ClearingRow, @Asks() asking: Asking) {
    const framing = await this.framings.byId(asking, row.framingId);
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    return place === null ? [] : rightsOf(['clearing.answer'], place.standing, { ...place.thing, state: row.state });
  }

  private async clear(tx: Tx, framingId: string, rewritten: readonly Rewritten[], texts: readonly DeletedRow[]): Promise<void> {
    // The log was thinned out meanwhile: nothing is stored, and it is asked for again.
    if (!(await this.store.rewrite(tx, framingId, rewritten, texts.map(({ id }) => id)))) throw new Refused('fault');
  }

  private async wanted(framingId: string, texts: readonly DeletedRow[]): Promise<Wanted[]> {
    if (texts.length === 0) return [];
    const authors = await this.attribution.authors(framingId);
    return texts.map(({ ranges }) => ({ authors: ranges.flatMap(([client, clock, text]) => authors(client, clock, text.length).map(({ by }) => by.actorId)), waits: false }));
  }

  // Whoever may not is refused by change(); nothing is worked out for them before.
  private async mayDo(asking: Asking, verb: Verb, framingId: string, state?: string): Promise<FramingRow | null> {
    const framing = isId(framingId) ? await this.framings.byId(asking, framingId) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    return place !== null && may(verb, place.standing, { ...place.thing, ...(state === undefined ? {} : { state }) }) ? framing : null;
  }

  private async found(id: string): Promise<ClearingRow> {
    const row = await this.store.clearing(id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}
