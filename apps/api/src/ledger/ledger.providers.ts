import { LedgerErasingStore } from './erasing.store.js';
import { Sealer } from './sealer.js';
import { SealStore } from './seal.store.js';

/** What the slice hands to Nest. */
export const ledgerProviders = [SealStore, Sealer, LedgerErasingStore];
