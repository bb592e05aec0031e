import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonStore } from '../actor/person.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { CardStore } from './card.store.js';
import { OrganisationStore } from './organisation.store.js';
import { SessionStore, type SessionRow } from './session.store.js';

interface Ways {
  readonly actorId: string;
}

/** My ways in, and the browsers I am in with: seen by nobody but me, and mine to end [E2, E5]. */
@Resolver('MyWays')
export class WaysResolver {
  constructor(
    private readonly writer: Writer,
    private readonly sessions: SessionStore,
    private readonly people: PersonStore,
    private readonly cards: CardStore,
    private readonly organisations: OrganisationStore,
  ) {}

  @Query()
  myWays(@Asks() { actorId }: Asking): Ways | null {
    return actorId === null ? null : { actorId };
  }

  @ResolveField()
  cardMadeAt(@Parent() { actorId }: Ways): Promise<string | null> {
    return this.cards.madeAt(actorId);
  }

  @ResolveField()
  async email(@Parent() { actorId }: Ways): Promise<string | null> {
    return (await this.people.byId(actorId))?.email ?? null;
  }

  @ResolveField('sessions')
  async standing(@Parent() { actorId }: Ways, @Asks() asking: Asking): Promise<(SessionRow & { here: boolean })[]> {
    const standing = await this.sessions.standing(actorId);
    return standing.map((one) => ({ ...one, here: one.id === asking.sessionId }));
  }

  @Mutation()
  async endSession(@Asks() asking: Asking, @Args('id') id: string): Promise<Ways> {
    return this.changes(asking, 'session.end', async (tx, actorId) => {
      // Not there, ended already and somebody else's sound the same [R3].
      if (!isId(id) || (await this.sessions.endOwn(tx, actorId, { only: id })) === 0) throw new Refused('not-found', 'R3');
    });
  }

  @Mutation()
  async endOtherSessions(@Asks() asking: Asking): Promise<Ways> {
    return this.changes(asking, 'session.end', async (tx, actorId) => {
      await this.sessions.endOwn(tx, actorId, { allBut: asking.sessionId as string });
    });
  }

  @Mutation()
  async removeCard(@Asks() asking: Asking, @Args('sure') sure?: boolean | null): Promise<Ways> {
    return this.removes(asking, sure, (tx, actorId) => this.cards.takeAway(tx, actorId));
  }

  @Mutation()
  async removeEmail(@Asks() asking: Asking, @Args('sure') sure?: boolean | null): Promise<Ways> {
    return this.removes(asking, sure, (tx, actorId) => this.people.takeAddress(tx, actorId));
  }

  @Mutation()
  async removeOrganisationSignIn(@Asks() asking: Asking, @Args('id') id: string, @Args('sure') sure?: boolean | null): Promise<Ways> {
    return this.removes(asking, sure, async (tx, actorId) => isId(id) && this.organisations.takeAway(tx, actorId, id));
  }

  // The last way is not taken away unasked; the whole transaction is taken back.
  private removes(asking: Asking, sure: boolean | null | undefined, take: (tx: Tx, actorId: string) => Promise<boolean>): Promise<Ways> {
    return this.changes(asking, 'way.remove', async (tx, actorId) => {
      if (!(await take(tx, actorId))) throw new Refused('not-found', 'R3');
      if (sure !== true && (await this.people.isWithoutWay(tx, actorId))) throw new Refused('way/last', 'E5');
    });
  }

  private async changes(asking: Asking, verb: 'session.end' | 'way.remove', save: (tx: Tx, actorId: string) => Promise<void>): Promise<Ways> {
    const { actorId } = asking;
    if (actorId === null) throw new Refused('session/none', verb === 'session.end' ? 'E2' : 'E5');
    await this.writer.change(asking, {
      verb,
      load: async (tx) => {
        await this.people.hold(tx, actorId);
        return { allianceId: null, thing: {} };
      },
      save: (tx) => save(tx, actorId),
      note: () => ({ subjectKind: 'person', subjectId: actorId }),
    });
    return { actorId };
  }
}
