import type { Fields } from '@samsyn/domain/framing/framing';
import type { Capacity } from '@samsyn/domain/shared/enums';
import type { Node } from '../writing/render.js';

/** A version without what it holds. */
export interface VersionRow {
  readonly id: string;
  readonly framingId: string;
  readonly number: number;
  readonly label: string;
  readonly automatic: boolean;
  readonly position: number;
  readonly textAt: string;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
  readonly digest: string;
}

/** What a version holds. */
export interface Frozen {
  readonly content: Node;
  readonly plain: string;
  readonly fields: Fields;
  /** Ids of the contributions that stood in it. */
  readonly contributions: readonly string[];
}
