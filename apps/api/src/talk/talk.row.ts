import { holding } from '../moderation/hiding.row.js';
import type { Capacity, PostAct, ThreadState } from '@samsyn/domain/shared/enums';

/** A thread as the database holds it. */
export interface ThreadRow {
  readonly id: string;
  readonly allianceId: string;
  readonly framingId: string | null;
  readonly contributionId: string | null;
  readonly anchor: unknown;
  readonly quote: string | null;
  readonly state: ThreadState;
  readonly openedById: string | null;
  readonly capacity: Capacity | null;
  readonly openedAt: string;
  readonly latestAt: string;
  readonly total: number;
}

/** Something said in a thread. */
export interface PostRow {
  readonly id: string;
  readonly threadId: string;
  readonly allianceId: string;
  readonly act: PostAct;
  readonly text: string;
  readonly saidById: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly takenBackAt: string | null;
  /** Somebody has hidden it: its words are elsewhere [H1]. */
  readonly hidden: boolean;
}

/** The columns of a thread t. */
export const threadColumns = `
  t.id, t.alliance_id as "allianceId", t.framing_id as "framingId", t.contribution_id as "contributionId", t.anchor, t.quote,
  t.state, t.opened_by_id as "openedById", t.capacity, t.opened_at as "openedAt",
  (select max(greatest(p.said_at, p.taken_back_at)) from thread_post p where p.thread_id = t.id) as "latestAt",
  (select count(*) from thread_post p where p.thread_id = t.id) as total`;

/** The columns of a post p in a thread t. */
export const postColumns = `
  p.id, p.thread_id as "threadId", t.alliance_id as "allianceId", p.act, p.text, p.said_by_id as "saidById", p.capacity,
  p.said_at as at, p.taken_back_at as "takenBackAt",
  exists (select from hiding h where h.subject_id = p.id and h.subject = 'POST' and h.state in ${holding}) as hidden`;
