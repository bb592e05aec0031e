import { Database } from '../core/database.js';
import { Settings } from '../core/settings.js';
import { ActorCountResolver, AllianceBalanceResolver, FramingBalanceResolver } from './balance.resolver.js';
import { BalanceStore } from './balance.store.js';
import { ClaimResolver } from './claim.resolver.js';
import { ClaimStore } from './claim.store.js';
import { ContributionActsResolver } from './contribution.acts.resolver.js';
import { AllianceContributionsResolver, ContributionLists, ContributionTotalResolver, FramingContributionsResolver, PersonContributionsResolver } from './contribution.lists.resolver.js';
import { ContributionReadStore } from './contribution.read.store.js';
import { AuthorResolver, ContributionResolver, CorrectionResolver, MediaResolver } from './contribution.resolver.js';
import { ContributionStore } from './contribution.store.js';
import { AllianceImportsResolver, ImportResolver } from './import.resolver.js';
import { ImportRunner } from './import.runner.js';
import { ImportStore } from './import.store.js';
import { FolderMediaStore } from './media.folder.js';
import { PostgresMediaStore } from './media.postgres.store.js';
import { MediaRows } from './media.rows.store.js';
import { MediaStore } from './media.store.js';
import { MediaTidying } from './media.tidying.js';
import { Passages } from './passages.js';
import { QuestionResolver } from './question.resolver.js';

/** Everything this slice provides. */
export const contributionProviders = [
  ContributionStore, ContributionReadStore, ContributionLists, ContributionResolver, ContributionActsResolver, QuestionResolver, ClaimStore, ClaimResolver,
  AllianceContributionsResolver, FramingContributionsResolver, PersonContributionsResolver, ContributionTotalResolver,
  AuthorResolver, CorrectionResolver, MediaResolver, Passages,
  BalanceStore, AllianceBalanceResolver, FramingBalanceResolver, ActorCountResolver,
  MediaRows, MediaTidying, ImportStore, ImportRunner, ImportResolver, AllianceImportsResolver,
  {
    provide: MediaStore,
    inject: [Settings, Database],
    useFactory: (settings: Settings, database: Database): MediaStore =>
      settings.mediaDir === '' ? new PostgresMediaStore(database) : new FolderMediaStore(settings.mediaDir),
  },
];
