import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Fate } from '../writing/suggested.js';
import { Writing } from '../writing/writing.js';
import { SuggestionStore, type Owed } from './suggestion.store.js';

/**
 * Carries out in the text what has been decided. The decision is committed first; should the process end before the text
 * follows, it is carried out when the next one starts, or when somebody next looks. Twice is the same as once.
 */
@Injectable()
export class Carrying implements OnApplicationBootstrap {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly store: SuggestionStore,
    private readonly writing: Writing,
  ) {}

  onApplicationBootstrap(): void {
    void this.rest().catch(() => undefined);
  }

  /** Carries out everything decided in this framing; one at a time, and what is decided meanwhile right after. */
  out(framingId: string): Promise<void> {
    const before = this.running.get(framingId) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.once(framingId));
    const kept = mine.finally(() => {
      if (this.running.get(framingId) === kept) this.running.delete(framingId);
    });
    this.running.set(framingId, kept);
    return kept;
  }

  private async once(framingId: string): Promise<void> {
    const owed = await this.store.owed(framingId);
    // Each by the one who decided it: the log says who took words away.
    for (const [actorId, theirs] of byWhom(owed)) {
      const fates = new Map(theirs.map(({ id, state }): [string, Fate] => [id, state === 'ACCEPTED' ? 'accept' : 'decline']));
      const seq = await this.writing.carryOut(framingId, fates, actorId);
      await this.store.carried(framingId, [...fates.keys()], seq);
    }
  }

  private async rest(): Promise<void> {
    for (const framingId of new Set((await this.store.owed(null)).map((one) => one.framingId))) await this.out(framingId);
  }
}

function byWhom(owed: readonly Owed[]): Map<string | null, Owed[]> {
  const found = new Map<string | null, Owed[]>();
  for (const one of owed) found.set(one.settledById, [...(found.get(one.settledById) ?? []), one]);
  return found;
}
