import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { seal } from '@samsyn/domain/ledger/chain';
import { Live } from '../core/live.js';
import { digest } from './digest.js';
import { SealStore } from './seal.store.js';

/** After an act its entries are sealed within a second; those of a process that died, by another one, within five. */
const soonMs = 800;
const lookMs = 4_000;

/** Numbers and chains the entries of the ledger, in batches, so that acts of one alliance need not wait for each other [J2]. */
@Injectable()
export class Sealer implements OnApplicationBootstrap, OnModuleDestroy {
  private soon: NodeJS.Timeout | null = null;
  private clock: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly store: SealStore,
    live: Live,
  ) {
    live.on('ledger', () => this.shortly());
  }

  onApplicationBootstrap(): void {
    this.running = this.store.findLost().catch(() => undefined);
    this.clock = setInterval(() => void this.look(), lookMs);
    this.clock.unref();
    this.shortly();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.clock);
    if (this.soon !== null) clearTimeout(this.soon);
    // What has been done here is sealed before one goes.
    await this.now().catch(() => undefined);
  }

  /** Seals everything committed so far, and is done when it is: for whoever wants a receipt at once. */
  now(): Promise<void> {
    const next = this.running.then(() => this.all(true));
    this.running = next.catch(() => undefined);
    return next;
  }

  private shortly(): void {
    if (this.soon !== null || this.stopped) return;
    this.soon = setTimeout(() => {
      this.soon = null;
      this.running = this.running.then(() => this.all(false)).catch(() => undefined);
    }, soonMs);
    this.soon.unref();
  }

  private async look(): Promise<void> {
    const waits = await this.store.isWaiting().catch(() => false);
    if (waits) this.shortly();
  }

  private async all(wait: boolean): Promise<void> {
    while (await this.store.next(({ lines, last }) => seal(lines, last, digest), wait));
  }
}
