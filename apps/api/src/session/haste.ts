import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Asking } from '../core/asking.js';
import { Refused } from '../core/refusal.js';

const minutes = 60;
const hours = 60 * minutes;

/**
 * How often something may be done. A workshop shares one address, so what sixty phones do at once
 * with a code that works is never refused; only wrong codes and links are counted against an address [L3 M1].
 * Kept in memory: where somebody asks from is never stored.
 */
const allowed = {
  /** Wrong codes from one place: 600 in ten minutes, ten for each phone, against 2^40 codes. */
  wrongCode: { points: 600, duration: 10 * minutes },
  /** New guests from one place. */
  guest: { points: 300, duration: 10 * minutes },
  /** Sign-in letters asked for from one place; how many one address gets is counted with the links. */
  signIn: { points: 300, duration: hours },
  /** Receipts looked up from one place: each goes through a whole ledger. */
  receipt: { points: 300, duration: 10 * minutes },
  /** Sign-in links that do not work, from one place. */
  wrongLink: { points: 600, duration: 10 * minutes },
  /** Goings over to an organisation's sign-in, from one place. */
  round: { points: 300, duration: 10 * minutes },
  /** Words that are on no card, from one place: 600 in ten minutes against 2^54. */
  wrongPhrase: { points: 600, duration: 10 * minutes },
  /** Cards that one person makes: each costs the server some work. */
  card: { points: 20, duration: hours },
  /** What one person hides or shows again. */
  hiding: { points: 30, duration: hours },
  /** The same from one place: guests cost nothing, so that a limit for each person alone would be none. */
  hidingFrom: { points: 300, duration: hours },
  /** Letters that one person has sent. */
  letter: { points: 300, duration: 24 * hours },
  /** Letters sent from one place: guests cost nothing, so that a limit for each person alone would be none. */
  lettersFrom: { points: 2_000, duration: 24 * hours },
  /** Downloads of everything about oneself: each reads much. */
  mine: { points: 20, duration: hours },
  /** Checks of equal terms asked for from one place: each looks through much. */
  equalCheck: { points: 60, duration: hours },
  /** Invitations to one address: nobody is to be flooded by many. */
  lettersTo: { points: 20, duration: 24 * hours },
} as const;

/** What is done too hastily. */
export type Hasty = keyof typeof allowed;

/** Refuses what comes too fast. */
@Injectable()
export class Haste {
  private readonly limits = new Map(Object.entries(allowed).map(([what, limit]) => [what, new RateLimiterMemory({ keyPrefix: what, ...limit })]));

  /** Counts it, and refuses when it was too often. */
  async count(what: Hasty, who: string, times = 1): Promise<void> {
    if (times === 0) return;
    await this.limits.get(what)?.consume(who, times).catch(() => {
      throw new Refused('request/too-many', 'G4');
    });
  }

  /** Counts letters of somebody, to each address and from where they are. */
  async letters(asking: Pick<Asking, 'actorId' | 'from'>, emails: readonly string[]): Promise<void> {
    await this.count('letter', asking.actorId ?? '', emails.length);
    await this.count('lettersFrom', asking.from, emails.length);
    for (const email of emails) await this.count('lettersTo', email);
  }

  /** Refuses when it was too often already, without counting. */
  async look(what: Hasty, who: string): Promise<void> {
    const seen = await this.limits.get(what)?.get(who);
    if (seen && seen.remainingPoints <= 0) throw new Refused('request/too-many', 'G4');
  }

  /** Forgets what was counted of somebody. */
  async forget(what: Hasty, who: string): Promise<void> {
    await this.limits.get(what)?.delete(who);
  }

  /** Counts it without refusing; the next look may. */
  async note(what: Hasty, who: string): Promise<void> {
    await this.limits.get(what)?.penalty(who);
  }
}
