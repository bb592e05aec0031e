import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { isSeen, responding } from '@samsyn/domain/decision/round';
import type { RoundChoice } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { asName, asText } from '@samsyn/domain/shared/text';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { randomToken, sha256 } from '../core/secrets.js';
import { isId } from '../core/standing.js';
import { DecisionReadStore } from './decision.read.store.js';
import type { RoundRow } from './decision.row.js';
import { DecisionStore } from './decision.store.js';

interface Respond {
  roundId: string;
  wording: number;
  choice: RoundChoice;
  reason?: string | null;
  onBehalfOf?: string | null;
  receipt?: string | null;
}

/** Asking, answering, objecting, and what becomes of an objection. */
@Resolver()
export class RespondingResolver {
  constructor(
    private readonly writer: Writer,
    private readonly store: DecisionStore,
    private readonly reading: DecisionReadStore,
  ) {}

  @Mutation()
  async respond(@Asks() asking: Asking, @Args('input') input: Respond): Promise<{ round: RoundRow; receipt: string | null }> {
    const salt = randomToken();
    const behalf = input.onBehalfOf == null ? null : asName(input.onBehalfOf, limits.name);
    const secret = await this.writer.change(asking, {
      verb: 'round.respond',
      load: async (tx) => {
        const held = await this.held(tx, input.roundId);
        return held && { ...held, themselves: typeof behalf === 'string' && (await this.store.takesPart(tx, held.allianceId, behalf)) };
      },
      decide: ({ round, themselves }) => {
        const is = isSeen(input.wording, round.wording);
        if (isRefusal(is)) return is;
        if (isRefusal(behalf)) return behalf;
        if (themselves) return refuse('round/answers-themselves', { rule: 'D3' });
        const said = responding(input.choice, input.reason ?? '');
        return isRefusal(said) ? said : { ...said, onBehalfOf: behalf };
      },
      save: async (tx, { round }, { onBehalfOf, ...said }, at, capacity) => {
        const personId = onBehalfOf === null ? asking.actorId : null;
        const given = { ...said, personId, onBehalfOf, enteredById: onBehalfOf === null ? null : asking.actorId, capacity, concerned: personId !== null && personId === round.concernsId, key: null, at };
        if (!round.secret || onBehalfOf !== null) {
          if (!(await this.store.respond(tx, round, given))) throw new Refused('round/entered-by-another', 'D3');
          return { commitment: null };
        }
        await this.inSecret(tx, round, said, given.concerned, salt, input.receipt ?? null, asking.actorId as string);
        return { commitment: Buffer.from(sha256(`${salt}\n${said.choice}\n${said.reason}`)).toString('hex') };
      },
      note: ({ round }, { commitment }) => ({ subjectKind: 'round', subjectId: round.id, detail: commitment === null ? { wording: round.wording, choice: input.choice } : { wording: round.wording, commitment } }),
    });
    return { round: await this.read(asking, input.roundId), receipt: secret.commitment === null ? null : salt };
  }

  @Mutation()
  async askInRound(@Asks() asking: Asking, @Args('roundId') id: string, @Args('text') text: string): Promise<RoundRow> {
    await this.writer.change(asking, {
      verb: 'round.ask',
      load: (tx) => this.held(tx, id),
      decide: () => asText(text, limits.question),
      save: async (tx, { round }, words) => void (await tx.roundQuestion.create({ data: { roundId: round.id, text: words, askedById: asking.actorId } })),
      note: ({ round }) => ({ subjectKind: 'round', subjectId: round.id }),
    });
    return this.read(asking, id);
  }

  @Mutation()
  async answerInRound(@Asks() asking: Asking, @Args('questionId') id: string, @Args('answer') answer: string): Promise<RoundRow> {
    const roundId = await this.writer.change(asking, {
      verb: 'round.ask',
      load: async (tx) => this.held(tx, isId(id) ? await this.store.roundOf(tx, 'question', id) : null),
      decide: () => asText(answer, limits.question),
      save: async (tx, { round }, words) => {
        await tx.roundQuestion.update({ where: { id }, data: { answer: words, answeredById: asking.actorId } });
        return round.id;
      },
      note: ({ round }) => ({ verb: 'round.answer', subjectKind: 'round', subjectId: round.id }),
    });
    return this.read(asking, roundId);
  }

