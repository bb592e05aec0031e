import { Module, type DynamicModule } from '@nestjs/common';
import { actorProviders } from './actor/actor.providers.js';
import { AlliancePageResolver } from './alliance/alliance.page.js';
import { allianceProviders } from './alliance/alliance.providers.js';
import { bringingProviders } from './bringing/bringing.providers.js';
import { contributionProviders } from './contribution/contribution.providers.js';
import { AboutResolver } from './core/about.resolver.js';
import { CoreModule } from './core/core.module.js';
import { graphql } from './core/graphql.js';
import { DayScalar, JsonScalar, TimeScalar } from './core/scalars.js';
import type { Settings } from './core/settings.js';
import { equalProviders } from './equal/equal.providers.js';
import { ExamplesStore } from './examples/examples.store.js';
import { Examples } from './examples/load.js';
import { decisionProviders } from './decision/decision.providers.js';
import { exportProviders } from './export/export.providers.js';
import { framingProviders } from './framing/framing.providers.js';
import { initiativeProviders } from './initiative/initiative.providers.js';
import { ledgerProviders } from './ledger/ledger.providers.js';
import { moderationProviders } from './moderation/moderation.providers.js';
import { mydataProviders } from './mydata/mydata.providers.js';
import { passageProviders } from './passage/passage.providers.js';
import { SessionModule } from './session/session.module.js';
import { sessionProviders } from './session/session.providers.js';
import { talkProviders } from './talk/talk.providers.js';
import { versionsProviders } from './versions/versions.providers.js';
import { suggestionProviders } from './suggestion/suggestion.providers.js';
import { WritingModule } from './writing/writing.module.js';

/** The list of slices, and nothing else. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(settings), SessionModule, WritingModule, graphql],
      providers: [
        TimeScalar, DayScalar, JsonScalar, AboutResolver,
        ...sessionProviders, ...actorProviders,
        ...allianceProviders, AlliancePageResolver,
        ...framingProviders, ...contributionProviders, ...initiativeProviders, ...versionsProviders, ...talkProviders, ...exportProviders, ...suggestionProviders,
        ...moderationProviders, ...decisionProviders, ...passageProviders, ...bringingProviders, ...mydataProviders, ...ledgerProviders,
        ...equalProviders,
        ExamplesStore, Examples,
      ],
    };
  }
}
