import { Injectable } from '@nestjs/common';
import type { Fields } from '@samsyn/domain/framing/framing';
import type { Standing, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { lineageRows, type LineageRange } from './lineageRange.js';
import { storable } from './render.js';

/** Somebody at the door of a room, as the database sees them now. */
export interface Caller {
  readonly name: string | null;
  readonly sessionStands: boolean;
  readonly allianceId: string | null;
  readonly visibility: Visibility | null;
  readonly ended: boolean | null;
  readonly standing: Standing | null;
}

/** Who stands at which door. */
export interface Door {
  readonly framingId: string;
  readonly actorId: string;
  readonly sessionId: string;
}

/** A text as it was last rendered, and how far its log has come. */
export interface StoredReading {
  readonly headSeq: number;
  readonly seq: number | null;
  readonly content: unknown;
  readonly plain: string | null;
  readonly fields: Record<string, string> | null;
  readonly at: string | null;
}

/** All SQL of rooms, clients and readings; the log and its snapshots have their own. */
@Injectable()
export class WritingStore {
  constructor(private readonly database: Database) {}

  /** How the callers stand, in the order given. */
  async callers(doors: readonly Door[]): Promise<Caller[]> {
    return this.database.rows<Caller>('writing.callers', callersSql, [
      doors.map(({ framingId }) => framingId),
      doors.map(({ actorId }) => actorId),
      doors.map(({ sessionId }) => sessionId),
    ]);
  }

  /** Binds clients that nobody has to this session, and gives every client of this actor in the text. */
  async bind({ framingId, actorId, sessionId }: Door, clientIds: readonly number[]): Promise<number[]> {
    await this.database.rows('writing.bind', bindSql, [framingId, actorId, sessionId, clientIds]);
    return this.clientsOf(framingId, actorId);
  }

  /** The clients of this actor in the text. The server's own clients have no session and are nobody's. */
  async clientsOf(framingId: string, actorId: string): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'writing.clientsOf',
      `select client_id as id from collab_client
       where document_id = $1 and actor_id = $2 and session_id is not null order by registered_at desc limit 2000`,
      [framingId, actorId],
    );
    return rows.map(({ id }) => id);
  }

  /** Is any of these clients somebody else's? */
  async areTaken(framingId: string, actorId: string, clientIds: readonly number[]): Promise<boolean> {
    const rows = await this.database.rows(
      'writing.areTaken',
      `select 1 from collab_client
       where document_id = $1 and client_id = any($3::bigint[]) and (actor_id is distinct from $2::uuid or session_id is null) limit 1`,
      [framingId, actorId, clientIds],
    );
    return rows.length > 0;
  }

  /** Notes a client of the server itself, under which it writes for somebody. */
  async bindServer(framingId: string, clientId: number, actorId: string | null): Promise<boolean> {
    const rows = await this.database.rows(
      'writing.bindServer',
      'insert into collab_client (document_id, client_id, actor_id) values ($1, $2, $3) on conflict do nothing returning 1',
      [framingId, clientId, actorId],
    );
    return rows.length > 0;
  }

  /** Keeps an update that was refused although somebody's browser held it, for people to look at. */
  async quarantine(framingId: string, actorId: string, update: Uint8Array, reason: string): Promise<void> {
    await this.database.rows('writing.quarantine', 'insert into collab_quarantine (document_id, actor_id, update, reason) values ($1, $2, $3, $4)', [
      framingId,
      actorId,
      Buffer.from(update),
      reason,
    ]);
  }

  /** Begins the log of a text with its first update, in the act that opens the framing. */
  async begin(tx: Tx, framingId: string, allianceId: string, first: { update: Uint8Array; clientId: number; lineage?: readonly LineageRange[] }, actorId: string | null): Promise<void> {
    await tx.$executeRaw`insert into collab_document (id, alliance_id, head_seq, bytes_since) values (${framingId}::uuid, ${allianceId}::uuid, 1, ${first.update.byteLength}::int)`;
    await tx.$executeRaw`insert into collab_client (document_id, client_id, actor_id) values (${framingId}::uuid, ${first.clientId}::bigint, ${actorId}::uuid)`;
    await tx.$executeRaw`insert into collab_update (document_id, seq, actor_id, origin, update) values (${framingId}::uuid, 1, ${actorId}::uuid, 'SYSTEM', ${Buffer.from(first.update)})`;
    if (first.lineage === undefined) return;
    await tx.$executeRaw`
      insert into collab_lineage (document_id, client_id, clock, len, actor_id, stated, quoted, reason, seq)
      select ${framingId}::uuid, l.client, l.clock, l.len, l."actorId", l.stated, l.quoted, l.reason, 1
      from jsonb_to_recordset(${JSON.stringify(lineageRows(1, first.lineage))}::jsonb) as l(client bigint, clock int, len int, "actorId" uuid, stated text, quoted boolean, reason text)`;
  }

  /** Takes a text away with all that is kept of it, in the act that takes its framing away; null when something was written in it. */
  async forgetUnwritten(tx: Tx, framingId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<{ headSeq: bigint }[]>`select head_seq as "headSeq" from collab_document where id = ${framingId}::uuid for update`;
    if (Number(rows[0]?.headSeq ?? 0) > 1) return false;
    await tx.$executeRaw`delete from collab_lineage where document_id = ${framingId}::uuid`;
    await tx.$executeRaw`delete from collab_update where document_id = ${framingId}::uuid`;
    await tx.$executeRaw`delete from collab_snapshot where document_id = ${framingId}::uuid`;
    await tx.$executeRaw`delete from collab_client where document_id = ${framingId}::uuid`;
    await tx.$executeRaw`delete from framing_reading where framing_id = ${framingId}::uuid`;
    await tx.$executeRaw`delete from collab_document where id = ${framingId}::uuid`;
    return true;
  }

  /** Begins the log of a framing that was brought in without one; whoever is second finds it begun. */
  async beginLate(framingId: string, make: (fields: Fields) => { update: Uint8Array; clientId: number }): Promise<void> {
    const [framing] = await this.database.rows<{ allianceId: string; openedById: string | null; fields: Fields }>('writing.framing', framingSql, [framingId]);
    if (framing === undefined) return;
    const { update, clientId } = make(framing.fields);
    await this.database.rows('writing.beginLate', beginLateSql, [framingId, framing.allianceId, framing.openedById, clientId, Buffer.from(update)]);
  }

  /** How far the logs of these texts have come. */
  heads(framingIds: readonly string[]): Promise<{ id: string; headSeq: number }[]> {
    return this.database.rows('writing.heads', 'select id, head_seq as "headSeq" from collab_document where id = any($1::uuid[])', [framingIds]);
  }

  /** The stored reading of a text, and how far its log has come; null when there is no log. */
  async reading(framingId: string): Promise<StoredReading | null> {
    const rows = await this.database.rows<StoredReading>('writing.reading', readingSql, [framingId]);
    return rows[0] ?? null;
  }

  /** Keeps a reading, unless a later one is there; gives the moment of its last row. */
  async keepReading(framingId: string, seq: number, content: string, plain: string, fields: Record<string, string>): Promise<string> {
    const rows = await this.database.rows<{ at: string }>('writing.keepReading', keepReadingSql, [framingId, seq, content, plain, JSON.stringify(fields)]);
    return rows[0]?.at ?? new Date().toISOString();
  }

  /** Keeps the words of suggestions that wait for an answer, to be shown if they are gone from the text one day. */
  async keepSuggested(framingId: string, suggestions: ReadonlyMap<string, { readonly before: string; readonly after: string }>): Promise<void> {
    const found = [...suggestions];
    await this.database.rows('writing.keepSuggested', keepSuggestedSql, [
      framingId,
      found.map(([id]) => id),
      found.map(([, { before }]) => storable(before)),
      found.map(([, { after }]) => storable(after)),
    ]);
  }

  /** Who wrote under each of these clients; those of the server's own work have nobody. */
  async actorsOf(framingId: string, clientIds: readonly number[]): Promise<Map<number, string | null>> {
    const rows = await this.database.rows<{ id: number; actorId: string | null }>(
      'writing.actorsOf',
      'select client_id as id, actor_id as "actorId" from collab_client where document_id = $1 and client_id = any($2::bigint[])',
      [framingId, clientIds],
    );
    return new Map(rows.map(({ id, actorId }) => [id, actorId]));
  }

  /** Whose words are, or were, in the text. What the server wrote when the framing was opened is nobody's. */
  async writers(framingId: string): Promise<string[]> {
    const rows = await this.database.rows<{ actor_id: string }>('writing.writers', writersSql, [framingId]);
    return rows.map((row) => row.actor_id);
  }
}

