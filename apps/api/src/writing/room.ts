import { Injectable } from '@nestjs/common';
import { whyNot } from '@samsyn/domain/rights/rights';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { Live, type Heard } from '../core/live.js';
import { isId, standingFrom } from '../core/standing.js';
import type { Seat } from './seat.js';
import { WritingStore, type Caller } from './writing.store.js';

/** What the door says: one writes, or one follows without writing. */
export interface Admitted {
  readonly writes: boolean;
  readonly name: string;
  readonly allianceId: string;
}

const judgeEveryMs = 2_000;

/** Who sits in which room. Whoever's standing changes is shown out, and is judged anew at the door. */
@Injectable()
export class Rooms {
  private readonly seats = new Set<Seat>();
  private readonly timer: NodeJS.Timeout;
  private changed: Promise<void> | null = null;

  constructor(
    private readonly store: WritingStore,
    live: Live,
  ) {
    live.on('everywhere', (entries) => this.hear(entries));
    // Not every change goes through this process: sessions run out, and another process may write.
    this.timer = setInterval(() => void this.judgeAll(), judgeEveryMs);
    this.timer.unref();
  }

  /** May this person enter, and how? */
  async admit(door: { framingId: string; actorId: string; sessionId: string }): Promise<Admitted | Refusal> {
    if (!isId(door.framingId)) return noRoom;
    const [caller] = await this.store.callers([door]);
    return caller === undefined ? noRoom : admitted(door.actorId, caller);
  }

  /** Takes a seat, from when on its holder's standing is watched. */
  take(seat: Seat): void {
    this.seats.add(seat);
  }

  /** Gives a seat up. */
  leave(seat: Seat): void {
    this.seats.delete(seat);
  }

  /** Stops watching. */
  close(): void {
    clearInterval(this.timer);
  }

  private hear(entries: readonly Heard[]): void {
    const touched = [...this.seats].some((seat) =>
      entries.some(({ allianceId, actorId, subjectId }) => allianceId === seat.allianceId || actorId === seat.actorId || subjectId === seat.actorId),
    );
    if (touched) void this.judgeAll();
  }

  // One judging at a time; what happens meanwhile is judged right after.
  private async judgeAll(): Promise<void> {
    const before = this.changed;
    if (before !== null) {
      await before;
      if (this.changed !== null) return this.changed;
    }
    this.changed = this.judge().finally(() => (this.changed = null));
    return this.changed;
  }

  private async judge(): Promise<void> {
    const seats = [...this.seats];
    if (seats.length === 0) return;
    let callers: Caller[];
    try {
      callers = await this.store.callers(seats);
    } catch {
      // The database is away: nothing can be written meanwhile either, and the timer asks again.
      return;
    }
    for (const [at, seat] of seats.entries()) {
      const caller = callers[at];
      const now = caller === undefined ? noRoom : admitted(seat.actorId, caller);
      if (isRefusal(now)) seat.line.refuse(now.refused);
      // What one may do has changed: the provider comes back at once and gets the other scope.
      // Under another name as well: what others were told goes with the seat, and does not wait for the next key.
      else if (now.writes !== seat.writes || now.name !== seat.name) seat.line.refuse('writing/no-room');
    }
  }
}

const noRoom = refuse('writing/no-room', { rule: 'R3' });

function admitted(actorId: string, caller: Caller): Admitted | Refusal {
  if (!caller.sessionStands || caller.name === null) return refuse('session/none', { rule: 'F2' });
  if (caller.allianceId === null || caller.visibility === null) return noRoom;
  const standing = standingFrom(actorId, caller.standing);
  const thing = { visibility: caller.visibility, ended: caller.ended === true };
  const place = { name: caller.name, allianceId: caller.allianceId };
  if (whyNot('framing.write', standing, thing) === null) return { ...place, writes: true };
  return whyNot('framing.read', standing, thing) === null ? { ...place, writes: false } : noRoom;
}
