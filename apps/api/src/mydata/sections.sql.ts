import { authorsOf } from '../moderation/hiding.row.js';

/** A part of what is kept about a person. Its statement gives `at`, `id` and what is theirs, of the person $1, and nothing of anybody else. */
export interface Section {
  readonly name: string;
  readonly sql: string;
}

// The alliance is named, so that one knows where it was.
const inAlliance = (id: string): string => `(select n.name from actor n where n.id = ${id}) as alliance`;

/**
 * Everything that is kept about a person, part by part [U1]. Names and words of others are left out: of an answer the
 * question, of a question the contribution, of a mention what was said. An address lets one look them up where one may.
 */
export const sections: readonly Section[] = [
  { name: 'person', sql: `select a.created_at as at, a.id, coalesce(own_protected_name(a.id), a.name) as name, a.language, a.guest, a.invented, d.email from actor a left join address d on d.actor_id = a.id where a.id = $1::uuid` },
  { name: 'card', sql: `select made_at as at, actor_id as id from recovery_card where actor_id = $1::uuid` },
  { name: 'organisationSignIns', sql: `select created_at as at, id, issuer from organisation_sign_in where actor_id = $1::uuid` },
  { name: 'sessions', sql: `select created_at as at, id, device, last_used_at as "lastUsedAt", expires_at as "expiresAt", ended_at as "endedAt" from session where actor_id = $1::uuid` },
  { name: 'signInLinks', sql: `select l.created_at as at, l.id, l.expires_at as "expiresAt", l.used_at as "usedAt" from sign_in_link l join address d on d.email = l.email where d.actor_id = $1::uuid` },
  { name: 'letters', sql: `select l.created_at as at, l.id, l.language, l.sent_at as "sentAt" from letter l join address d on d.email = l.address where d.actor_id = $1::uuid` },
  {
    name: 'participations',
    sql: `select p.since as at, p.id, ${inAlliance('p.alliance_id')}, p.alliance_id as "allianceId", p.standing, p.capacity, p.knows, p.reason, p.answered_at as "answeredAt", p.left_at as "leftAt" from participation p where p.actor_id = $1::uuid`,
  },
  {
    name: 'representations',
    sql: `select r.since as at, r.id, (select n.name from actor n where n.id = p.actor_id) as organisation, ${inAlliance('p.alliance_id')}, r.mandate, r.until, r.ended_at as "endedAt"
      from representation r join participation p on p.id = r.participation_id where r.person_id = $1::uuid`,
  },
  {
    name: 'coordinating',
    sql: `select since as at, id, ${inAlliance('alliance_id')}, until, case when passed_by_id = $1::uuid then reason end as reason from coordinating where actor_id = $1::uuid`,
  },
  { name: 'invitations', sql: `select created_at as at, id, ${inAlliance('alliance_id')}, way, expires_at as "expiresAt", revoked_at as "revokedAt", uses from invitation where created_by_id = $1::uuid` },
  { name: 'formed', sql: `select formed_at as at, id, ${inAlliance('id')}, visibility from alliance where formed_by_id = $1::uuid` },
  { name: 'problems', sql: `select named_at as at, id, ${inAlliance('alliance_id')}, sentence from problem where named_by_id = $1::uuid` },
  { name: 'framings', sql: `select opened_at as at, id, ${inAlliance('alliance_id')} from framing where opened_by_id = $1::uuid` },
  { name: 'reframings', sql: `select at, id, framing_id as "framingId", field, reason, capacity from reframing where actor_id = $1::uuid` },
  { name: 'sources', sql: `select added_at as at, id, framing_id as "framingId", title, year, doi, url, note from source where added_by_id = $1::uuid` },
  {
    name: 'contributions',
    sql: `select c.given_at as at, c.id, ${inAlliance('c.alliance_id')}, c.state, c.text, c.language, c.kinds::text[] as kinds, c.how_known::text[] as "howKnown", c.proposal, c.tacit, c.telling,
        c.source_url as "sourceUrl", c.source_text as "sourceText", c.approval, me.capacity, c.corrected_at as "correctedAt", c.withdrawn_at as "withdrawnAt",
        coalesce((select json_agg(json_build_object('at', k.at, 'text', k.before, 'kinds', k.kinds_before) order by k.at, k.id) from correction k where k.contribution_id = c.id), '[]') as earlier,
        coalesce((select json_agg(json_build_object('id', m.id, 'mime', m.mime, 'size', m.size, 'description', m.description) order by m.created_at, m.id) from media m where m.contribution_id = c.id), '[]') as files
      from contribution_author me join contribution c on c.id = me.contribution_id where me.actor_id = $1::uuid`,
  },
  {
    // What somebody else said and this person wrote down are the other's words.
    name: 'writtenDown',
    sql: `select c.given_at as at, c.id, ${inAlliance('c.alliance_id')}, c.approval from contribution c
      where c.written_down_by_id = $1::uuid and not exists (select from contribution_author me where me.contribution_id = c.id and me.actor_id = $1::uuid)`,
  },
  { name: 'questions', sql: `select asked_at as at, id, contribution_id as "contributionId", about, text, kinds::text[] as kinds, capacity, outcome from question where asked_by_id = $1::uuid` },
  { name: 'answers', sql: `select answered_at as at, id, contribution_id as "contributionId", answer, outcome from question where answered_by_id = $1::uuid` },
  {
    name: 'stances',
    sql: `select s.at, s.id, s.stance, s.capacity, b.contribution_id as "contributionId", b.framing_id as "framingId" from stance_said s join basis b on b.id = s.basis_id where s.said_by_id = $1::uuid`,
  },
  { name: 'threads', sql: `select opened_at as at, id, ${inAlliance('alliance_id')}, framing_id as "framingId", contribution_id as "contributionId", capacity, state from thread where opened_by_id = $1::uuid` },
  {
    name: 'posts',
    sql: `select p.said_at as at, p.id, t.id as "threadId", ${inAlliance('t.alliance_id')}, p.act, p.text, p.capacity, p.taken_back_at as "takenBackAt" from thread_post p join thread t on t.id = p.thread_id where p.said_by_id = $1::uuid`,
  },
  {
    name: 'mentions',
    sql: `select p.said_at as at, m.id, t.id as "threadId", ${inAlliance('t.alliance_id')}, (select r.read_at from mention_read r where r.mention_id = m.id and r.person_id = $1::uuid) as "readAt"
      from mention m join thread_post p on p.id = m.post_id join thread t on t.id = p.thread_id where m.actor_id = $1::uuid`,
  },
  { name: 'suggestions', sql: `select at, framing_id || '/' || id as id, capacity, reason, after as words, state from suggestion where actor_id = $1::uuid` },
  { name: 'suggestionAnswers', sql: `select settled_at as at, framing_id || '/' || id as id, settled_capacity as capacity, state, answer from suggestion where settled_by_id = $1::uuid` },
  {
    // Of what somebody has hidden, answered, shown again or put aside: what this person said about it.
    name: 'hidings',
    sql: `select h.hidden_at as at, h.id, ${inAlliance('h.alliance_id')}, h.subject, h.state, case when h.hidden_by_id = $1::uuid then h.reason end as reason,
        case when h.answered_by_id = $1::uuid then nullif(h.answer, '') end as answer, case when h.ended_by_id = $1::uuid then nullif(h.end_reason, '') end as "endReason"
      from hiding h where $1::uuid in (h.hidden_by_id, h.asked_by_id, h.agreed_by_id, h.answered_by_id, h.ended_by_id)`,
  },
  {
    // One's own words that others have hidden; what others wrote in the same place is theirs, and what is put aside nobody reads.
    name: 'hiddenWords',
    sql: `select h.hidden_at as at, h.id, ${inAlliance('h.alliance_id')}, h.subject, w.words - array['answer', 'before'] as words
      from hidden_words w join hiding h on h.id = w.hiding_id where h.state in ('HIDDEN', 'ASKED') and $1::text = any(${authorsOf('h.subject', 'h.subject_id', 'h.framing_id')})`,
  },
  { name: 'claims', sql: `select made_at as at, id, claimed_at as "usedAt", expires_at as "expiresAt" from claim where made_by_id = $1::uuid or claimed_by_id = $1::uuid` },
  { name: 'nameAsks', sql: `select asked_at as at, id, reason, answered_at as "answeredAt", read_at as "readAt" from name_ask where asked_by_id = $1::uuid` },
  { name: 'roundsCalled', sql: `select called_at as at, id, ${inAlliance('alliance_id')}, subject, reason, state, capacity from round where called_by_id = $1::uuid` },
  { name: 'roundQuestions', sql: `select asked_at as at, id, text from round_question where asked_by_id = $1::uuid` },
  { name: 'roundResponses', sql: `select at, id, choice, reason, capacity from round_response where person_id = $1::uuid` },
  { name: 'versions', sql: `select at, id, framing_id as "framingId", number, label, automatic, capacity from framing_version where actor_id = $1::uuid` },
  { name: 'clearings', sql: `select at, id, framing_id as "framingId", reason, capacity, state from framing_clearing where actor_id = $1::uuid` },
  { name: 'clearingAnswers', sql: `select answered_at as at, id, framing_id as "framingId", answer, state from framing_clearing where answered_by_id = $1::uuid` },
  { name: 'files', sql: `select created_at as at, id, ${inAlliance('alliance_id')}, kind, mime, size, description, duration_ms as "durationMs" from media where uploaded_by_id = $1::uuid` },
  { name: 'imports', sql: `select created_at as at, id, ${inAlliance('alliance_id')}, file_name as "fileName", state, rows from import_run where imported_by_id = $1::uuid` },
  { name: 'bringings', sql: `select created_at as at, id, ${inAlliance('alliance_id')}, file_name as "fileName", format, state from bringing where brought_by_id = $1::uuid` },
  { name: 'initiatives', sql: `select added_at as at, id, name, description, url from initiative where added_by_id = $1::uuid` },
  { name: 'organisations', sql: `select a.created_at as at, a.id, a.name from organisation o join actor a on a.id = o.id where o.added_by_id = $1::uuid` },
  { name: 'renamings', sql: `select until as at, id::text as id, organisation_id as "organisationId" from organisation_name where changed_by_id = $1::uuid` },
  { name: 'acts', sql: `select at, lpad(id::text, 20, '0') as id, verb, ${inAlliance('alliance_id')}, capacity, subject_kind as "subjectKind", subject_id as "subjectId" from ledger_entry where actor_id = $1::uuid` },
];

/** Texts in which somebody has written, or in which words of theirs were made anew. */
export const writtenInSql = `
  select d.id, (select n.name from actor n where n.id = d.alliance_id) as alliance
  from collab_document d
  where d.id in (select document_id from collab_client where actor_id = $1::uuid union select document_id from collab_lineage where actor_id = $1::uuid)
  order by d.created_at, d.id`;
