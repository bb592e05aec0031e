import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { pseudonym } from '@samsyn/domain/ledger/chain';
import { begin, end, faultsOf, goOn, type Found, type Mark } from '@samsyn/domain/ledger/checking';
import { CheckingStore } from './checking.store.js';
import { digest } from './digest.js';

/** What a check of a chain found. */
export interface Checked {
  readonly chain: string;
  readonly number: number;
  readonly hash: string;
  readonly waiting: number;
  readonly faults: readonly Found[];
  readonly remarks: readonly Found[];
}

const lookMs = 60_000;

/** Goes through the ledgers of the running database, by the clock and when asked to [J3]. */
@Injectable()
export class Checking implements OnApplicationBootstrap, OnModuleDestroy {
  private clock: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly store: CheckingStore) {}

  onApplicationBootstrap(): void {
    this.clock = setInterval(() => void (this.running ??= this.allDue().catch(() => undefined).finally(() => (this.running = null))), lookMs);
    this.clock.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.clock);
    await this.running;
  }

  /** Goes through a whole chain, against what stood there at earlier checks and what somebody else has kept. */
  async check(chain: string, kept: readonly Mark[] = []): Promise<Checked> {
    let walk = begin(chain, [...kept, ...(await this.store.marks(chain))]);
    const { waiting, lost } = await this.store.unsealed(chain);
    for (;;) {
      const entries = await this.store.entries(chain, walk.number);
      if (entries.length === 0) break;
      walk = goOn(walk, entries.map((entry) => ({ ...entry, digest: null })), digest);
    }
    walk = end(walk, true);
    const people: Found[] = [];
    for (const { who, actorId, salt, isIts, number } of await this.store.people(chain)) {
      const isWhole = actorId === null || salt === null ? walk.erased.has(who) : isIts === true && salt.length === 32 && pseudonym(salt, chain, actorId, digest) === who;
      if (!isWhole) people.push({ number, why: 'person' });
    }
    const unsealed = Array.from({ length: lost }, (): Found => ({ number: walk.number, why: 'unsealed' }));
    return { chain, number: walk.number, hash: walk.hash, waiting, faults: [...faultsOf(walk), ...people, ...unsealed], remarks: walk.found.filter(({ why }) => why === 'time') };
  }

  /** The same, and keeps what was found for the page. */
  async checkAndKeep(chain: string, kept: readonly Mark[] = []): Promise<Checked> {
    const checked = await this.check(chain, kept);
    const { number, hash, faults, remarks } = checked;
    await this.store.keep(chain, { number, hash, faults: faults.length, remarks: remarks.length });
    return checked;
  }

  private async allDue(): Promise<void> {
    for (const chain of await this.store.due()) if (!this.stopped) await this.checkAndKeep(chain);
  }
}
