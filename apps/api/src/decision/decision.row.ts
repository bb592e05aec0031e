import type { Outcome, RoundRules } from '@samsyn/domain/decision/round';
import type { Capacity, ObjectionState, RoundChoice, RoundState, RoundSubject, Visibility } from '@samsyn/domain/shared/enums';

/** What a round would make so, besides its words. */
export interface RoundValue {
  readonly visibility?: Visibility;
  readonly rules?: RoundRules;
  readonly toActorId?: string;
}

/** A round as it is read. */
export interface RoundRow {
  readonly id: string;
  readonly allianceId: string;
  readonly subject: RoundSubject;
  readonly subjectId: string | null;
  readonly concernsId: string | null;
  readonly value: RoundValue;
  readonly before: string;
  readonly proposal: string;
  readonly reason: string;
  readonly wording: number;
  readonly secret: boolean;
  readonly quorumPercent: number;
  readonly days: number;
  readonly calledById: string | null;
  readonly capacity: Capacity | null;
  readonly calledAt: string;
  readonly closesAt: string;
  readonly state: RoundState;
  readonly closedAt: string | null;
  readonly outcome: Outcome | null;
  readonly reviewOn: string | null;
  readonly reviewDue: boolean;
  readonly review: string;
  readonly reviewedById: string | null;
  /** Open, and its time has passed by the database's clock. */
  readonly due: boolean;
}

/** A response as it is stored; of a secret one nobody's. */
export interface ResponseRow {
  readonly id: string;
  readonly roundId: string;
  readonly wording: number;
  readonly choice: RoundChoice;
  readonly reason: string;
  readonly personId: string | null;
  readonly onBehalfOf: string | null;
  readonly enteredById: string | null;
  readonly capacity: Capacity | null;
  readonly concerned: boolean;
  readonly at: string | null;
  readonly objection: ObjectionState | null;
  readonly condition: string;
  readonly conditionById: string | null;
}

/** A question about a proposal. */
export interface QuestionRow {
  readonly id: string;
  readonly roundId: string;
  readonly text: string;
  readonly askedById: string | null;
  readonly askedAt: string;
  readonly answer: string;
  readonly answeredById: string | null;
}
