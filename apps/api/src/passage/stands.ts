import { Injectable } from '@nestjs/common';
import { shows, inOrder } from '@samsyn/domain/passage/passage';
import type { Asking } from '../core/asking.js';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import type { ContributionRow } from '../contribution/contribution.row.js';
import { standsIn, type Stand } from '../writing/marks.js';
import { Writing } from '../writing/writing.js';
import { BasisStore, type BasisRow } from './basis.store.js';
import { PassageStore, type PassageRow } from './passage.store.js';

/** A contribution on words of a text. */
export interface CitedOut extends Stand {
  readonly id: string;
  readonly at: string;
  readonly contribution: ContributionRow;
}

/** What a passage rests on, with where it stands now. */
export interface BasisOut extends Omit<BasisRow, 'quote'> {
  readonly quote: string;
  readonly line: number | null;
  readonly lastLine: number | null;
  readonly removed: boolean;
}

/**
 * Where contributions stand in texts: by the marks on the words, and by nothing else [C7 C11]. What the marks
 * say is noted beside the texts, so that a page need not open each of them; it is looked for anew where somebody has written.
 */
@Injectable()
export class Stands {
  private readonly reading = new Map<string, Promise<void>>();

  constructor(
    private readonly writing: Writing,
    private readonly store: PassageStore,
    private readonly bases: BasisStore,
    private readonly contributions: ContributionReadStore,
  ) {}

  /** Puts what waits on its words, and notes where everything stands. Two who ask at once are answered together. */
  read(framingId: string): Promise<void> {
    const now = this.reading.get(framingId) ?? this.readNow(framingId).finally(() => this.reading.delete(framingId));
    this.reading.set(framingId, now);
    return now;
  }

  /** The same after an act: what cannot be put on its words now waits until somebody asks. */
  async readAfter(framingId: string): Promise<void> {
    await this.reading.get(framingId)?.catch(() => undefined);
    await this.read(framingId).catch(() => undefined);
  }

  /** Every text a contribution stands in, or stood in. */
  async of(asking: Asking, { id, allianceId }: Pick<ContributionRow, 'id' | 'allianceId'>): Promise<PassageRow[]> {
    await this.freshIn(asking, allianceId);
    return this.store.of(asking, id);
  }

  /** The contributions on the words of a text, in the order of the text, then of time. */
  async cited(asking: Asking, framing: { id: string; allianceId: string }): Promise<CitedOut[]> {
    await this.freshIn(asking, framing.allianceId);
    const marked = await this.writing.marked(framing.id, 'contribution');
    const found = await Promise.all(
      [...marked].map(async ([id, stands]) => {
        const row = await this.contributions.byId(asking, id);
        return row !== null && shows(row, framing.allianceId) ? stands.map((stand) => ({ ...stand, id: row.id, at: row.givenAt, contribution: row })) : [];
      }),
    );
    return inOrder(found.flat());
  }

  /** What the passages of a text rest on, in the order of the text, then of time. */
  async basis(asking: Asking, framing: { id: string; allianceId: string }): Promise<BasisOut[]> {
    await this.freshIn(asking, framing.allianceId);
    const marked = await this.writing.marked(framing.id, 'basis');
    const rows = await this.bases.ofFraming(asking, framing.id);
    return inOrder(rows.map((row) => placed(row, marked.get(row.id))));
  }

  /** One of them, as it stands after an act. */
  async basisById(id: string): Promise<BasisOut | null> {
    const row = await this.bases.byId(id);
    return row === null ? null : placed(row, (await this.writing.marked(row.framingId, 'basis')).get(id));
  }

  /** Looks for passages anew in the texts of an alliance that were written in since. */
  async freshIn(asking: Asking, allianceId: string): Promise<void> {
    await asking.gather.one('passage.fresh', allianceId, async (ids: string[]) => {
      // One that cannot be read now is as it was last seen.
      for (const framingId of await this.store.stale(ids)) await this.read(framingId).catch(() => undefined);
      return new Map<string, null>();
    });
  }

  private async readNow(framingId: string): Promise<void> {
    const waiting = await this.store.waiting(framingId);
    for (const { mark, thingId, anchor, actorId } of waiting) {
      const { words } = Object(anchor) as { words?: unknown };
      // Which characters they were is noted when they are marked; without that note there were none.
      if (Array.isArray(words)) await this.writing.mark(framingId, { words }, { mark, id: thingId }, actorId);
    }
    if (waiting.length > 0) await this.store.placed(waiting.map(({ id }) => id));
    const { content, seq } = await this.writing.readingOf(framingId);
    await this.store.keep(framingId, seq, standsIn(content, 'contribution'), standsIn(content, 'basis'));
  }
}

function placed(row: BasisRow, stands: readonly Stand[] | undefined): BasisOut {
  const [first] = stands ?? [];
  if (stands === undefined || first === undefined) return { ...row, line: null, lastLine: null, removed: true };
  return { ...row, quote: stands.map(({ quote }) => quote).join(' … '), line: first.line, lastLine: first.lastLine, removed: false };
}
