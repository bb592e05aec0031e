import { Injectable } from '@nestjs/common';
import type { Description } from '@samsyn/domain/alliance/describing';
import { sight, type Sight } from '@samsyn/domain/alliance/sight';
import type { AskingStanding } from '@samsyn/domain/rights/rights';
import type { Standing, Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import type { Loaded, Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { isId, standingFrom } from '../core/standing.js';

/** An alliance as the one who asks sees it: what they may not read is empty here already. */
export interface AllianceRow {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly visibility: Visibility;
  readonly formedAt: string;
  readonly formedById: string | null;
  readonly example: boolean;
  readonly endedAt: string | null;
  readonly standing: AskingStanding;
  readonly sight: Sight;
}

/** An alliance held for an act. */
export interface HeldAlliance extends Loaded, Description {
  readonly allianceId: string;
  readonly thing: { readonly visibility: Visibility; readonly ended: boolean };
}

interface Row {
  id: string;
  name: string;
  purpose: string;
  ground_rules: string;
  visibility: Visibility;
  formed_at: string;
  formed_by_id: string | null;
  example: boolean;
  ended_at: string | null;
  standing: Standing | null;
}

/** Alliances, always read through the eyes of the one who asks. */
@Injectable()
export class AllianceStore {
  constructor(private readonly db: Database) {}

  /** An alliance by id, with what the one who asks sees of it; null when there is none. Gathered. */
  async one(asking: Asking, id: string | null | undefined): Promise<AllianceRow | null> {
    if (!id || !isId(id)) return null;
    return asking.gather.one('alliance', id.toLowerCase(), async (ids: string[]) => {
      const rows = await this.db.rows<Row>('alliance.one', `${columns} WHERE l.id = ANY($1::uuid[])`, [ids, asking.actorId]);
      return new Map(rows.map((row) => [row.id, toAlliance(row, asking)]));
    });
  }

  /** As `one`, but only what may be read whole. */
  async readable(asking: Asking, id: string): Promise<AllianceRow | null> {
    const alliance = await this.one(asking, id);
    return alliance?.sight === 'ALL' ? alliance : null;
  }

  /** Open alliances and one's own, latest first, after a place in the list. */
  async list(asking: Asking, search: string | null, first: number, after: Place | null): Promise<AllianceRow[]> {
    const rows = await this.db.rows<Row>('alliance.list', listSql, [asking.actorId, search, after?.at ?? null, after?.id ?? null, first]);
    return rows.map((row) => toAlliance(row, asking));
  }

  /** The alliances an actor takes part in that the one who asks may find. Gathered. */
  ofActor(asking: Asking, actorId: string): Promise<AllianceRow[]> {
    return asking.gather.many('alliance.ofActor', actorId, async (ids: string[]) => {
      const rows = await this.db.rows<Row & { of_id: string }>('alliance.ofActor', ofActorSql, [ids, asking.actorId]);
      const found = new Map<string, AllianceRow[]>(ids.map((id) => [id, []]));
      for (const row of rows) found.get(row.of_id)?.push(toAlliance(row, asking));
      return found;
    });
  }

  /** Every alliance the one who asks may find, as a text to compare worries with. */
  texts(asking: Pick<Asking, 'actorId'>): Promise<{ id: string; text: string; worry: string }[]> {
    return this.db.rows('alliance.texts', textsSql, [asking.actorId]);
  }

  /** An alliance held until the commit; 'alone' where one act must not pass another. */
  async held(tx: Tx, id: string, how: 'together' | 'alone' = 'together'): Promise<HeldAlliance | null> {
    if (!isId(id)) return null;
    if (how === 'alone') await tx.$executeRaw`SELECT 1 FROM alliance WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const rows = await tx.$queryRaw<(Row & { visibility: Visibility })[]>`
      SELECT l.id, a.name, l.purpose, l.ground_rules, l.visibility, l.ended_at
        FROM alliance l JOIN actor a ON a.id = l.id WHERE l.id = ${id}::uuid FOR SHARE OF l`;
    const row = rows[0];
    if (!row) return null;
    return {
      allianceId: row.id, thing: { visibility: row.visibility, ended: row.ended_at !== null },
      name: row.name, purpose: row.purpose, groundRules: row.ground_rules, visibility: row.visibility,
    };
  }

  /** Lets a new alliance stand. */
  async add(tx: Tx, id: string, formed: Description, formedById: string | null, at: string): Promise<void> {
    const { name, purpose, groundRules, visibility } = formed;
    await tx.actor.create({ data: { id, kind: 'ALLIANCE', name } });
    await tx.alliance.create({ data: { id, purpose, groundRules, visibility, formedById, formedAt: at } });
  }

  /** How the alliance describes itself from now on. */
  async describe(tx: Tx, id: string, description: Description): Promise<void> {
    const { name, purpose, groundRules, visibility } = description;
    await tx.actor.update({ where: { id }, data: { name } });
    await tx.alliance.update({ where: { id }, data: { purpose, groundRules, visibility } });
  }
}

/** A place in a list that is ordered by time and id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

function toAlliance(row: Row, asking: Pick<Asking, 'actorId'>): AllianceRow {
  const standing = standingFrom(asking.actorId, row.standing);
  const seen = sight(row.visibility, standing);
  const open = seen === 'ALL' || seen === 'DOOR';
  return {
    id: row.id,
    name: row.name,
    purpose: open ? row.purpose : '',
    groundRules: open ? row.ground_rules : '',
    visibility: row.visibility,
    formedAt: row.formed_at,
    formedById: open ? row.formed_by_id : null,
    example: row.example,
    endedAt: row.ended_at,
    standing,
    sight: seen,
  };
}

const fields = 'l.id, a.name, l.purpose, l.ground_rules, l.visibility, l.formed_at, l.formed_by_id, l.example, l.ended_at, p.standing';

const columns = `
  SELECT ${fields}
    FROM alliance l
    JOIN actor a ON a.id = l.id
    LEFT JOIN participation p ON p.alliance_id = l.id AND p.actor_id = $2::uuid`;

const listSql = `
  SELECT ${fields}
    FROM alliance l
    JOIN actor a ON a.id = l.id
    LEFT JOIN participation p ON p.alliance_id = l.id AND p.actor_id = $1::uuid
   WHERE (l.visibility = 'OPEN' OR p.standing = 'TAKES_PART')
     AND ($3::timestamptz IS NULL OR (l.formed_at, l.id) < ($3::timestamptz, $4::uuid))
     AND ($2::text IS NULL
       OR strpos(folded(a.name), folded($2)) > 0
       OR strpos(folded(l.purpose), folded($2)) > 0
       OR EXISTS (SELECT 1 FROM problem w WHERE w.alliance_id = l.id AND strpos(folded(w.sentence), folded($2)) > 0))
   ORDER BY l.formed_at DESC, l.id DESC
   LIMIT $5`;

const ofActorSql = `
  SELECT ${fields}, t.actor_id AS of_id
    FROM participation t
    JOIN alliance l ON l.id = t.alliance_id
    JOIN actor a ON a.id = l.id
    LEFT JOIN participation p ON p.alliance_id = l.id AND p.actor_id = $2::uuid
   WHERE t.actor_id = ANY($1::uuid[]) AND t.standing = 'TAKES_PART'
     AND (l.visibility = 'OPEN' OR p.standing = 'TAKES_PART')
   ORDER BY l.formed_at DESC, l.id DESC`;

const textsSql = `
  SELECT l.id, a.name || E'\\n' || l.purpose || E'\\n' || coalesce(w.all_sentences, '') AS text, coalesce(w.first_sentence, '') AS worry
    FROM alliance l
    JOIN actor a ON a.id = l.id
    LEFT JOIN participation p ON p.alliance_id = l.id AND p.actor_id = $1::uuid
    LEFT JOIN LATERAL (
      SELECT string_agg(sentence, E'\\n' ORDER BY named_at, id) AS all_sentences,
             (array_agg(sentence ORDER BY named_at, id))[1] AS first_sentence
        FROM problem WHERE alliance_id = l.id) w ON true
   WHERE l.visibility = 'OPEN' OR p.standing = 'TAKES_PART'
   ORDER BY l.formed_at DESC, l.id
   LIMIT 3000`;
