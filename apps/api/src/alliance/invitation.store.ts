import { Injectable } from '@nestjs/common';
import type { InvitationWay, Visibility } from '@samsyn/domain/shared/enums';
import type { Language } from '@samsyn/domain/shared/refusals';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';
import { joinCode } from '../core/secrets.js';

/** A code that leads to an alliance. */
export interface InvitationRow {
  readonly id: string;
  readonly allianceId: string;
  readonly way: InvitationWay;
  readonly code: string;
  readonly email: string | null;
  readonly createdById: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly uses: number;
}

/** What a code that works leads to. */
export interface OpenDoor {
  readonly invitationId: string;
  readonly allianceId: string;
  readonly visibility: Visibility;
  readonly way: InvitationWay;
  readonly coordinates: boolean;
  readonly createdById: string;
}

/** What one sees before joining. */
export interface DoorRow {
  readonly allianceId: string;
  readonly name: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly worry: string;
  readonly visibility: Visibility;
  readonly peopleCount: number;
  readonly already: boolean;
  readonly coordinates: boolean;
}

interface Row {
  id: string;
  alliance_id: string;
  way: InvitationWay;
  code: string;
  email: string | null;
  created_by_id: string;
  created_at: string;
  expires_at: string | null;
  uses: number;
}

/** A letter's code works once and for thirty days; a link works until somebody revokes it. */
const works = `i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > now()) AND NOT (i.way = 'EMAIL' AND i.uses > 0)`;

/** Links, codes and letters that lead to an alliance. */
@Injectable()
export class InvitationStore {
  constructor(private readonly db: Database) {}

  /** Those that still work, latest first. Gathered. */
  ofAlliance(asking: Pick<Asking, 'gather'>, allianceId: string): Promise<InvitationRow[]> {
    return asking.gather.many('invitation.ofAlliance', allianceId, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('invitation.ofAlliance', invitationsSql, [ids]);
      return grouped(rows.map(toInvitation), (row) => row.allianceId);
    });
  }

  /**
   * What stands on the door a code leads to; null when the code does not work, for whatever reason.
   * A letter that has been used still leads home whoever takes part: the letter is what they have at hand.
   */
  door(code: string, actorId: string | null): Promise<DoorRow | null> {
    return this.db.row<DoorRow>('invitation.door', doorSql, [code, actorId]);
  }

  /** The door a code opens, held until the commit; null when the code does not work, for whatever reason. */
  async opened(tx: Tx, code: string): Promise<OpenDoor | null> {
    const rows = await tx.$queryRaw<OpenDoor[]>`
      SELECT i.id AS "invitationId", i.alliance_id AS "allianceId", l.visibility, i.way, i.coordinates, i.created_by_id AS "createdById"
        FROM invitation i JOIN alliance l ON l.id = i.alliance_id
       WHERE i.code = ${code} AND i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > now())
         AND NOT (i.way = 'EMAIL' AND i.uses > 0)
         FOR NO KEY UPDATE OF i`;
    return rows[0] ?? null;
  }

  /** Somebody came this way. */
  async used(tx: Tx, id: string): Promise<void> {
    await tx.invitation.update({ where: { id }, data: { uses: { increment: 1 } } });
  }

  /** Uses up the letters that led somebody here who came another way; gives what they asked of them. */
  answered(tx: Tx, allianceId: string, actorId: string): Promise<{ coordinates: boolean; createdById: string }[]> {
    return tx.$queryRaw<{ coordinates: boolean; createdById: string }[]>`
      UPDATE invitation i SET uses = 1 FROM address d
       WHERE d.actor_id = ${actorId}::uuid AND i.email = d.email AND i.alliance_id = ${allianceId}::uuid AND i.way = 'EMAIL'
         AND i.uses = 0 AND i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > now())
      RETURNING i.coordinates, i.created_by_id AS "createdById"`;
  }

  /** A link that leads here until it is revoked. */
  async addLink(tx: Tx, allianceId: string, createdById: string, language: Language, at: string): Promise<InvitationRow> {
    return this.add(tx, { allianceId, way: 'LINK', createdById, language, createdAt: at });
  }

  /** A letter's code, which works once. */
  async addLetter(tx: Tx, allianceId: string, createdById: string, language: Language, email: string, coordinates: boolean, at: string): Promise<InvitationRow> {
    const expiresAt = new Date(Date.parse(at) + thirtyDays).toISOString();
    return this.add(tx, { allianceId, way: 'EMAIL', createdById, language, email, coordinates, createdAt: at, expiresAt });
  }

  /** An invitation by id, held until the commit. */
  async held(tx: Tx, id: string): Promise<{ id: string; allianceId: string; revoked: boolean } | null> {
    const rows = await tx.$queryRaw<{ id: string; alliance_id: string; revoked_at: Date | null }[]>`
      SELECT id, alliance_id, revoked_at FROM invitation WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return rows[0] ? { id: rows[0].id, allianceId: rows[0].alliance_id, revoked: rows[0].revoked_at !== null } : null;
  }

  /** It leads nowhere from now on. */
  async revoke(tx: Tx, id: string, at: string): Promise<void> {
    await tx.invitation.update({ where: { id }, data: { revokedAt: at } });
  }

  /** Whoever has proved an address stands invited where letters to it lead. */
  async greet(tx: Tx, email: string, actorId: string, at: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO participation (alliance_id, actor_id, standing, invited_by_id, since)
      SELECT DISTINCT ON (i.alliance_id) i.alliance_id, ${actorId}::uuid, 'INVITED'::"Standing", i.created_by_id, ${at}::timestamptz
        FROM invitation i
       WHERE i.email = ${email} AND i.way = 'EMAIL' AND i.revoked_at IS NULL AND i.uses = 0 AND (i.expires_at IS NULL OR i.expires_at > now())
       ORDER BY i.alliance_id, i.created_at
      ON CONFLICT (alliance_id, actor_id) DO NOTHING`;
  }

  private async add(tx: Tx, given: Omit<Parameters<Tx['invitation']['create']>[0]['data'], 'code' | 'alliance'> & { allianceId: string }): Promise<InvitationRow> {
    const row = await tx.invitation.create({ data: { ...given, code: joinCode() } as never });
    return {
      id: row.id, allianceId: row.allianceId, way: row.way, code: row.code, email: row.email, createdById: row.createdById,
      createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt?.toISOString() ?? null, uses: row.uses,
    };
  }
}

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

