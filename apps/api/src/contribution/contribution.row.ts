import { contributionHidden } from '../moderation/hiding.row.js';
import type { Telling } from '@samsyn/domain/contribution/knowing';
import type { Approval, Capacity, ContributionState, HowKnown, Kind, MediaKind, QuestionAbout, QuestionOutcome } from '@samsyn/domain/shared/enums';

/** A contribution as the database holds it, with its authors. */
export interface ContributionRow {
  readonly id: string;
  readonly allianceId: string;
  readonly framingId: string | null;
  readonly state: ContributionState;
  readonly text: string;
  readonly language: string | null;
  readonly kinds: Kind[];
  readonly howKnown: HowKnown[];
  readonly proposal: boolean;
  readonly tacit: boolean;
  readonly telling: Telling | null;
  readonly sourceUrl: string | null;
  readonly sourceText: string | null;
  readonly anchor: unknown;
  readonly quote: string | null;
  readonly statedAuthor: string | null;
  readonly writtenDownById: string | null;
  readonly approval: Approval;
  readonly invented: boolean;
  readonly givenAt: string;
  readonly correctedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly authors: AuthorRow[];
  /** A question about it waits for an answer. */
  readonly asked: boolean;
  /** Somebody has hidden it: its words are elsewhere [H1]. */
  readonly hidden: boolean;
}

/** Whose knowledge it is. */
export interface AuthorRow {
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly organisationId: string | null;
}

/** A question with its answer. */
export interface QuestionRow {
  readonly id: string;
  readonly contributionId: string;
  readonly about: QuestionAbout;
  readonly text: string;
  readonly kinds: Kind[];
  readonly askedById: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly answer: string | null;
  readonly answeredById: string | null;
  readonly answeredAt: string | null;
  readonly outcome: QuestionOutcome;
}

/** How it read before a correction. */
export interface CorrectionRow {
  readonly contributionId: string;
  readonly before: string;
  readonly kindsBefore: Kind[];
  readonly actorId: string | null;
  readonly at: string;
}

/** A picture or recording, without its bytes. */
export interface MediaRow {
  readonly id: string;
  readonly contributionId: string | null;
  readonly kind: MediaKind;
  readonly mime: string;
  readonly size: number;
  readonly description: string;
  readonly durationMs: number | null;
}

/** The columns of a contribution c. */
export const contributionColumns = `
  c.id, c.alliance_id as "allianceId", c.framing_id as "framingId", c.state, c.text, c.language,
  c.kinds::text[] as kinds, c.how_known::text[] as "howKnown", c.proposal, c.tacit, c.telling,
  c.source_url as "sourceUrl", c.source_text as "sourceText", c.anchor, c.quote, c.stated_author as "statedAuthor",
  c.written_down_by_id as "writtenDownById", c.approval, c.invented, c.given_at as "givenAt",
  c.corrected_at as "correctedAt", c.withdrawn_at as "withdrawnAt",
  coalesce((select json_agg(json_build_object('actorId', x.actor_id, 'capacity', x.capacity, 'organisationId', x.organisation_id) order by x.position)
    from contribution_author x where x.contribution_id = c.id), '[]') as authors,
  exists (select from question q where q.contribution_id = c.id and q.outcome = 'OPEN' and q.text <> '') as asked,
  ${contributionHidden} as hidden`;
