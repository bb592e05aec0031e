import { EqualChecking } from './checking.js';
import { EqualResolver } from './equal.resolver.js';
import { EqualStore } from './equal.store.js';

/** All parts of the slice that checks equal terms. */
export const equalProviders = [EqualStore, EqualChecking, EqualResolver];
