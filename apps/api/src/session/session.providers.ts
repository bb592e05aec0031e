import { LetterStore } from '../letter/letter.store.js';
import { Post } from '../letter/post.js';
import { CardResolver } from './card.resolver.js';
import { CardStore } from './card.store.js';
import { Haste } from './haste.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationStore } from './organisation.store.js';
import { Provider } from './provider.js';
import { Rounds } from './rounds.js';
import { SessionResolver } from './session.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInStore } from './sign-in.store.js';
import { WaysResolver } from './ways.resolver.js';

/** All parts of stepping in, besides the sessions themselves; and the letters it needs. */
export const sessionProviders = [Haste, SignInStore, LetterStore, Post, SessionResolver, SignInResolver, CardStore, CardResolver, Provider, OrganisationStore, Rounds, OrganisationResolver, WaysResolver];
