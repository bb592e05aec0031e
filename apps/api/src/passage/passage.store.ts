import { Injectable } from '@nestjs/common';
import type { PassageMark } from '@samsyn/domain/writing/textShape';
import type { ContributionState, Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';
import type { Stand } from '../writing/marks.js';

/** Where a contribution stands in a text, as it was last seen there. */
export interface PassageRow {
  readonly contributionId: string;
  readonly framingId: string;
  readonly quote: string;
  readonly here: boolean;
}

/** A mark that waits to be put on its words. */
export interface Placing {
  readonly id: number;
  readonly mark: PassageMark;
  readonly thingId: string;
  readonly anchor: unknown;
  readonly actorId: string | null;
}

/** A text and a contribution of the same alliance, for an act on both. */
export interface Pair {
  readonly allianceId: string;
  readonly visibility: Visibility;
  readonly state: ContributionState;
}

/** All SQL of contributions on the words of texts. */
@Injectable()
export class PassageStore {
  constructor(private readonly database: Database) {}

  /** A text and a contribution, held still until the commit; null when they are not of the same alliance. */
  async pair(tx: Tx, framingId: string, contributionId: string): Promise<Pair | null> {
    const rows = await tx.$queryRaw<Pair[]>`
      select f.alliance_id as "allianceId", a.visibility, c.state
      from framing f join alliance a on a.id = f.alliance_id join contribution c on c.id = ${contributionId}::uuid and c.alliance_id = f.alliance_id
      where f.id = ${framingId}::uuid for share of c`;
    return rows[0] ?? null;
  }

  /** Notes a mark that is to be put on words, and in the same act the words as they stand. */
  async place(tx: Tx, placing: { framingId: string; mark: PassageMark; thingId: string; words: unknown; actorId: string | null }): Promise<void> {
    const { framingId, mark, thingId, words, actorId } = placing;
    await tx.$executeRaw`
      insert into passage_waiting (framing_id, mark, thing_id, anchor, actor_id)
      values (${framingId}::uuid, ${mark}, ${thingId}::uuid, ${JSON.stringify({ words })}::jsonb, ${actorId}::uuid)`;
  }

  /** Keeps the words a contribution is put on. Where it stands on others already, those stay until the text is read. */
  async keepQuote(tx: Tx, framingId: string, contributionId: string, quote: string, at: string): Promise<void> {
    await tx.$executeRaw`
      insert into passage (framing_id, contribution_id, quote, at) values (${framingId}::uuid, ${contributionId}::uuid, ${quote}, ${at}::timestamptz)
      on conflict (framing_id, contribution_id) do update set quote = case when passage.here then passage.quote else excluded.quote end`;
  }

  /** What waits for this thing is no longer to be placed. */
  async unplace(tx: Tx, framingId: string, thingId: string): Promise<void> {
    await tx.$executeRaw`delete from passage_waiting where framing_id = ${framingId}::uuid and thing_id = ${thingId}::uuid`;
  }

  /** Everything of passages that hangs on a withdrawn contribution goes with it. Gives the texts it stood in. */
  async forget(tx: Tx, contributionId: string): Promise<string[]> {
    await tx.$executeRaw`delete from passage_waiting where thing_id = ${contributionId}::uuid or thing_id in (select id from basis where contribution_id = ${contributionId}::uuid)`;
    await tx.$executeRaw`delete from basis where contribution_id = ${contributionId}::uuid`;
    const stood = await tx.$queryRaw<{ id: string }[]>`delete from passage where contribution_id = ${contributionId}::uuid returning framing_id as id`;
    return stood.map(({ id }) => id);
  }

  /** What waits to be marked in a text, in the order it came. */
  waiting(framingId: string): Promise<Placing[]> {
    return this.database.rows<Placing>(
      'passage.waiting',
      'select id, mark, thing_id as "thingId", anchor, actor_id as "actorId" from passage_waiting where framing_id = $1 order by id limit 500',
      [framingId],
    );
  }

  /** The mark stands, or its words are gone; it waits no longer. */
  async placed(ids: readonly number[]): Promise<void> {
    await this.database.rows('passage.placed', 'delete from passage_waiting where id = any($1::bigint[])', [ids]);
  }

  /** The texts of these alliances that have been written in since their passages were looked for, or where something waits. */
  async stale(allianceIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>('passage.stale', staleSql, [allianceIds]);
    return rows.map(({ id }) => id);
  }

  /** Keeps where contributions and bases stand in a text at a position of its log; an earlier one changes nothing. */
  async keep(framingId: string, seq: number, cited: ReadonlyMap<string, readonly Stand[]>, bases: ReadonlyMap<string, readonly Stand[]>): Promise<void> {
    const [ids, quotes] = flat(cited);
    const [basisIds, basisQuotes] = flat(bases);
    await this.database.rows('passage.keep', keepSql, [framingId, seq, ids, quotes, basisIds, basisQuotes]);
  }

  /** Where contributions stand, the earliest text first. */
  of(asking: Asking, contributionId: string): Promise<PassageRow[]> {
    return asking.gather.many('passage.of', contributionId, async (ids: string[]) =>
      grouped(
        await this.database.rows<PassageRow>(
          'passage.of',
          'select contribution_id as "contributionId", framing_id as "framingId", quote, here from passage where contribution_id = any($1::uuid[]) order by at, framing_id',
          [ids],
        ),
        (row) => row.contributionId,
      ),
    );
  }
}

const longestQuote = 4_000;

function flat(stands: ReadonlyMap<string, readonly Stand[]>): [ids: string[], quotes: string[]] {
  const entries = [...stands];
  // Parted words are shown with a sign where others stand between them.
  return [entries.map(([id]) => id), entries.map(([, places]) => places.map(({ quote }) => quote).join(' … ').slice(0, longestQuote).toWellFormed())];
}

const staleSql = `
  select d.id from collab_document d left join passages_read r on r.framing_id = d.id
  where d.alliance_id = any($1::uuid[]) and (r.seq is distinct from d.head_seq or exists (select from passage_waiting p where p.framing_id = d.id))
  union
  select f.id from passage_waiting p join framing f on f.id = p.framing_id where f.alliance_id = any($1::uuid[])`;

// Only what is of the alliance of the text and stands is kept: an id in a text proves nothing [C12].
const keepSql = `
  with read as (
    insert into passages_read as r (framing_id, seq) values ($1, $2)
    on conflict (framing_id) do update set seq = excluded.seq where r.seq <= excluded.seq returning framing_id
  ), cited as (
    select c.id, g.quote from unnest($3::uuid[], $4::text[]) as g(id, quote)
    join contribution c on c.id = g.id and c.state = 'GIVEN' join framing f on f.id = $1 and f.alliance_id = c.alliance_id
    where exists (select from read)
  ), kept as (
    insert into passage (framing_id, contribution_id, quote, here) select $1, id, quote, true from cited
    on conflict (framing_id, contribution_id) do update set quote = excluded.quote, here = true
  ), gone as (
    update passage set here = false where framing_id = $1 and here and not contribution_id = any($3::uuid[]) and exists (select from read)
  ), resting as (
    update basis b set here = true, quote = g.quote from unnest($5::uuid[], $6::text[]) as g(id, quote)
    where b.id = g.id and b.framing_id = $1 and exists (select from read)
  )
  update basis set here = false where framing_id = $1 and here and not id = any($5::uuid[]) and exists (select from read)`;
