import { Injectable } from '@nestjs/common';
import type { RoundSubject } from '@samsyn/domain/shared/enums';
import { AllianceEffects } from './alliance.store.js';
import type { Effect } from './effect.js';
import { TakingPartEffects } from './takingPart.store.js';
import { wordEffects } from './words.js';

/** What rounds bring about, by what they are about. */
@Injectable()
export class Effects {
  private readonly all = new Map<RoundSubject, Effect>();

  constructor(alliance: AllianceEffects, takingPart: TakingPartEffects) {
    for (const effect of [...wordEffects, ...alliance.all, ...takingPart.all]) this.add(effect);
  }

  /** Lets rounds be about something more. */
  add(effect: Effect): void {
    this.all.set(effect.subject, effect);
  }

  /** What a round of this sort brings about; null when nothing here can be decided so. */
  of(subject: RoundSubject): Effect | null {
    return this.all.get(subject) ?? null;
  }
}
