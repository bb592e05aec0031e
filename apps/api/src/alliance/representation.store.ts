import { Injectable } from '@nestjs/common';
import type { Mandate } from '@samsyn/domain/alliance/mandate';
import { byName } from '@samsyn/domain/shared/alphabet';
import type { ActorKind } from '@samsyn/domain/shared/enums';
import type { ActorRow } from '../core/actors.js';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';

/** A named person speaks for an organisation or alliance here. */
export interface RepresentationRow {
  readonly id: string;
  readonly participationId: string;
  readonly person: ActorRow;
  readonly mandate: string;
  readonly until: string | null;
  readonly since: string;
}

interface Row {
  id: string;
  participation_id: string;
  person_id: string;
  kind: ActorKind;
  name: string;
  invented: boolean;
  mandate: string;
  until: string | null;
  since: string;
}

/** Who speaks for whom. A mandate is shown, and grants nothing in the software [L5]. */
@Injectable()
export class RepresentationStore {
  constructor(private readonly db: Database) {}

  /** Those who speak for a participation now, in the order of the alphabet. Gathered. */
  of(asking: Pick<Asking, 'gather'>, participationId: string): Promise<RepresentationRow[]> {
    return asking.gather.many('representation.of', participationId, async (ids: string[]) => {
      const rows = await this.db.rows<Row>('representation.of', representationsSql, [ids]);
      return grouped(rows.map(toRepresentation).sort((one, two) => byName(one.person, two.person)), (row) => row.participationId);
    });
  }

  /** The organisations and alliances a person speaks for in an alliance. Gathered. */
  spokenFor(asking: Pick<Asking, 'gather'>, allianceId: string, personId: string): Promise<ActorRow[]> {
    return asking.gather.many('representation.spokenFor', `${allianceId} ${personId}`, async (keys: string[]) => {
      const alliances = keys.map((key) => key.slice(0, 36));
      const people = keys.map((key) => key.slice(37));
      const rows = await this.db.rows<ActorRow & { key: string }>('representation.spokenFor', spokenForSql, [alliances, people]);
      const sorted = rows.sort(byName);
      return new Map([...grouped(sorted, (row) => row.key)].map(([key, all]) => [key, all.map(({ key: _key, ...actor }) => actor)]));
    });
  }

  /** Somebody speaks for it from now on; saying it again says it in new words. */
  async add(tx: Tx, participationId: string, personId: string, given: Mandate, at: string): Promise<string> {
    const until = given.until === null ? null : new Date(`${given.until}T00:00:00Z`);
    const held = await tx.representation.findFirst({ where: { participationId, personId, endedAt: null }, select: { id: true } });
    if (held) {
      await tx.representation.update({ where: { id: held.id }, data: { mandate: given.mandate, until } });
      return held.id;
    }
    return (await tx.representation.create({ data: { participationId, personId, mandate: given.mandate, until, since: at } })).id;
  }

  /** A representation by id, as it is now. */
  async byId(tx: Tx, id: string): Promise<{ id: string; participationId: string; personId: string; ended: boolean } | null> {
    const rows = await tx.$queryRaw<{ id: string; participation_id: string; person_id: string; ended_at: Date | null }[]>`
      SELECT id, participation_id, person_id, ended_at FROM representation WHERE id = ${id}::uuid`;
    const row = rows[0];
    return row ? { id: row.id, participationId: row.participation_id, personId: row.person_id, ended: row.ended_at !== null } : null;
  }

  /** Ends one. */
  async end(tx: Tx, id: string, at: string): Promise<void> {
    await tx.representation.update({ where: { id }, data: { endedAt: at } });
  }

  /** Ends all that a person holds in an alliance, as when they leave. */
  async endAll(tx: Tx, allianceId: string, personId: string, at: string): Promise<number> {
    return tx.$executeRaw`
      UPDATE representation r SET ended_at = ${at}::timestamptz FROM participation p
       WHERE p.id = r.participation_id AND p.alliance_id = ${allianceId}::uuid AND r.person_id = ${personId}::uuid AND r.ended_at IS NULL`;
  }
}

function toRepresentation(row: Row): RepresentationRow {
  return {
    id: row.id,
    participationId: row.participation_id,
    person: { id: row.person_id, kind: row.kind, name: row.name, invented: row.invented },
    mandate: row.mandate,
    until: row.until,
    since: row.since,
  };
}

const representationsSql = `
  SELECT r.id, r.participation_id, r.person_id, a.kind, a.name, a.invented, r.mandate, r.until, r.since
    FROM representation r JOIN actor a ON a.id = r.person_id
   WHERE r.participation_id = ANY($1::uuid[]) AND r.ended_at IS NULL`;

const spokenForSql = `
  SELECT DISTINCT asked.alliance_id || ' ' || asked.person_id AS key, a.id, a.kind, a.name, a.invented
    FROM unnest($1::uuid[], $2::uuid[]) AS asked(alliance_id, person_id)
    JOIN representation r ON r.person_id = asked.person_id AND r.ended_at IS NULL
    JOIN participation p ON p.id = r.participation_id AND p.alliance_id = asked.alliance_id AND p.standing = 'TAKES_PART'
    JOIN actor a ON a.id = p.actor_id`;
