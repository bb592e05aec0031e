import { BasisResolver, FramingBasisResolver, StanceSaidResolver } from './basis.resolver.js';
import { BasisStore } from './basis.store.js';
import { ContributionStandsResolver, FramingPassagesResolver } from './passage.resolver.js';
import { PassageStore } from './passage.store.js';
import { Stands } from './stands.js';

/** Everything this slice provides. */
export const passageProviders = [PassageStore, BasisStore, Stands, FramingPassagesResolver, ContributionStandsResolver, FramingBasisResolver, BasisResolver, StanceSaidResolver];
