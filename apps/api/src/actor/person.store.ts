import { Injectable } from '@nestjs/common';
import type { Language } from '@samsyn/domain/shared/refusals';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { Prisma } from '../generated/prisma/client.js';

/** A person as they see themselves; the address is shown to nobody else. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly guest: boolean;
  readonly email: string | null;
  readonly invented: boolean;
}

// Everything that lets somebody come back from another device [E5].
const comesBackSql = `(EXISTS (SELECT FROM address WHERE actor_id = a.id) OR EXISTS (SELECT FROM recovery_card WHERE actor_id = a.id) OR EXISTS (SELECT FROM organisation_sign_in WHERE actor_id = a.id))`;

/** Persons, and the addresses of those who have one. */
@Injectable()
export class PersonStore {
  constructor(private readonly db: Database) {}

  /** A person by id, for themselves. */
  byId(id: string): Promise<(PersonRow & { comesBack: boolean }) | null> {
    return this.db.row(
      'person.byId',
      `SELECT a.id, a.name, a.guest, a.invented, d.email, ${comesBackSql} AS "comesBack"
         FROM actor a LEFT JOIN address d ON d.actor_id = a.id WHERE a.id = $1::uuid AND a.kind = 'PERSON'`,
      [id],
    );
  }

  /** The invented people of the examples, with what they say of themselves where they first took part. */
  invented(): Promise<(PersonRow & { about: string; capacity: string | null })[]> {
    return this.db.rows(
      'person.invented',
      `SELECT a.id, a.name, a.guest, a.invented, NULL AS email, coalesce(p.knows, '') AS about, p.capacity
         FROM actor a
         LEFT JOIN LATERAL (
           SELECT knows, capacity FROM participation
            WHERE actor_id = a.id AND standing = 'TAKES_PART' ORDER BY since, id LIMIT 1) p ON true
        WHERE a.invented AND a.kind = 'PERSON'`,
    );
  }

  /** A guest: a self-chosen name and no address. */
  async addGuest(tx: Tx, id: string, name: string, language: Language): Promise<void> {
    await tx.actor.create({ data: { id, kind: 'PERSON', name, guest: true, language } });
  }

  /** The person behind an address, held until the commit. */
  async byEmail(tx: Tx, email: string): Promise<{ id: string; name: string } | null> {
    const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT a.id, a.name FROM address d JOIN actor a ON a.id = d.actor_id WHERE d.email = ${email} FOR UPDATE OF d`;
    return rows[0] ?? null;
  }

  /** A person with an address that was just proved. Two who prove it at once become one. */
  async addWithAddress(tx: Tx, id: string, name: string, email: string, language: Language): Promise<string> {
    await tx.actor.create({ data: { id, kind: 'PERSON', name, language } });
    const owner = await this.giveAddress(tx, id, email);
    if (owner !== id) await tx.actor.delete({ where: { id } });
    return owner;
  }

  /** Gives a guest the address they proved, so that they can come back. Says whose the address is then. */
  async giveAddress(tx: Tx, id: string, email: string): Promise<string> {
    const given = await tx.$executeRaw`
      INSERT INTO address (actor_id, email) VALUES (${id}::uuid, ${email}) ON CONFLICT (email) DO NOTHING`;
    if (given === 0) return (await this.byEmail(tx, email))?.id ?? id;
    await tx.actor.update({ where: { id }, data: { guest: false } });
    return id;
  }

  /** A person who came by another way than an address. */
  async addPerson(tx: Tx, id: string, name: string, language: Language): Promise<void> {
    await tx.actor.create({ data: { id, kind: 'PERSON', name, language } });
  }

  /** Is this one of the real people? */
  async isReal(tx: Tx, id: string): Promise<boolean> {
    return (await tx.actor.count({ where: { id, kind: 'PERSON', invented: false } })) === 1;
  }

  /** Takes somebody's address away; it no longer leads to them. False when there was none. */
  async takeAddress(tx: Tx, id: string): Promise<boolean> {
    return (await tx.address.deleteMany({ where: { actorId: id } })).count > 0;
  }

  /** Holds a person still until the commit, so that of two who change their ways in one sees what the other did. */
  async hold(tx: Tx, id: string): Promise<void> {
    await tx.$queryRaw`SELECT id FROM actor WHERE id = ${id}::uuid FOR UPDATE`;
  }

  /** What somebody is called, for a letter. */
  async nameOf(tx: Tx, id: string): Promise<string> {
    return (await tx.actor.findUnique({ where: { id }, select: { name: true } }))?.name ?? '';
  }

  /** Is this one of the invented people? */
  async isInvented(tx: Tx, id: string): Promise<boolean> {
    return (await tx.actor.count({ where: { id, kind: 'PERSON', invented: true } })) === 1;
  }

  /** Is this a real person who has no address yet? */
  async lacksAddress(tx: Tx, id: string): Promise<boolean> {
    return (await tx.actor.count({ where: { id, kind: 'PERSON', invented: false, address: null } })) === 1;
  }

  /** Is this a real person who could not come back? */
  async isWithoutWay(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<{ stranded: boolean }[]>`
      SELECT NOT a.invented AND NOT ${Prisma.raw(comesBackSql)} AS stranded FROM actor a WHERE a.id = ${id}::uuid AND a.kind = 'PERSON'`;
    return rows[0]?.stranded === true;
  }

  /** What somebody is called from now on. */
  async rename(tx: Tx, id: string, name: string): Promise<{ before: string }> {
    const before = await tx.actor.findUniqueOrThrow({ where: { id }, select: { name: true } });
    // A protected person's name lies apart, and only there.
    const given = await tx.actor.updateMany({ where: { id, protected: false }, data: { name } });
    if (given.count === 0) await tx.$executeRaw`select keep_protected_name(${id}::uuid, ${name})`;
    return { before: before.name };
  }
}