const callersSql = `
  select actor.name, s.id is not null as "sessionStands", f.alliance_id as "allianceId", a.visibility, a.ended_at is not null as ended, p.standing
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as door(framing_id, actor_id, session_id, n)
  left join actor on actor.id = door.actor_id
  left join session s on s.id = door.session_id and s.actor_id = door.actor_id and s.ended_at is null and s.expires_at > now()
  left join framing f on f.id = door.framing_id
  left join alliance a on a.id = f.alliance_id
  left join participation p on p.alliance_id = f.alliance_id and p.actor_id = door.actor_id
  order by door.n`;

const bindSql = `
  insert into collab_client (document_id, client_id, actor_id, session_id)
  select $1::uuid, asked.id, $2::uuid, $3::uuid from unnest($4::bigint[]) as asked(id)
  on conflict (document_id, client_id) do nothing`;

const framingSql = `
  select alliance_id as "allianceId", opened_by_id as "openedById",
    json_build_object('NAME', name, 'BELONGS', belongs, 'OUTSIDE', outside, 'FOR_WHOM', for_whom, 'UNKNOWN', unknown, 'NORMS', norms) as fields
  from framing where id = $1`;

const beginLateSql = `
  with begun as (
    insert into collab_document (id, alliance_id, head_seq, bytes_since) values ($1, $2, 1, length($5::bytea)) on conflict do nothing returning id
  ), client as (
    insert into collab_client (document_id, client_id, actor_id) select id, $4::bigint, $3::uuid from begun
  )
  insert into collab_update (document_id, seq, actor_id, origin, update) select id, 1, $3::uuid, 'SYSTEM', $5::bytea from begun`;

