import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Settings, version } from './settings.js';

/** How this installation is set up, as far as everyone may know. */
@Resolver()
export class AboutResolver {
  constructor(private readonly settings: Settings) {}

  @Query()
  about() {
    return { examples: this.settings.examples, sendsLetters: this.settings.smtpUrl !== '', version };
  }

  @Mutation()
  nothing(): boolean {
    return true;
  }
}
