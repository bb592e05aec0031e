import { Injectable } from '@nestjs/common';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { randomToken, sha256 } from '../core/secrets.js';
import { Settings } from '../core/settings.js';

/** The cookie that carries a session's token; nothing else is kept in the browser. */
export const sessionCookie = 'sid';

/** Who asks, as far as the session knows. */
export interface SessionFound {
  readonly actorId: string;
  readonly sessionId: string;
  /** What its cookie is to be set anew with, when it is time for that. */
  readonly renewal?: Renewal;
}

/** A session that is used stays: the cookie is set anew, for as long as one from the beginning. */
export interface Renewal {
  readonly token: string;
  readonly seconds: number;
}

/** A session that was just begun. */
export interface SessionBegun extends SessionFound {
  readonly token: string;
}

/** A session as its person sees it. */
export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly begunAt: string;
  readonly usedAt: string;
}

/**
 * Sessions by an opaque token of 256 bits, of which only the hash is stored: whoever reads the
 * database cannot step in as anybody, and ending a session ends it at once.
 */
@Injectable()
export class SessionStore {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /**
   * The session behind a Cookie header, if it stands. The database's clock decides.
   * `renewing`: the answer can carry a cookie; a socket's cannot, and must not use up the day's renewal.
   */
  async of(cookieHeader: string | undefined | null, renewing = false): Promise<SessionFound | null> {
    const token = cookieNamed(sessionCookie, cookieHeader);
    if (token === null || !/^[A-Za-z0-9_-]{20,100}$/.test(token)) return null;
    const { sessionDays } = this.settings;
    // Renewed at most once a day; where a session lasts no longer than that, half-way.
    const fresh = 24 * sessionDays - Math.min(24, 12 * sessionDays);
    const [row] = await this.db.rows<{ id: string; actor_id: string; rested: boolean; ageing: boolean }>(
      'session.of',
      `SELECT id, actor_id, last_used_at < now() - interval '1 hour' AS rested,
              expires_at < now() + make_interval(hours => $2::int) AS ageing
         FROM session WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > now()`,
      [sha256(token), fresh],
    );
    if (!row) return null;
    if (renewing && row.ageing) {
      await this.db.rows(
        'session.renew',
        'UPDATE session SET last_used_at = now(), expires_at = now() + make_interval(days => $2::int) WHERE id = $1 AND ended_at IS NULL',
        [row.id, sessionDays],
      );
      return { actorId: row.actor_id, sessionId: row.id, renewal: { token, seconds: this.seconds } };
    }
    if (row.rested) {
      // Noted at most once an hour, so that reading stays reading.
      await this.db.rows('session.used', 'UPDATE session SET last_used_at = now() WHERE id = $1', [row.id]);
    }
    return { actorId: row.actor_id, sessionId: row.id };
  }

  /** Begins a session and gives its token, which is told to the browser and then forgotten here. */
  async begin(tx: Tx, actorId: string, device = ''): Promise<SessionBegun> {
    const token = randomToken();
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO session (token_hash, actor_id, device, expires_at)
      VALUES (${sha256(token)}, ${actorId}::uuid, ${device}, now() + make_interval(days => ${this.settings.sessionDays}::int))
      RETURNING id`;
    return { actorId, sessionId: rows[0]?.id ?? '', token };
  }

  /** Lets the browser that asks carry the session, and lets the rest of this request know who it is. */
  enter(asking: Asking, begun: SessionBegun): void {
    asking.setCookie(sessionCookie, begun.token, this.seconds);
    Object.assign(asking, { actorId: begun.actorId, sessionId: begun.sessionId });
  }

  /** Lets the browser carry its session for as long again. */
  renew(asking: Asking, { token, seconds }: Renewal): void {
    asking.setCookie(sessionCookie, token, seconds);
  }

  private get seconds(): number {
    return this.settings.sessionDays * 24 * 60 * 60;
  }

  /** Somebody's sessions that stand, in the order they began. */
  standing(actorId: string): Promise<SessionRow[]> {
    return this.db.rows<SessionRow>(
      'session.standing',
      `SELECT id, device, created_at AS "begunAt", last_used_at AS "usedAt" FROM session
        WHERE actor_id = $1::uuid AND ended_at IS NULL AND expires_at > now() ORDER BY created_at, id`,
      [actorId],
    );
  }

  /** Ends one of somebody's own sessions, or all but the one that is named; how many were ended. */
  async endOwn(tx: Tx, actorId: string, which: { readonly only: string } | { readonly allBut: string }): Promise<number> {
    return 'only' in which
      ? tx.$executeRaw`UPDATE session SET ended_at = now() WHERE id = ${which.only}::uuid AND actor_id = ${actorId}::uuid AND ended_at IS NULL AND expires_at > now()`
      : tx.$executeRaw`UPDATE session SET ended_at = now() WHERE id <> ${which.allBut}::uuid AND actor_id = ${actorId}::uuid AND ended_at IS NULL AND expires_at > now()`;
  }

  /** Ends a session at once. */
  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.$executeRaw`UPDATE session SET ended_at = now() WHERE id = ${sessionId}::uuid AND ended_at IS NULL`;
  }
}

/** One cookie's value out of a Cookie header; null when it is not there. */
export function cookieNamed(name: string, header: string | undefined | null): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