const readingSql = `
  select d.head_seq as "headSeq", r.seq, r.content, r.plain, r.fields, r.at
  from collab_document d left join framing_reading r on r.framing_id = d.id where d.id = $1`;

const keepReadingSql = `
  with at as (select coalesce(max(created_at), now()) as at from collab_update where document_id = $1 and seq = $2), kept as (
    insert into framing_reading as r (framing_id, seq, content, plain, fields, at)
    select $1, $2, $3::jsonb, $4, $5::jsonb, at.at from at
    on conflict (framing_id) do update
    set seq = excluded.seq, content = excluded.content, plain = excluded.plain, fields = excluded.fields, at = excluded.at
    where r.seq <= excluded.seq
  )
  select at from at`;

const keepSuggestedSql = `
  update suggestion s set before = seen.before, after = seen.after
  from unnest($2::uuid[], $3::text[], $4::text[]) as seen(id, before, after)
  where s.framing_id = $1 and s.id = seen.id and s.state = 'OPEN' and (s.before, s.after) is distinct from (seen.before, seen.after)`;

// One step of the index per writer, however long the log is.
const writersSql = `
  with recursive writer as (
    (select actor_id from collab_update where document_id = $1 and origin <> 'SYSTEM' and actor_id is not null order by actor_id limit 1)
    union all
    select (select u.actor_id from collab_update u
            where u.document_id = $1 and u.origin <> 'SYSTEM' and u.actor_id > writer.actor_id order by u.actor_id limit 1)
    from writer where writer.actor_id is not null
  )
  select actor_id from writer where actor_id is not null`;
