import { MentionStore } from './mention.store.js';
import { ThreadStanding } from './standing.js';
import { TalkActsResolver } from './talk.acts.resolver.js';
import { ThreadLists } from './talk.lists.js';
import { ContributionThreadsResolver, FramingThreadsResolver, ThreadTotalResolver } from './talk.lists.resolver.js';
import { TalkReadStore } from './talk.read.store.js';
import { ThreadPostResolver, ThreadResolver } from './talk.resolver.js';
import { TalkStore } from './talk.store.js';
import { WaitingPage } from './waiting.page.js';
import { PersonWaitingResolver, WaitingResolver } from './waiting.resolver.js';

/** Everything this slice provides. */
export const talkProviders = [
  TalkStore, TalkReadStore, ThreadLists, TalkActsResolver, ThreadResolver, ThreadPostResolver,
  FramingThreadsResolver, ContributionThreadsResolver, ThreadTotalResolver,
  ThreadStanding, MentionStore, WaitingPage, PersonWaitingResolver, WaitingResolver,
];
