import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mayEndNow, outcomeOf, type Outcome } from '@samsyn/domain/decision/round';
import { refuse } from '@samsyn/domain/shared/refusal';
import { Writer, type Note, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { DecisionReadStore } from './decision.read.store.js';
import type { RoundRow } from './decision.row.js';
import { DecisionStore } from './decision.store.js';
import { Effects } from './effects/effects.js';

type End = { readonly state: 'PASSED' | 'NOT_PASSED' | 'SUBJECT_CHANGED'; readonly outcome: Outcome; readonly notes: readonly Note[] };

/** Ends rounds: whoever looks next, or the clockwork; in every process the same, since the round is held meanwhile [D5]. */
@Injectable()
export class Closing implements OnModuleDestroy {
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly writer: Writer,
    private readonly store: DecisionStore,
    private readonly reading: DecisionReadStore,
    private readonly effects: Effects,
  ) {
    this.timer = setInterval(() => void this.lapseAll().catch(() => undefined), 20_000);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Ends every round whose time has passed. */
  async lapseAll(): Promise<void> {
    for (const id of await this.reading.due()) await this.lapse(id);
  }

  /** Ends a round whose time has passed; does nothing when another was first. */
  async lapse(id: string): Promise<void> {
    try {
      await this.end({ actorId: null }, id, 'round.lapse');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** Ends it before its time, when everybody has answered and no objection stands. */
  async close(asking: { actorId: string | null }, id: string): Promise<void> {
    await this.end(asking, id, 'round.close');
  }

  private async end(asking: { actorId: string | null }, id: string, verb: 'round.close' | 'round.lapse'): Promise<void> {
    await this.writer.change(asking, {
      verb,
      load: async (tx) => {
        const round = await this.store.hold(tx, id, 'alone');
        if (round === null) return null;
        // Time asks at no door, so how open the alliance is has no part in it.
        const state = round.due && verb === 'round.lapse' ? 'DUE' : round.state;
        return { allianceId: round.allianceId, thing: { ...(verb === 'round.close' ? { visibility: round.visibility } : {}), state }, round, responses: await this.store.responses(tx, round), silent: await this.store.silent(tx, id) };
      },
      decide: ({ round, responses, silent }) => (round.due || mayEndNow(responses, silent) ? outcomeOf(responses, silent, round.quorumPercent) : refuse('round/not-yet', { rule: 'D5' })),
      save: async (tx, { round }, outcome, at) => {
        const end = await this.take(tx, round, outcome, at);
        await this.store.end(tx, id, end.state, end.outcome);
        return end;
      },
      note: (_loaded, { state, outcome, notes }) => [{ verb: 'round.end', subjectKind: 'round', subjectId: id, detail: { state, ...outcome } }, ...notes],
    });
  }

  // What it decides happens here and now, or not at all [D7].
  private async take(tx: Tx, round: RoundRow, outcome: Outcome, at: string): Promise<End> {
    if (!outcome.passed) return { state: 'NOT_PASSED', outcome, notes: [] };
    const effect = this.effects.of(round.subject);
    const found = effect === null ? null : await effect.find(tx, round);
    if (effect === null || found === null || found === 'not-found' || found.before !== round.before) return { state: 'SUBJECT_CHANGED', outcome, notes: [] };
    return { state: 'PASSED', outcome, notes: await effect.apply(tx, { ...round, roundId: round.id }, at) };
  }
}
