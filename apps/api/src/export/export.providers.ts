import { ExportStore } from './export.store.js';
import { Files } from './files.js';
import { Gathering } from './gathering.js';
import { Signing } from './signing.js';

/** What the slice hands to Nest. */
export const exportProviders = [ExportStore, Gathering, Signing, Files];
