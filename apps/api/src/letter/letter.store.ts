import { Injectable } from '@nestjs/common';
import type { Language } from '@samsyn/domain/shared/refusals';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

/** A letter to be sent. */
export interface Letter {
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
}

/** A letter that waits to be handed in. */
export interface WaitingLetter extends Letter {
  readonly id: string;
}

/** Letters: written together with the act they tell of, handed in after the commit [M2]. */
@Injectable()
export class LetterStore {
  constructor(private readonly db: Database) {}

  /** Writes letters in the act's own transaction: no act without its letter, no letter without its act. */
  async write(tx: Tx, letters: readonly Letter[]): Promise<void> {
    if (letters.length > 0) await tx.letter.createMany({ data: [...letters] });
  }

  /** The outbox, latest first. The address of a protected person is nobody else's. */
  outbox(first: number, forId: string | null): Promise<{ id: string; to: string; subject: string; body: string; at: string }[]> {
    return this.db.rows(
      'letter.outbox',
      `SELECT id, subject, body, created_at AS at, CASE
              WHEN EXISTS (SELECT FROM address d JOIN actor a ON a.id = d.actor_id WHERE d.email = letter.address AND a.protected AND a.id IS DISTINCT FROM $2::uuid)
              THEN '–' ELSE address END AS "to"
         FROM letter ORDER BY created_at DESC, id LIMIT $1`,
      [first, forId],
    );
  }

  /** Takes letters that wait; another server takes others. Each try comes later than the one before. */
  waiting(first: number): Promise<WaitingLetter[]> {
    return this.db.rows('letter.waiting', waitingSql, [first]);
  }

  /** The letter has been handed in. Its text, which may hold a link, leaves with it. */
  async sent(id: string): Promise<void> {
    await this.db.rows('letter.sent', `UPDATE letter SET sent_at = now(), body = '', failure = NULL WHERE id = $1::uuid`, [id]);
  }

  /** The letter could not be handed in; kept as a code, never as the text of an answer. */
  async failed(id: string, code: string): Promise<void> {
    await this.db.rows('letter.failed', 'UPDATE letter SET failure = $2 WHERE id = $1::uuid', [id, code]);
  }
}

const waitingSql = `
  UPDATE letter SET attempts = attempts + 1, next_at = now() + make_interval(secs => 15 * power(3, least(attempts, 7)))
   WHERE id IN (
     SELECT id FROM letter WHERE sent_at IS NULL AND next_at <= now() AND attempts < 10
      ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, address, subject, body, language`;
