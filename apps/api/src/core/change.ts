import { Injectable } from '@nestjs/common';
import { rights, whyNot, type Thing, type Verb } from '@samsyn/domain/rights/rights';
import type { Capacity, Standing } from '@samsyn/domain/shared/enums';
import type { Refusal } from '@samsyn/domain/shared/refusal';
import { Prisma } from '../generated/prisma/client.js';
import type { Asking } from './asking.js';
import { Database } from './database.js';
import { Live, type Entry } from './live.js';
import { must, Refused } from './refusal.js';
import { now } from './secrets.js';
import { standingFrom } from './standing.js';

declare const made: unique symbol;
/** A transaction. Only change() can make one, and every store write asks for it first. */
export type Tx = Prisma.TransactionClient & { readonly [made]: true };

/** The thing an act is about, as its right needs to see it. */
export interface Loaded {
  readonly allianceId: string | null;
  readonly thing: Thing;
}

/** What the ledger keeps of an act. */
export interface Note {
  readonly verb?: string;
  readonly allianceId?: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** An act: load and lock, (decide), save, note. */
export interface Act<L extends Loaded, D, R> {
  readonly verb: Verb;
  load(tx: Tx): Promise<L | null>;
  decide?(loaded: L, at: string): D | Refusal;
  save(tx: Tx, loaded: L, decided: D, at: string, capacity: Capacity | null): Promise<R>;
  note(loaded: L, result: R): Note | readonly Note[];
}

/** The only way to write: transaction, load, whyNot, decide, save, ledger, commit; then the rest hears of it. */
@Injectable()
export class Writer {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  /** Does the act for the one who asks, or throws the refusal. */
  async change<L extends Loaded, D, R>(asking: Pick<Asking, 'actorId'>, act: Act<L, D, R>): Promise<R> {
    // Before anything is loaded, so that nobody can learn which ids there are [R3].
    if (asking.actorId === null && whyNot(act.verb, 'NOBODY', { visibility: 'OPEN' }) === 'session/none') throw new Refused('session/none', rights[act.verb].rule);
    const { result, entries } = await this.again(() => this.once(asking, act));
    this.live.tell(entries);
    return result;
  }

  private once<L extends Loaded, D, R>(asking: Pick<Asking, 'actorId'>, act: Act<L, D, R>): Promise<{ result: R; entries: Entry[] }> {
    return this.database.prisma.$transaction(async (client) => {
      const tx = client as Tx;
      const loaded = await act.load(tx);
      if (loaded === null) throw new Refused('not-found', 'R3');
      // After the lock: of two who wait for each other, the later one is also later by the clock.
      const at = now();
      const place = await this.place(tx, asking.actorId, loaded.allianceId);
      const code = whyNot(act.verb, standingFrom(asking.actorId, place.standing), { ...loaded.thing, ended: place.ended });
      // What may not be known of sounds the same to the last letter, whichever act it was [R3].
      if (code !== null) throw new Refused(code, code === 'not-found' ? 'R3' : rights[act.verb].rule);
      const decided = act.decide === undefined ? (undefined as D) : must(act.decide(loaded, at));
      const result = await act.save(tx, loaded, decided, at, place.capacity);
      const notes = [act.note(loaded, result)].flat() as Note[];
      const entries = notes.map((note): Entry => ({
        verb: note.verb ?? act.verb,
        allianceId: note.allianceId === undefined ? loaded.allianceId : note.allianceId,
        actorId: asking.actorId,
        capacity: place.capacity,
        subjectKind: note.subjectKind,
        subjectId: note.subjectId,
        detail: note.detail ?? {},
      }));
      await inLedger(tx, entries, at);
      return { result, entries };
    });
  }

  // Two acts that wait for each other: PostgreSQL lets one go on and ends the other, of which nothing was stored.
  private async again<T>(work: () => Promise<T>, tries = 3): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (tries <= 1 || !wasDeadlock(error)) throw error;
      return this.again(work, tries - 1);
    }
  }

  // The participation is held still until the commit: whoever leaves meanwhile is judged before or after, never
  // between. So is the alliance's going on: ending it waits for what has begun, and nothing begins meanwhile [L8].
  private async place(tx: Tx, actorId: string | null, allianceId: string | null) {
    if (allianceId === null) return { standing: null, capacity: null, ended: false };
    const rows = await tx.$queryRaw<{ standing: Standing | null; capacity: Capacity | null; ended: boolean }[]>`
      with here as (select ended_at is not null as ended from alliance where id = ${allianceId}::uuid for key share),
        mine as (select standing, capacity from participation where alliance_id = ${allianceId}::uuid and actor_id = ${actorId}::uuid for share)
      select mine.standing, mine.capacity, here.ended from here left join mine on true`;
    return rows[0] ?? { standing: null, capacity: null, ended: false };
  }
}

/** Writes entries to the ledger, in the act's own transaction [J1]. */
export async function inLedger(tx: Tx, entries: readonly Entry[], at: string): Promise<void> {
  const written = entries.map(({ detail, ...entry }) => ({ ...entry, at, content: JSON.stringify(detail) }));
  await tx.$executeRaw`select ledger_write(${JSON.stringify(written)}::jsonb)`;
}

function wasDeadlock(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || JSON.stringify(error.meta ?? {}).includes('40P01');
}
