import { Injectable } from '@nestjs/common';
import { phraseLength, wordCount } from '@samsyn/domain/session/phrase';
import { randomInt, scrypt } from 'node:crypto';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';

// 16 MB and some 40 ms a try: whoever has the database and nothing else needs 2^54 of them for one card.
const cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/** Cards with six words. The words are told once and then forgotten here; a slow digest of them is kept [E1]. */
@Injectable()
export class CardStore {
  private salt: Promise<Buffer> | null = null;

  constructor(private readonly db: Database) {}

  /** The numbers of the words of a new card. */
  draw(): number[] {
    return Array.from({ length: phraseLength }, () => randomInt(wordCount));
  }

  /** The digest under which a phrase is found. A card says nothing but its words, hence one salt for all of an installation. */
  async digest(phrase: string): Promise<Uint8Array<ArrayBuffer>> {
    this.salt ??= this.db.row<{ salt: Buffer }>('card.salt', 'SELECT salt FROM card_salt').then((row) => {
      if (row === null) throw new Error('card_salt is empty');
      return row.salt;
    });
    const salt = await this.salt.catch((fault: unknown) => {
      this.salt = null;
      throw fault;
    });
    return new Promise((resolve, reject) => {
      scrypt(phrase, salt, 32, cost, (fault, key) => (fault ? reject(fault) : resolve(new Uint8Array(key))));
    });
  }

  /** Somebody's card from now on; the one before no longer leads to them. */
  async put(tx: Tx, actorId: string, hash: Uint8Array<ArrayBuffer>): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO recovery_card (actor_id, hash) VALUES (${actorId}::uuid, ${hash})
      ON CONFLICT (actor_id) DO UPDATE SET hash = excluded.hash, made_at = now()`;
  }

  /** Whose card this is, held until the commit: a card that is made anew meanwhile is worth nothing. */
  async ownerOf(tx: Tx, hash: Uint8Array<ArrayBuffer>): Promise<string | null> {
    const rows = await tx.$queryRaw<{ actor_id: string }[]>`SELECT actor_id FROM recovery_card WHERE hash = ${hash} FOR UPDATE`;
    return rows[0]?.actor_id ?? null;
  }

  /** Takes somebody's card away; false when there was none. */
  async takeAway(tx: Tx, actorId: string): Promise<boolean> {
    return (await tx.recoveryCard.deleteMany({ where: { actorId } })).count > 0;
  }

  /** When somebody made the card that holds; null when there is none. */
  async madeAt(actorId: string): Promise<string | null> {
    return (await this.db.row<{ madeAt: string }>('card.madeAt', 'SELECT made_at AS "madeAt" FROM recovery_card WHERE actor_id = $1::uuid', [actorId]))?.madeAt ?? null;
  }
}
