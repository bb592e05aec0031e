import { MergingStore } from './merging.store.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationStore } from './organisation.store.js';
import { Naming } from './naming.store.js';
import { PersonResolver } from './person.resolver.js';
import { PersonStore } from './person.store.js';
import { NameAskResolver, NamedInResolver, ProtectedResolver } from './protected.resolver.js';
import { ProtectedStore } from './protected.store.js';

/** All parts of the actor slice. */
export const actorProviders = [PersonStore, OrganisationStore, MergingStore, PersonResolver, OrganisationResolver, ProtectedStore, Naming, ProtectedResolver, NameAskResolver, NamedInResolver];