function toInvitation(row: Row): InvitationRow {
  return {
    id: row.id, allianceId: row.alliance_id, way: row.way, code: row.code, email: row.email,
    createdById: row.created_by_id, createdAt: row.created_at, expiresAt: row.expires_at, uses: row.uses,
  };
}

const invitationsSql = `
  SELECT i.id, i.alliance_id, i.way, i.code, i.email, i.created_by_id, i.created_at, i.expires_at, i.uses
    FROM invitation i WHERE i.alliance_id = ANY($1::uuid[]) AND ${works}
   ORDER BY i.created_at DESC, i.id`;

const doorSql = `
  SELECT l.id AS "allianceId", a.name, l.purpose, l.ground_rules AS "groundRules", l.visibility, i.coordinates,
         coalesce((SELECT sentence FROM problem WHERE alliance_id = l.id ORDER BY named_at, id LIMIT 1), '') AS worry,
         (SELECT count(*) FROM participation p JOIN actor o ON o.id = p.actor_id
           WHERE p.alliance_id = l.id AND p.standing = 'TAKES_PART' AND o.kind = 'PERSON') AS "peopleCount",
         mine.already
    FROM invitation i
    JOIN alliance l ON l.id = i.alliance_id
    JOIN actor a ON a.id = l.id
   CROSS JOIN LATERAL (
     SELECT EXISTS (SELECT 1 FROM participation p WHERE p.alliance_id = l.id AND p.actor_id = $2::uuid AND p.standing = 'TAKES_PART') AS already) mine
   WHERE i.code = $1 AND (${works} OR (i.way = 'EMAIL' AND i.uses > 0 AND mine.already))`;
