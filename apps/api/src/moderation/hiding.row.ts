import type { AsideCause, Capacity, HidingState, HidingSubject } from '@samsyn/domain/shared/enums';
import type { Thing } from '@samsyn/domain/rights/rights';
import type { Visibility } from '@samsyn/domain/shared/enums';

/** A hiding as the database holds it; never the words. */
export interface HidingRow {
  readonly id: string;
  readonly allianceId: string;
  readonly subject: HidingSubject;
  readonly subjectId: string;
  readonly framingId: string | null;
  readonly contributionId: string | null;
  readonly threadId: string | null;
  readonly state: HidingState;
  readonly reason: string;
  readonly hiddenById: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly cause: AsideCause | null;
  readonly askedById: string | null;
  readonly askedAt: string | null;
  readonly agreedById: string | null;
  readonly agreedAt: string | null;
  readonly answer: string;
  readonly answeredById: string | null;
  readonly answeredAt: string | null;
  readonly endedById: string | null;
  readonly endedAt: string | null;
  readonly endReason: string;
  /** Those whose words it covers. */
  readonly authorIds: string[];
}

/** What is covered just now. */
export const holding = `('HIDDEN', 'ASKED', 'ASIDE')`;

/** Is a contribution c hidden? */
export const contributionHidden = `exists (select from hiding h where h.subject_id = c.id and h.subject = 'CONTRIBUTION' and h.state in ${holding})`;

/** Whose words a thing of this kind and id is made of, as an SQL array; the id is an expression. */
export function authorsOf(subject: string, id: string, framingId: string): string {
  return `case ${subject}::text
    when 'CONTRIBUTION' then array(
      select x.actor_id::text from contribution_author x where x.contribution_id = ${id} and x.actor_id is not null
      union select w.written_down_by_id::text from contribution w where w.id = ${id} and w.approval = 'NOT_YET' and w.written_down_by_id is not null)
    when 'POST' then array(select w.said_by_id::text from thread_post w where w.id = ${id} and w.said_by_id is not null)
    when 'QUESTION' then array(select w.asked_by_id::text from question w where w.id = ${id} and w.asked_by_id is not null)
    else array(select w.actor_id::text from suggestion w where w.id = ${id} and w.framing_id = ${framingId} and w.actor_id is not null) end`;
}

/** The columns of a hiding h. */
export const hidingColumns = `
  h.id, h.alliance_id as "allianceId", h.subject, h.subject_id as "subjectId", h.state, h.reason, h.hidden_by_id as "hiddenById", h.capacity, h.hidden_at as at,
  h.cause, h.asked_by_id as "askedById", h.asked_at as "askedAt", h.agreed_by_id as "agreedById", h.agreed_at as "agreedAt",
  h.answer, h.answered_by_id as "answeredById", h.answered_at as "answeredAt", h.ended_by_id as "endedById", h.ended_at as "endedAt", h.end_reason as "endReason",
  case h.subject when 'CONTRIBUTION' then h.subject_id when 'QUESTION' then (select q.contribution_id from question q where q.id = h.subject_id)
    when 'POST' then (select t.contribution_id from thread_post p join thread t on t.id = p.thread_id where p.id = h.subject_id) end as "contributionId",
  case h.subject when 'POST' then (select p.thread_id from thread_post p where p.id = h.subject_id) end as "threadId",
  case h.subject when 'SUGGESTION' then h.framing_id when 'POST' then (select t.framing_id from thread_post p join thread t on t.id = p.thread_id where p.id = h.subject_id)
    when 'CONTRIBUTION' then (select c.framing_id from contribution c where c.id = h.subject_id) end as "framingId",
  ${authorsOf('h.subject', 'h.subject_id', 'h.framing_id')} as "authorIds"`;

/**
 * A hiding as the table of rights needs to see it: is it over my words? What one wrote oneself can be read,
 * answered and erased even after leaving a closed alliance: its door is not asked about then.
 */
export function asHidden(row: Pick<HidingRow, 'state' | 'authorIds'>, me: string | null, visibility: Visibility): Thing {
  const mine = me !== null && row.authorIds.includes(me);
  return { ...(mine ? {} : { visibility }), state: row.state, mine };
}

/** The same for agreeing that it be put aside: was it I who asked? */
export function asAsked(row: Pick<HidingRow, 'state' | 'askedById'>, me: string | null, visibility: Visibility): Thing {
  return { visibility, state: row.state, mine: me !== null && row.askedById === me };
}
