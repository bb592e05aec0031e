import { Checking } from './checking.js';
import { CheckingStore } from './checking.store.js';
import { LedgerErasingStore } from './erasing.store.js';
import { LedgerOfAllianceResolver, LedgerResolver, ReceiptOfActResolver, ReceiptResolver } from './ledger.resolver.js';
import { Sealer } from './sealer.js';
import { SealStore } from './seal.store.js';

/** What the slice hands to Nest. */
export const ledgerProviders = [SealStore, Sealer, LedgerErasingStore, CheckingStore, Checking, LedgerOfAllianceResolver, LedgerResolver, ReceiptOfActResolver, ReceiptResolver];
