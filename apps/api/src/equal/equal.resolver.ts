import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Asks, type Asking } from '../core/asking.js';
import { Haste } from '../session/haste.js';
import { EqualChecking } from './checking.js';
import { EqualStore, type CheckRow } from './equal.store.js';

/** What the last check of equal terms found, and doing it anew. */
@Resolver()
export class EqualResolver {
  constructor(
    private readonly store: EqualStore,
    private readonly checking: EqualChecking,
    private readonly haste: Haste,
  ) {}

  @Query()
  equalCheck(): Promise<CheckRow | null> {
    return this.store.latest();
  }

  @Mutation()
  async checkEqualTerms(@Asks() asking: Asking): Promise<CheckRow> {
    await this.haste.count('equalCheck', asking.from);
    return this.checking.check();
  }
}
