import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { merging } from '@samsyn/domain/actor/merging';
import { howMany, letters } from '@samsyn/domain/actor/searching';
import { rightsOf, type Right, type Verb } from '@samsyn/domain/rights/rights';
import { byName } from '@samsyn/domain/shared/alphabet';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { asName } from '@samsyn/domain/shared/text';
import { AllianceStore, type AllianceRow } from '../alliance/alliance.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { must } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { MergingStore } from './merging.store.js';
import { OrganisationStore, type OrganisationRow } from './organisation.store.js';

const verbs: readonly Verb[] = ['organisation.add', 'organisation.rename', 'organisation.merge'];

/** Organisations and their departments. */
@Resolver('Organisation')
export class OrganisationResolver {
  constructor(
    private readonly store: OrganisationStore,
    private readonly mergers: MergingStore,
    private readonly alliancesOf: AllianceStore,
    private readonly writer: Writer,
  ) {}

  @Query()
  organisations(@Args('search') search: string, @Args('first') first?: number): Promise<OrganisationRow[]> {
    return this.store.search(must(letters(search)), howMany(first, 10));
  }

  @Query()
  async organisation(@Asks() asking: Asking, @Args('id') id: string): Promise<OrganisationRow | null> {
    return isId(id) ? this.store.one(asking, id.toLowerCase()) : null;
  }

  @ResolveField()
  parent(@Parent() organisation: OrganisationRow, @Asks() asking: Asking): Promise<OrganisationRow | null> {
    return this.store.one(asking, organisation.parentId);
  }

  @ResolveField()
  async departments(@Parent() organisation: OrganisationRow, @Asks() asking: Asking): Promise<OrganisationRow[]> {
    return [...(await this.store.departments(asking, organisation.id))].sort(byName);
  }

  @ResolveField()
  async merged(@Parent() organisation: OrganisationRow, @Asks() asking: Asking): Promise<OrganisationRow[]> {
    return [...(await this.store.merged(asking, organisation.id))].sort(byName);
  }

  @ResolveField()
  earlierNames(@Parent() organisation: OrganisationRow, @Asks() asking: Asking) {
    return this.store.earlierNames(asking, organisation.id);
  }

  @ResolveField()
  alliances(@Parent() organisation: OrganisationRow, @Asks() asking: Asking): Promise<AllianceRow[]> {
    return this.alliancesOf.ofActor(asking, organisation.id);
  }

  @ResolveField()
  rights(@Asks() asking: Asking): Right[] {
    return rightsOf(verbs, asking.actorId === null ? 'NOBODY' : 'OUTSIDE', {});
  }

  @Mutation()
  addOrganisation(@Asks() asking: Asking, @Args('name') name: string, @Args('parentId') parentId?: string | null): Promise<OrganisationRow> {
    return this.writer.change(asking, {
      verb: 'organisation.add',
      load: async (tx) => {
        if (!parentId) return { allianceId: null, thing: {}, parent: null };
        await this.store.addingAlone(tx);
        const parent = isId(parentId) ? await this.store.held(tx, parentId) : null;
        return parent && { allianceId: null, thing: {}, parent };
      },
      decide: () => asName(name, limits.name),
      save: async (tx, { parent }, called) => {
        if (await this.store.namesake(tx, called, parent?.id ?? null)) return must<OrganisationRow>(refuse('organisation/exists', { rule: 'A3' }));
        return this.store.add(tx, called, parent?.id ?? null, asking.actorId);
      },
      note: (_loaded, added) => ({ subjectKind: 'organisation', subjectId: added.id, detail: { name: added.name } }),
    });
  }

  @Mutation()
  renameOrganisation(@Asks() asking: Asking, @Args('id') id: string, @Args('name') name: string): Promise<OrganisationRow> {
    return this.writer.change(asking, {
      verb: 'organisation.rename',
      load: async (tx) => {
        const organisation = isId(id) ? await this.store.held(tx, id) : null;
        return organisation && { allianceId: null, thing: {}, organisation };
      },
      decide: ({ organisation }) => {
        const called = asName(name, limits.name);
        if (isRefusal(called)) return called;
        return called === organisation.name ? refuse('organisation/nothing-changed', { rule: 'A3' }) : called;
      },
      save: (tx, { organisation }, called, at) => this.store.rename(tx, organisation, called, asking.actorId, at),
      note: ({ organisation }, renamed) => ({ subjectKind: 'organisation', subjectId: renamed.id, detail: { before: organisation.name, after: renamed.name } }),
    });
  }

  @Mutation()
  mergeOrganisations(@Asks() asking: Asking, @Args('fromId') fromId: string, @Args('intoId') intoId: string): Promise<OrganisationRow> {
    return this.writer.change(asking, {
      verb: 'organisation.merge',
      load: async (tx) => {
        await this.mergers.alone(tx);
        const from = isId(fromId) ? await this.store.held(tx, fromId) : null;
        const into = isId(intoId) ? await this.store.held(tx, intoId) : null;
        if (!from || !into) return null;
        return { allianceId: null, thing: {}, from, into, ancestors: await this.store.ancestors(tx, into.id) };
      },
      decide: ({ from, into, ancestors }) => merging(from.id, into.id, ancestors),
      save: async (tx, { from, into }) => {
        await this.mergers.merge(tx, from.id, into.id);
        return into;
      },
      note: ({ from, into }) => ({ subjectKind: 'organisation', subjectId: into.id, detail: { from: from.id, name: from.name, into: into.name } }),
    });
  }
}
