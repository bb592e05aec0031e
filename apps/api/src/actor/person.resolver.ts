import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ParticipationStore, type ParticipationRow } from '../alliance/participation.store.js';
import { Asks, type Asking } from '../core/asking.js';
import type { PersonRow } from './person.store.js';

/** I, as I see myself. */
@Resolver('Person')
export class PersonResolver {
  constructor(private readonly participating: ParticipationStore) {}

  @ResolveField()
  participations(@Parent() person: PersonRow, @Asks() asking: Asking): Promise<ParticipationRow[]> {
    return this.participating.ofActor(asking, person.id);
  }
}
