import { Injectable } from '@nestjs/common';
import { Database } from '../core/database.js';
import { contributionHidden } from '../moderation/hiding.row.js';
import type { After } from './talk.read.store.js';

/** Something that waits for somebody. */
export interface WaitingRow {
  readonly id: string;
  readonly what: 'MENTION' | 'QUESTION' | 'APPROVAL' | 'ASKED' | 'INVITED';
  readonly at: string;
  readonly allianceId: string;
  readonly byId: string | null;
  readonly namedId: string | null;
  readonly words: string;
  readonly framingId: string | null;
  readonly contributionId: string | null;
  readonly threadId: string | null;
}

/** All that waits for somebody, over all alliances, in one statement [T6]. */
@Injectable()
export class WaitingPage {
  constructor(private readonly database: Database) {}

  /** The latest first, so many and one more, to tell whether there are others. */
  of(actorId: string, first: number, after: After | null): Promise<WaitingRow[]> {
    return this.database.rows<WaitingRow>('waiting.of', waitingSql, [actorId, after?.at ?? null, after?.id ?? null, first + 1]);
  }
}

// Each part asks where the person takes part, so that nothing waits in an alliance one has left.
const waitingSql = `
  with mine as (select alliance_id from participation where actor_id = $1::uuid and standing = 'TAKES_PART'),
  spoken as (
    select p.actor_id, p.alliance_id from representation r join participation p on p.id = r.participation_id and p.standing = 'TAKES_PART'
    where r.person_id = $1::uuid and r.ended_at is null and (r.until is null or r.until >= current_date)),
  waiting as (
    select 'MENTION' as what, m.id, p.said_at as at, t.alliance_id, p.said_by_id as by_id, nullif(m.actor_id, $1::uuid) as named_id,
      left(p.text, 200) as words, t.framing_id, t.contribution_id, t.id as thread_id
    from mention m join thread_post p on p.id = m.post_id join thread t on t.id = p.thread_id join mine on mine.alliance_id = t.alliance_id
    where m.actor_id in (select $1::uuid union select actor_id from spoken)
      and (m.actor_id = $1::uuid or exists (select from spoken s where s.actor_id = m.actor_id and s.alliance_id = t.alliance_id))
      and p.said_by_id is distinct from $1::uuid and (p.text <> '' or p.taken_back_at is not null)
      and not exists (select from mention_read r where r.mention_id = m.id and r.person_id = $1::uuid)
    union all
    select 'QUESTION', q.id, q.asked_at, c.alliance_id, q.asked_by_id, null, left(q.text, 200), c.framing_id, c.id, null
    from question q join contribution c on c.id = q.contribution_id and c.state = 'GIVEN' join mine on mine.alliance_id = c.alliance_id
    where q.outcome = 'OPEN' and q.text <> '' and (c.written_down_by_id = $1::uuid and c.approval = 'NOT_YET'
      or exists (select from contribution_author x where x.contribution_id = c.id and x.actor_id = $1::uuid))
    union all
    select 'APPROVAL', c.id, c.given_at, c.alliance_id, c.written_down_by_id, null, left(c.text, 200), c.framing_id, c.id, null
    from contribution_author x join contribution c on c.id = x.contribution_id and c.state = 'GIVEN' and c.approval = 'NOT_YET'
      join mine on mine.alliance_id = c.alliance_id
    where x.actor_id = $1::uuid and x.position = 0 and not ${contributionHidden}
    union all
    select 'ASKED', p.id, p.since, p.alliance_id, p.actor_id, null, left(p.reason, 200), null, null, null
    from participation p join mine on mine.alliance_id = p.alliance_id
    where p.standing = 'ASKED' and not exists (
      select from coordinating c where c.alliance_id = p.alliance_id and c.until is null
      having count(*) > 0 and not bool_or(c.actor_id = $1::uuid))
    union all
    select 'INVITED', p.id, p.since, p.alliance_id, p.invited_by_id, null, '', null, null, null
    from participation p where p.actor_id = $1::uuid and p.standing = 'INVITED')
  select what, id, at, alliance_id as "allianceId", by_id as "byId", named_id as "namedId", words,
    framing_id as "framingId", contribution_id as "contributionId", thread_id as "threadId"
  from waiting where $2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid)
  order by at desc, id desc limit $4`;
