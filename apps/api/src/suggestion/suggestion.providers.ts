import { Carrying } from './carrying.js';
import { SettlingResolver } from './settling.resolver.js';
import { SuggestionResolver } from './suggestion.resolver.js';
import { SuggestionStore } from './suggestion.store.js';
import { Suggestions } from './suggestions.js';

/** What the slice hands to Nest. */
export const suggestionProviders = [SuggestionStore, Suggestions, Carrying, SuggestionResolver, SettlingResolver];
