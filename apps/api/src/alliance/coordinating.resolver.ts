import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { takeOn } from '@samsyn/domain/alliance/coordinating';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { asText } from '@samsyn/domain/shared/text';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { isId } from '../core/standing.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import { CoordinatingStore } from './coordinating.store.js';
import { ParticipationStore } from './participation.store.js';

/** The task of coordinating: taken on, passed on and laid down openly, and never a right [L6]. */
@Resolver()
export class CoordinatingResolver {
  constructor(
    private readonly writer: Writer,
    private readonly alliances: AllianceStore,
    private readonly coordinating: CoordinatingStore,
    private readonly participating: ParticipationStore,
  ) {}

  @Mutation()
  async takeOnCoordinating(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('reason') reason?: string | null): Promise<AllianceRow | null> {
    await this.writer.change(asking, {
      verb: 'alliance.takeOnCoordinating',
      load: async (tx) => {
        const held = await this.alliances.held(tx, allianceId, 'alone');
        return held && { ...held, tasks: await this.coordinating.heldIn(tx, held.allianceId) };
      },
      decide: ({ tasks }) => {
        const why = asText(reason ?? '', limits.reason, true);
        if (isRefusal(why)) return why;
        const taken = takeOn(asking.actorId as string, { held: tasks, takesPart: true });
        return isRefusal(taken) ? taken : { ...taken, why };
      },
      save: (tx, held, { actorId, why }, at) => this.coordinating.add(tx, held.allianceId, actorId, { reason: why }, at),
      note: (_held, id) => ({ subjectKind: 'coordinating', subjectId: id }),
    });
    return this.alliances.one(asking, allianceId);
  }

  @Mutation()
  async passOnCoordinating(
    @Asks() asking: Asking,
    @Args('coordinatingId') coordinatingId: string,
    @Args('toActorId') toActorId: string,
    @Args('reason') reason?: string | null,
  ): Promise<AllianceRow | null> {
    const allianceId = await this.writer.change(asking, {
      verb: 'coordinating.passOn',
      load: async (tx) => {
        const loaded = await this.held(tx, coordinatingId);
        const to = loaded && isId(toActorId) ? await this.participating.of(tx, loaded.allianceId, toActorId) : null;
        return loaded && { ...loaded, to, tasks: await this.coordinating.heldIn(tx, loaded.allianceId) };
      },
      decide: ({ to, tasks }) => {
        const why = asText(reason ?? '', limits.reason, true);
        if (isRefusal(why)) return why;
        const taken = takeOn(toActorId.toLowerCase(), { held: tasks, takesPart: to?.standing === 'TAKES_PART' });
        return isRefusal(taken) ? taken : { ...taken, why };
      },
      save: async (tx, { allianceId: id, task }, { actorId, why }, at) => {
        await this.coordinating.end(tx, task.id, at);
        await this.coordinating.add(tx, id, actorId, { fromId: task.actorId, passedById: asking.actorId, reason: why }, at);
        return id;
      },
      note: ({ to, task }) => ({ subjectKind: 'coordinating', subjectId: task.id, detail: { to: to?.actor.name ?? '' } }),
    });
    return this.alliances.one(asking, allianceId);
  }

  @Mutation()
  async layDownCoordinating(@Asks() asking: Asking, @Args('coordinatingId') coordinatingId: string, @Args('reason') reason?: string | null): Promise<AllianceRow | null> {
    const { id: allianceId } = await this.writer.change(asking, {
      verb: 'coordinating.passOn',
      load: (tx) => this.held(tx, coordinatingId),
      decide: () => asText(reason ?? '', limits.reason, true),
      save: async (tx, { allianceId: id, task }, why, at) => {
        await this.coordinating.end(tx, task.id, at);
        return { id, why };
      },
      note: ({ task }, { why }) => ({ verb: 'coordinating.layDown', subjectKind: 'coordinating', subjectId: task.id, detail: { reason: why } }),
    });
    return this.alliances.one(asking, allianceId);
  }

  // The alliance first and alone, then the task: two who pass on the same task do so one after the other.
  private async held(tx: Tx, id: string) {
    const seen = isId(id) ? await this.coordinating.byId(tx, id) : null;
    const held = seen && (await this.alliances.held(tx, seen.allianceId, 'alone'));
    const task = held && (await this.coordinating.byId(tx, id));
    return held && task && { ...held, task, thing: { ...held.thing, state: task.held ? 'HELD' : 'PASSED' } };
  }
}
