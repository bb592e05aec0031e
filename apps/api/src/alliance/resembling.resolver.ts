import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { howMany } from '@samsyn/domain/actor/searching';
import { ask, type Index } from '@samsyn/domain/alliance/resembling';
import { limits } from '@samsyn/domain/shared/limits';
import { asText } from '@samsyn/domain/shared/text';
import { Asks, type Asking } from '../core/asking.js';
import { byKey } from '../core/gather.js';
import { must } from '../core/refusal.js';
import { InitiativeStore, type InitiativeRow } from '../initiative/initiative.store.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import { KeptIndexes } from './resembling.kept.js';

interface Similar {
  readonly alliance: AllianceRow;
  readonly worry: string;
  readonly because: readonly string[];
}

interface Texts {
  readonly index: Index;
  readonly byId: ReadonlyMap<string, { readonly text: string; readonly worry: string }>;
}

/** Alliances and initiatives that resemble a worry, among those the one who asks may find [L7]. */
@Resolver('Alliance')
export class ResemblingResolver {
  private readonly kept = new KeptIndexes();

  constructor(
    private readonly alliances: AllianceStore,
    private readonly initiatives: InitiativeStore,
  ) {}

  @Query()
  async resembling(@Asks() asking: Asking, @Args('worry') worry: string, @Args('first') first?: number) {
    const query = must(asText(worry, limits.sentence));
    const count = howMany(first, 3);
    const [alliances, initiatives] = await Promise.all([this.like(asking, query, count, null), this.initiativesLike(query, count)]);
    return { alliances, initiatives };
  }

  @ResolveField()
  async similar(@Parent() alliance: AllianceRow, @Asks() asking: Asking, @Args('first') first?: number): Promise<Similar[]> {
    if (alliance.sight !== 'ALL') return [];
    const texts = await this.texts(asking);
    const own = texts?.byId.get(alliance.id);
    const query = own?.text ?? `${alliance.name}\n${alliance.purpose}`;
    return this.like(asking, query, howMany(first, 3), alliance.id);
  }

  private async like(asking: Asking, query: string, first: number, except: string | null): Promise<Similar[]> {
    const texts = await this.texts(asking);
    if (texts === null) return [];
    const found = ask(texts.index, query, first + 1).filter(({ id }) => id !== except).slice(0, first);
    const similar = await Promise.all(
      found.map(async ({ id, because }): Promise<Similar | null> => {
        const alliance = await this.alliances.one(asking, id);
        return alliance && { alliance, worry: texts.byId.get(id)?.worry ?? '', because };
      }),
    );
    return similar.filter((one) => one !== null);
  }

  // Read and made ready once per request, however many alliances ask.
  private texts(asking: Asking): Promise<Texts | null> {
    return asking.gather.one('alliance.texts', 'all', async () => {
      const rows = await this.alliances.texts(asking);
      return new Map([['all', { index: this.kept.of(rows), byId: byKey(rows, (row) => row.id) }]]);
    });
  }

  private async initiativesLike(query: string, first: number): Promise<{ initiative: InitiativeRow; because: readonly string[] }[]> {
    const rows = await this.initiatives.texts();
    const found = ask(this.kept.of(rows), query, first);
    const known = byKey(await this.initiatives.byIds(found.map(({ id }) => id)), (row) => row.id);
    return found.flatMap(({ id, because }) => {
      const initiative = known.get(id);
      return initiative === undefined ? [] : [{ initiative, because }];
    });
  }
}
