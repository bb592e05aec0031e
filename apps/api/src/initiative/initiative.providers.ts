import { InitiativeResolver } from './initiative.resolver.js';
import { InitiativeStore } from './initiative.store.js';

/** All parts of the initiative slice. */
export const initiativeProviders = [InitiativeStore, InitiativeResolver];
