import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { outside } from '@samsyn/domain/ledger/chain';
import type { Given } from '@samsyn/domain/ledger/checking';
import { readReceipt, receiptCode } from '@samsyn/domain/ledger/receipt';
import { may } from '@samsyn/domain/rights/rights';
import { AllianceStore, type AllianceRow } from '../alliance/alliance.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { byKey } from '../core/gather.js';
import { must } from '../core/refusal.js';
import { placeIn, type Place } from '../core/standing.js';
import { Haste } from '../session/haste.js';
import { Checking } from './checking.js';
import { CheckingStore, type CheckRow } from './checking.store.js';
import { digest } from './digest.js';
import { given } from './giving.js';

/** A ledger of somebody who may read its alliance. */
interface Ledger {
  readonly chain: string;
}

/** The ledger of an alliance, for all who may read it. */
@Resolver('Alliance')
export class LedgerOfAllianceResolver {
  @ResolveField()
  ledger(@Parent() alliance: AllianceRow): Ledger {
    return { chain: alliance.id };
  }
}

/** A ledger and its entries. */
@Resolver('Ledger')
export class LedgerResolver {
  constructor(
    private readonly db: Database,
    private readonly store: CheckingStore,
  ) {}

  @ResolveField()
  async head(@Parent() { chain }: Ledger, @Asks() asking: Asking): Promise<{ number: number; hash: string } | null> {
    return (await this.reads(asking, chain)) ? this.store.head(chain) : null;
  }

  @ResolveField()
  async lastCheck(@Parent() { chain }: Ledger, @Asks() asking: Asking): Promise<CheckRow | null> {
    return (await this.reads(asking, chain)) ? this.store.last(chain) : null;
  }

  @ResolveField()
  async entries(@Parent() { chain }: Ledger, @Asks() asking: Asking, @Args('first') first?: number, @Args('after') after?: number): Promise<Given[]> {
    const place = await this.reads(asking, chain);
    if (place === null) return [];
    const entries = await this.store.entries(chain, Math.max(0, after ?? 0), Math.min(Math.max(1, first ?? 500), 500));
    return entries.map((entry) => given(entry, place.standing === 'TAKES_PART'));
  }

  // Whoever is invited to a closed alliance, or asks to come in, is told its name and nothing of what is in it [L2].
  private async reads(asking: Asking, chain: string): Promise<Place | null> {
    const place = await placeIn(this.db, asking, chain);
    return place !== null && may('alliance.read', place.standing, place.thing) ? place : null;
  }
}

/** The receipt of an act. */
@Resolver('Act')
export class ReceiptOfActResolver {
  constructor(private readonly store: CheckingStore) {}

  @ResolveField()
  async receipt(@Parent() { id }: { id: string }, @Asks() asking: Asking): Promise<string | null> {
    const place = await asking.gather.one('receipt', id, async (ids: string[]) => byKey(await this.store.placesOf(ids), (row) => row.id));
    return place === null ? null : receiptCode(place.number, place.head, digest);
  }
}

/** What a receipt was kept of. */
interface Kept {
  readonly code: string;
  readonly chain: string;
  readonly number: number;
  readonly ending: { readonly number: number; readonly hash: string };
}

/** What became of the entry a receipt was kept of [J6]. */
@Resolver('Receipt')
export class ReceiptResolver {
  constructor(
    private readonly store: CheckingStore,
    private readonly checking: Checking,
    private readonly alliances: AllianceStore,
    private readonly haste: Haste,
  ) {}

  @Query()
  async receipt(@Asks() asking: Asking, @Args('code') code: string): Promise<Kept | null> {
    const { number, from, to } = must(readReceipt(code.slice(0, 300), digest));
    await this.haste.count('receipt', asking.from);
    const ending = await this.store.ending(from, to);
    return ending === null || ending.number < number ? null : { code: receiptCode(number, ending.hash, digest), chain: ending.chain, number, ending };
  }

  @ResolveField()
  async verb(@Parent() { chain, number }: Kept): Promise<string | null> {
    return (await this.entry(chain, number))?.line?.verb ?? null;
  }

  @ResolveField()
  async at(@Parent() { chain, number }: Kept): Promise<string | null> {
    return (await this.entry(chain, number))?.line?.at ?? null;
  }

  @ResolveField()
  alliance(@Parent() { chain }: Kept, @Asks() asking: Asking): Promise<AllianceRow | null> | null {
    return chain === outside ? null : this.alliances.readable(asking, chain);
  }

  @ResolveField()
  async stands(@Parent() { chain, ending }: Kept): Promise<boolean> {
    return (await this.checking.check(chain, [ending])).faults.length === 0;
  }

  private async entry(chain: string, number: number) {
    const [entry] = await this.store.entries(chain, number - 1, 1);
    return entry?.number === number ? entry : undefined;
  }
}
