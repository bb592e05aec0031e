import { Injectable } from '@nestjs/common';
import type { Fields } from '@samsyn/domain/framing/framing';
import { may, whyNot } from '@samsyn/domain/rights/rights';
import type { Paragraph } from '@samsyn/domain/versions/comparing';
import { stoodAt } from '@samsyn/domain/versions/naming';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import { laidOut } from './laidOut.js';
import { Past, type State } from './past.js';
import type { VersionRow } from './version.row.js';
import { VersionStore } from './version.store.js';

/** A state of a text, as it is asked for. */
export interface Side {
  readonly framingId?: string | null | undefined;
  readonly position?: string | null | undefined;
  readonly version?: number | null | undefined;
}

/** A state of a text, as it is compared. */
export interface Shown {
  readonly framing: FramingRow;
  readonly position: number;
  readonly at: string;
  readonly version: VersionRow | null;
  readonly paragraphs: readonly Paragraph[];
  readonly fields: Fields;
  readonly contributions: readonly string[];
}

/** Finds states of texts that the one who asks may read: now and versions like the framing itself, positions for those who take part. */
@Injectable()
export class Sides {
  constructor(
    private readonly framings: FramingStore,
    private readonly versions: VersionStore,
    private readonly past: Past,
    private readonly database: Database,
  ) {}

  /** A state of a text, or the refusal. */
  async find(asking: Asking, here: FramingRow, side: Side | null | undefined): Promise<Shown> {
    const id = side?.framingId ?? here.id;
    const framing = id === here.id ? here : isId(id) ? await this.framings.byId(asking, id) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    if (framing === null || place === null || !may('framing.read', place.standing, place.thing)) throw new Refused('not-found', 'R3');
    if (side?.version != null) return this.version(asking, framing, side.version);
    if (side?.position != null) {
      const code = whyNot('framing.retrace', place.standing, place.thing);
      if (code !== null) throw new Refused(code, 'V1');
    }
    return this.state(asking, framing, await this.position(framing.id, side?.position));
  }

  /** A position of a text's log as it was asked for, or where it is now. */
  async position(framingId: string, asked: string | null | undefined): Promise<number> {
    const head = await this.past.head(framingId);
    if (asked == null) return head;
    const position = /^\d{1,15}$/.test(asked) ? Number(asked) : -1;
    if (position < 0 || position > head) throw new Refused('version/no-such-position', 'V1');
    return position;
  }

  /** A text as it read at a position, with its name and bounds as they stood then. */
  async state(asking: Asking, framing: FramingRow, position: number): Promise<Shown & { readonly content: State['content'] }> {
    const state = await this.past.at(framing.id, position);
    const fields = stoodAt(framing.fields, await this.framings.reframings(asking, framing.id), await this.stoodUntil(framing.id, position, state.at));
    return { framing, position, at: state.at, version: null, paragraphs: state.paragraphs, content: state.content, fields, contributions: state.contributions };
  }

  // The text as it reads now goes with the name that stands now, also where it was named anew since the last word was written.
  private async stoodUntil(framingId: string, position: number, at: string): Promise<string> {
    return position === (await this.past.head(framingId)) ? new Date().toISOString() : at;
  }

  private async version(asking: Asking, framing: FramingRow, number: number): Promise<Shown> {
    const version = await this.versions.byNumber(framing.id, number);
    if (version === null) throw new Refused('not-found', 'R3');
    const { content, fields, contributions } = await this.versions.frozen(asking, version.id);
    return { framing, position: version.position, at: version.textAt, version, paragraphs: laidOut(content), fields, contributions };
  }
}
