import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { chosenRules, isSeen } from '@samsyn/domain/decision/round';
import type { RoundSubject, Visibility } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { asText } from '@samsyn/domain/shared/text';
import { randomUUID } from 'node:crypto';
import { AllianceStore } from '../alliance/alliance.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { Closing } from './closing.js';
import { DecisionReadStore } from './decision.read.store.js';
import type { RoundRow, RoundValue } from './decision.row.js';
import { DecisionStore } from './decision.store.js';
import { Effects } from './effects/effects.js';

interface CallRound {
  allianceId: string;
  subject: RoundSubject;
  subjectId?: string | null;
  toActorId?: string | null;
  visibility?: Visibility | null;
  quorumPercent?: number | null;
  days?: number | null;
  secret?: boolean | null;
  proposal: string;
  reason?: string | null;
  reviewOn?: string | null;
}

/** Calling a round, changing its proposal, ending it, and looking at it again. */
@Resolver()
export class CallingResolver {
  constructor(
    private readonly writer: Writer,
    private readonly store: DecisionStore,
    private readonly reading: DecisionReadStore,
    private readonly alliances: AllianceStore,
    private readonly effects: Effects,
    private readonly closing: Closing,
  ) {}

  @Mutation()
  async callRound(@Asks() asking: Asking, @Args('input') input: CallRound): Promise<RoundRow> {
    const id = randomUUID();
    if (asking.actorId !== null && [input.subjectId, input.toActorId].some((one) => typeof one === 'string' && !isId(one))) throw new Refused('not-found', 'R3');
    const about = { allianceId: input.allianceId.toLowerCase(), subjectId: input.subjectId?.toLowerCase() ?? null, value: valueOf(input), proposal: input.proposal };
    await this.writer.change(asking, {
      verb: input.subject === 'REOPEN' ? 'alliance.callReopening' : 'alliance.callRound',
      load: async (tx) => {
        const held = await this.alliances.held(tx, input.allianceId);
        const found = held === null ? null : await this.effects.of(input.subject)?.find(tx, about);
        return held === null || found === 'not-found' ? null : { ...held, found: found ?? null, chosen: await this.store.rules(tx, held.allianceId) };
      },
      decide: ({ found }) => {
        const proposal = asText(input.proposal, limits.groundRules);
        if (isRefusal(proposal)) return proposal;
        const reason = asText(input.reason ?? '', limits.reason, true);
        if (isRefusal(reason)) return reason;
        if (input.subject === 'ROUND_RULES' && about.value.rules !== undefined) {
          const rules = chosenRules(about.value.rules);
          if (isRefusal(rules)) return rules;
        }
        return found === null ? refuse('round/subject', { rule: 'D1' }) : { proposal, reason, found };
      },
      save: (tx, { allianceId, chosen }, { proposal, reason, found }, _at, capacity) =>
        this.store.call(tx, { ...about, id, allianceId, subject: input.subject, concernsId: found.concernsId ?? null, before: found.before, proposal, reason, reviewOn: input.reviewOn ?? null }, chosen, { actorId: asking.actorId, capacity }),
      note: () => ({ verb: 'round.call', subjectKind: 'round', subjectId: id, detail: { subject: input.subject } }),
    });
    return this.read(asking, id);
  }

  @Mutation()
  async rewordRound(@Asks() asking: Asking, @Args('roundId') id: string, @Args('wording') seen: number, @Args('proposal') proposal: string, @Args('why') why?: string | null): Promise<RoundRow> {
    await this.writer.change(asking, {
      verb: 'round.reword',
      load: (tx) => this.held(tx, id, asking),
      decide: ({ round }) => {
        const is = isSeen(seen, round.wording);
        if (isRefusal(is)) return is;
        const words = asText(proposal, limits.groundRules);
        if (isRefusal(words)) return words;
        const reason = asText(why ?? '', limits.reason, true);
        return isRefusal(reason) ? reason : { words, reason };
      },
      save: (tx, { round }, { words, reason }) => this.store.reword(tx, round.id, round.wording + 1, words, reason, asking.actorId),
      note: ({ round }) => ({ subjectKind: 'round', subjectId: round.id, detail: { wording: round.wording + 1 } }),
    });
    return this.read(asking, id);
  }

  @Mutation()
  async closeRound(@Asks() asking: Asking, @Args('id') id: string): Promise<RoundRow> {
    if (asking.actorId !== null && !isId(id)) throw new Refused('not-found', 'R3');
    await this.closing.close(asking, id);
    return this.read(asking, id);
  }

  @Mutation()
  async takeBackRound(@Asks() asking: Asking, @Args('id') id: string): Promise<RoundRow> {
    await this.writer.change(asking, {
      verb: 'round.takeBack',
      load: (tx) => this.held(tx, id, asking),
      save: (tx, { round }) => this.store.end(tx, round.id, 'TAKEN_BACK', null),
      note: ({ round }) => ({ subjectKind: 'round', subjectId: round.id }),
    });
    return this.read(asking, id);
  }

  @Mutation()
  async reviewRound(@Asks() asking: Asking, @Args('id') id: string, @Args('words') words: string, @Args('nextOn') nextOn?: string | null): Promise<RoundRow> {
    await this.writer.change(asking, {
      verb: 'round.review',
      load: (tx) => this.held(tx, id, asking),
      decide: () => asText(words, limits.reason),
      save: async (tx, { round }, review) => {
        const next = nextOn == null ? {} : { reviewOn: new Date(`${nextOn}T00:00:00Z`) };
        await tx.round.update({ where: { id: round.id }, data: { review, reviewedById: nextOn == null ? asking.actorId : null, ...next } });
      },
      note: ({ round }) => ({ subjectKind: 'round', subjectId: round.id }),
    });
    return this.read(asking, id);
  }

  private async held(tx: Parameters<DecisionStore['hold']>[0], id: string, asking: Asking) {
    const round = isId(id) ? await this.store.hold(tx, id, 'alone') : null;
    if (round === null) return null;
    const mine = asking.actorId !== null && round.calledById === asking.actorId;
    return { allianceId: round.allianceId, thing: { visibility: round.visibility, state: round.due ? 'DUE' : round.state, mine }, round };
  }

  private async read(asking: Asking, id: string): Promise<RoundRow> {
    const round = await this.reading.round(asking, id);
    if (round === null) throw new Refused('not-found', 'R3');
    return round;
  }
}

function valueOf(input: CallRound): RoundValue {
  if (input.subject === 'VISIBILITY') return input.visibility == null ? {} : { visibility: input.visibility };
  if (input.subject === 'COORDINATING') return input.toActorId == null ? {} : { toActorId: input.toActorId.toLowerCase() };
  if (input.subject !== 'ROUND_RULES' || input.quorumPercent == null || input.days == null) return {};
  return { rules: { quorumPercent: input.quorumPercent, days: input.days, secret: input.secret ?? false } };
}
