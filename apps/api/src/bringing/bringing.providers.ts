import { BringingActs } from './bringing.acts.js';
import { AllianceBringingsResolver, BringingResolver } from './bringing.resolver.js';
import { BringingStore } from './bringing.store.js';
import { Records } from './records.js';

/** What the slice hands to Nest. */
export const bringingProviders = [BringingStore, Records, BringingActs, BringingResolver, AllianceBringingsResolver];
