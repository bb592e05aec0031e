import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { howMany } from '@samsyn/domain/actor/searching';
import { note } from '@samsyn/domain/initiative/noting';
import { limits } from '@samsyn/domain/shared/limits';
import { asText } from '@samsyn/domain/shared/text';
import { OrganisationStore } from '../actor/organisation.store.js';
import { AllianceStore, type AllianceRow } from '../alliance/alliance.store.js';
import { actorBy, type ActorRow } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { InitiativeStore, type InitiativeRow } from './initiative.store.js';

/** What already goes on, so that it is seen before something new is formed [I1]. */
@Resolver('Initiative')
export class InitiativeResolver {
  constructor(
    private readonly db: Database,
    private readonly writer: Writer,
    private readonly store: InitiativeStore,
    private readonly organisations: OrganisationStore,
    private readonly alliances: AllianceStore,
  ) {}

  @Query()
  initiatives(@Args('search') search?: string | null, @Args('first') first?: number): Promise<InitiativeRow[]> {
    return this.store.search(must(asText(search ?? '', limits.search, true)) || null, howMany(first, 20));
  }

  @ResolveField()
  organisation(@Parent() initiative: InitiativeRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, initiative.organisationId);
  }

  @ResolveField()
  alliance(@Parent() initiative: InitiativeRow, @Asks() asking: Asking): Promise<AllianceRow | null> {
    return initiative.allianceId === null ? Promise.resolve(null) : this.alliances.readable(asking, initiative.allianceId);
  }

  @ResolveField()
  addedBy(@Parent() initiative: InitiativeRow, @Asks() asking: Asking): Promise<ActorRow | null> {
    return actorBy(this.db, asking, initiative.addedById);
  }

  @Mutation()
  noteInitiative(
    @Asks() asking: Asking,
    @Args('name') name: string,
    @Args('description') description: string,
    @Args('organisationId') organisationId?: string | null,
    @Args('url') url?: string | null,
  ): Promise<InitiativeRow> {
    return this.writer.change(asking, {
      verb: 'initiative.note',
      load: async (tx) => {
        if (!organisationId) return { allianceId: null, thing: {}, organisation: null };
        const organisation = isId(organisationId) ? await this.organisations.held(tx, organisationId) : null;
        return organisation && { allianceId: null, thing: {}, organisation };
      },
      decide: () => note({ name, description, url }),
      save: (tx, { organisation }, noted, at) => this.store.note(tx, noted, organisation?.id ?? null, asking.actorId, at),
      note: (_loaded, noted) => ({ subjectKind: 'initiative', subjectId: noted.id, detail: { name: noted.name } }),
    });
  }
}
