import { HiddenWordsStore } from './hidden.words.store.js';
import { HidingActsResolver } from './hiding.acts.resolver.js';
import { HidingReadStore } from './hiding.read.store.js';
import { ContributionHidingsResolver, HidingResolver, PostHidingsResolver, QuestionHidingsResolver, SuggestionHidingsResolver } from './hiding.resolver.js';
import { HidingStore } from './hiding.store.js';

/** Everything this slice provides. */
export const moderationProviders = [
  HiddenWordsStore, HidingStore, HidingReadStore, HidingActsResolver, HidingResolver,
  ContributionHidingsResolver, PostHidingsResolver, QuestionHidingsResolver, SuggestionHidingsResolver,
];
