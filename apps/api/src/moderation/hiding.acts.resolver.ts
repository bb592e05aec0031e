import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { eraseHidden, hidingAnswer, hidingReason } from '@samsyn/domain/moderation/hiding';
import type { Thing, Verb } from '@samsyn/domain/rights/rights';
import type { AsideCause } from '@samsyn/domain/shared/enums';
import type { Refusal } from '@samsyn/domain/shared/refusal';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { Haste } from '../session/haste.js';
import type { Of } from './hidden.words.store.js';
import { HidingReadStore } from './hiding.read.store.js';
import { asAsked, asHidden, type HidingRow } from './hiding.row.js';
import { HidingStore, type HeldHiding } from './hiding.store.js';

/** Hiding, answering, showing again, putting aside and erasing. */
@Resolver()
export class HidingActsResolver {
  constructor(
    private readonly store: HidingStore,
    private readonly reading: HidingReadStore,
    private readonly haste: Haste,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  hideContribution(@Asks() asking: Asking, @Args('id') id: string, @Args('reason') reason: string, @Args('aside') aside?: AsideCause | null): Promise<HidingRow> {
    return this.hide(asking, { subject: 'CONTRIBUTION', subjectId: id, framingId: null }, reason, aside ?? null);
  }

  @Mutation()
  hidePost(@Asks() asking: Asking, @Args('id') id: string, @Args('reason') reason: string, @Args('aside') aside?: AsideCause | null): Promise<HidingRow> {
    return this.hide(asking, { subject: 'POST', subjectId: id, framingId: null }, reason, aside ?? null);
  }

  @Mutation()
  hideQuestion(@Asks() asking: Asking, @Args('id') id: string, @Args('reason') reason: string, @Args('aside') aside?: AsideCause | null): Promise<HidingRow> {
    return this.hide(asking, { subject: 'QUESTION', subjectId: id, framingId: null }, reason, aside ?? null);
  }

  @Mutation()
  hideSuggestion(@Asks() asking: Asking, @Args('framingId') framingId: string, @Args('id') id: string, @Args('reason') reason: string, @Args('aside') aside?: AsideCause | null): Promise<HidingRow> {
    return this.hide(asking, { subject: 'SUGGESTION', subjectId: id, framingId }, reason, aside ?? null);
  }

  @Mutation()
  answerHiding(@Asks() asking: Asking, @Args('id') id: string, @Args('answer') given: string): Promise<HidingRow> {
    return this.act(asking, id, 'hiding.answer', {
      decide: () => hidingAnswer(given),
      save: (tx, row, answer, at) => this.store.answer(tx, row.id, answer, asking.actorId, at),
    });
  }

  @Mutation()
  showAgain(@Asks() asking: Asking, @Args('id') id: string, @Args('reason') given: string): Promise<HidingRow> {
    return this.act(asking, id, 'hiding.undo', {
      decide: () => hidingReason(given),
      save: async (tx, row, reason, at) => {
        await this.hasty(asking);
        await this.store.showAgain(tx, row, reason, asking.actorId, at);
      },
    });
  }

  @Mutation()
  askAside(@Asks() asking: Asking, @Args('id') id: string, @Args('cause') cause: AsideCause): Promise<HidingRow> {
    return this.act(asking, id, 'hiding.askAside', { decide: () => cause, save: (tx, row, why, at) => this.store.askAside(tx, row.id, why, asking.actorId, at) });
  }

  @Mutation()
  agreeAside(@Asks() asking: Asking, @Args('id') id: string): Promise<HidingRow> {
    return this.act(asking, id, 'hiding.agreeAside', {
      thing: (row) => asAsked(row, asking.actorId, row.visibility),
      decide: () => null,
      save: (tx, row, _nothing, at) => this.store.agree(tx, row, asking.actorId, at),
    });
  }

  @Mutation()
  eraseHidden(@Asks() asking: Asking, @Args('id') id: string): Promise<HidingRow> {
    return this.act(asking, id, 'hiding.erase', {
      decide: (row) => eraseHidden(row.subject),
      save: (tx, row, _erased, at) => this.store.erase(tx, row.id, asking.actorId, at),
    });
  }

  private async hide(asking: Asking, asked: Of, given: string, cause: AsideCause | null): Promise<HidingRow> {
    const of = { ...asked, subjectId: asked.subjectId.toLowerCase(), framingId: asked.framingId?.toLowerCase() ?? null };
    const id = await this.writer.change(asking, {
      verb: 'hiding.hide',
      load: async (tx) => {
        const known = isId(of.subjectId) && (of.framingId === null || isId(of.framingId));
        const held = known ? await this.store.hold(tx, of) : null;
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility, state: held.state } };
      },
      decide: () => hidingReason(given),
      save: async (tx, { allianceId }, reason, at, capacity) => {
        await this.hasty(asking);
        return this.store.hide(tx, of, allianceId, { reason, cause }, { actorId: asking.actorId, capacity, at });
      },
      // Neither the words nor the reason: what is erased must be gone.
      note: (_loaded, hiding) => ({ subjectKind: 'hiding', subjectId: hiding, detail: { subject: of.subject, of: of.subjectId, cause } }),
    });
    return this.found(id);
  }

  // Hiding and showing again by the hundred is refused alike for all [H5]; only what would be done is counted, and it is kept nowhere.
  private async hasty(asking: Asking): Promise<void> {
    await this.haste.count('hiding', asking.actorId ?? '');
    await this.haste.count('hidingFrom', asking.from);
  }

  private async act<D>(
    asking: Asking,
    id: string,
    verb: Verb,
    how: { thing?: (row: HeldHiding) => Thing; decide: (row: HeldHiding) => D | Refusal; save: (tx: Tx, row: HeldHiding, decided: D, at: string) => Promise<void> },
  ): Promise<HidingRow> {
    await this.writer.change(asking, {
      verb,
      load: async (tx) => {
        const row = isId(id) ? await this.store.hiding(tx, id) : null;
        return row && { allianceId: row.allianceId, thing: how.thing?.(row) ?? asHidden(row, asking.actorId, row.visibility), row };
      },
      decide: ({ row }) => how.decide(row),
      save: (tx, { row }, decided, at) => how.save(tx, row, decided, at),
      note: ({ row }) => ({ subjectKind: 'hiding', subjectId: row.id, detail: { subject: row.subject, of: row.subjectId } }),
    });
    return this.found(id);
  }

  private async found(id: string): Promise<HidingRow> {
    const row = await this.reading.one(id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}