  @Mutation()
  async offerCondition(@Asks() asking: Asking, @Args('responseId') id: string, @Args('condition') condition: string): Promise<RoundRow> {
    const roundId = await this.writer.change(asking, {
      verb: 'round.offerCondition',
      load: (tx) => this.objection(tx, id),
      decide: ({ stands }) => (stands ? asText(condition, limits.reason) : refuse('round/no-objection', { rule: 'D4' })),
      save: async (tx, { round }, words) => {
        await tx.roundResponse.update({ where: { id }, data: { condition: words, conditionById: asking.actorId } });
        return round.id;
      },
      note: ({ round }) => ({ subjectKind: 'round', subjectId: round.id }),
    });
    return this.read(asking, roundId);
  }

  @Mutation()
  async settleObjection(@Asks() asking: Asking, @Args('responseId') id: string, @Args('carry') carry: boolean, @Args('receipt') receipt?: string | null): Promise<RoundRow> {
    const roundId = await this.writer.change(asking, {
      verb: 'round.settle',
      load: async (tx) => {
        const found = await this.objection(tx, id);
        if (found === null) return null;
        const { response } = found;
        const byKey = response.key !== null && receipt != null && Buffer.from(response.key).equals(Buffer.from(keyOf(receipt)));
        return { ...found, thing: { ...found.thing, mine: byKey || (asking.actorId !== null && asking.actorId === (response.personId ?? response.enteredById)) } };
      },
      decide: ({ stands, response }) => {
        if (!stands) return refuse('round/no-objection', { rule: 'D4' });
        return carry && response.condition === '' ? refuse('round/no-condition', { rule: 'D4' }) : (carry ? 'CARRIED' : 'WITHDRAWN');
      },
      save: async (tx, { round }, objection) => {
        await tx.roundResponse.update({ where: { id }, data: { objection } });
        return round.id;
      },
      // Of a secret round that alone would tell whose objection it was.
      note: ({ round }) => (round.secret ? [] : { subjectKind: 'round', subjectId: round.id, detail: { carry } }),
    });
    return this.read(asking, roundId);
  }

  private async inSecret(tx: Tx, round: RoundRow, said: { choice: RoundChoice; reason: string }, concerned: boolean, salt: string, receipt: string | null, personId: string): Promise<void> {
    if (await this.store.answered(tx, round, personId)) {
      await this.store.respond(tx, round, { ...said, personId: null, onBehalfOf: null, enteredById: null, capacity: null, concerned, key: keyOf(salt), at: null });
      return;
    }
    if (receipt === null || !(await this.store.change(tx, round, keyOf(receipt), said, keyOf(salt)))) throw new Refused('round/receipt-needed', 'D8');
  }

  // Together: answering does not wait for answering, and both wait for the one who ends the round.
  private async held(tx: Tx, id: string | null) {
    const round = id !== null && isId(id) ? await this.store.hold(tx, id, 'together') : null;
    return round && { allianceId: round.allianceId, thing: { visibility: round.visibility, state: round.due ? 'DUE' : round.state }, round };
  }

  private async objection(tx: Tx, id: string) {
    const held = await this.held(tx, isId(id) ? await this.store.roundOf(tx, 'response', id) : null);
    const response = held && (await this.store.response(tx, id));
    return held && response && { ...held, response, stands: response.objection === 'STANDS' && response.wording === held.round.wording };
  }

  private async read(asking: Asking, id: string): Promise<RoundRow> {
    const round = await this.reading.round(asking, id);
    if (round === null) throw new Refused('not-found', 'R3');
    return round;
  }
}

// Under which a secret response is found again by the one who has the receipt; it says nothing of the commitment.
function keyOf(receipt: string): Uint8Array<ArrayBuffer> {
  return sha256(`key ${receipt}`);
}
