import { MyDataStore } from './mydata.store.js';
import { OwnWords } from './ownWords.js';
import { Taking } from './taking.js';

/** What the slice hands to Nest. */
export const mydataProviders = [MyDataStore, OwnWords, Taking];
