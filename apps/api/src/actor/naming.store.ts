import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';

/** A place where somebody wrote a name. */
export interface NamedInRow {
  readonly what: string;
  readonly allianceId: string;
  readonly byId: string | null;
  readonly path: string;
}

/** Finds where a person's name stands in what people wrote, so that those who wrote it can be asked to clear it [A11]. */
@Injectable()
export class Naming {
  constructor(private readonly db: Database) {}

  /** In alliances the person has part or had part in; in the order of kind and place. */
  of(personId: string, name: string): Promise<NamedInRow[]> {
    return this.db.rows<NamedInRow>('naming.of', namedSql, [personId, name]);
  }
}

// A name is found as it was written, whatever the case; a short one may be found in other words too, and is shown all the same.
const has = (...columns: string[]) => `(${columns.map((column) => `strpos(lower(${column}), lower($2::text)) > 0`).join(' or ')})`;

const namedSql = `
  with mine as (select alliance_id as id from participation where actor_id = $1::uuid),
  named as (
    select 'contribution' as what, c.alliance_id, coalesce(c.written_down_by_id, (select x.actor_id from contribution_author x where x.contribution_id = c.id and x.position = 0)) as by_id, '/c/' || c.id as path
      from contribution c join mine on mine.id = c.alliance_id where ${has('c.text', "coalesce(c.telling::text, '')", "coalesce(c.source_text, '')", "coalesce(c.stated_author, '')", "coalesce(c.quote, '')")}
    union all
    select 'question', c.alliance_id, q.asked_by_id, '/c/' || c.id
      from question q join contribution c on c.id = q.contribution_id join mine on mine.id = c.alliance_id where ${has('q.text', "coalesce(q.answer, '')")}
    union all
    select 'thread', t.alliance_id, p.said_by_id, '/t/' || t.id
      from thread_post p join thread t on t.id = p.thread_id join mine on mine.id = t.alliance_id where ${has('p.text')}
    union all
    select 'framing', f.alliance_id, null, '/f/' || f.id
      from framing f join mine on mine.id = f.alliance_id left join framing_reading r on r.framing_id = f.id
      where ${has('f.name', 'f.belongs', 'f.outside', 'f.for_whom', 'f.unknown', 'f.norms', "coalesce(r.plain, '')")}
    union all
    select 'problem', p.alliance_id, p.named_by_id, '/a/' || p.alliance_id
      from problem p join mine on mine.id = p.alliance_id where ${has('p.sentence')}
    union all
    select 'alliance', a.id, null, '/a/' || a.id
      from alliance a join mine on mine.id = a.id where ${has('a.purpose', 'a.ground_rules')}
    union all
    select 'participation', p.alliance_id, p.actor_id, '/a/' || p.alliance_id
      from participation p join mine on mine.id = p.alliance_id where ${has('p.knows', 'p.reason')})
  select what, alliance_id as "allianceId", by_id as "byId", path from named order by what, path limit 200`;
