import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may } from '@samsyn/domain/rights/rights';
import { limits } from '@samsyn/domain/shared/limits';
import { asText } from '@samsyn/domain/shared/text';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { must, Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import { Attribution } from '../writing/attribution.js';
import { Writing } from '../writing/writing.js';
import { DeletedStore, type ClearingRow, type DeletedRow } from './deleted.store.js';
import { asAfter, asCursor } from './deletedPage.js';
import { quotation } from './quotation.js';
import { standsIn } from './standsIn.js';
import { Trace } from './trace.js';

const atOnce = 100;

/** Text that was taken away, for those who take part [V5]. */
@Resolver('Framing')
export class FramingDeletedResolver {
  constructor(
    private readonly store: DeletedStore,
    private readonly trace: Trace,
    private readonly writing: Writing,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async deletedTexts(@Parent() framing: FramingRow, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null, @Args('search') search?: string | null) {
    const page = must(asAfter(first, after));
    const wanted = must(asText(search ?? '', limits.search, true)) || null;
    if (!(await this.mayRetrace(asking, framing))) return null;
    await this.trace.catchUp(framing.id);
    const rows = wanted === null ? await this.stillGone(framing.id, page.first, page.after) : await this.store.list(framing.id, wanted, page.first, page.after);
    const edges = rows.slice(0, page.first).map((node) => ({ node, cursor: asCursor(node) }));
    return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > page.first } };
  }

  @ResolveField()
  async clearings(@Parent() framing: FramingRow, @Asks() asking: Asking): Promise<ClearingRow[] | null> {
    return (await this.mayRetrace(asking, framing)) ? this.store.clearings(framing.id) : null;
  }

  // What stands in the text again is found only by whoever looks for it. So many and one more, as from the store.
  private async stillGone(framingId: string, first: number, from: Parameters<DeletedStore['list']>[3]): Promise<DeletedRow[]> {
    const { plain } = await this.writing.readingOf(framingId);
    const gone: DeletedRow[] = [];
    for (let after = from; gone.length <= first; ) {
      const rows = await this.store.list(framingId, null, atOnce, after);
      gone.push(...rows.slice(0, atOnce).filter(({ text }) => !standsIn(plain, text.trim())));
      if (rows.length <= atOnce) break;
      after = rows[atOnce - 1] ?? null;
    }
    return gone.slice(0, first + 1);
  }

  private async mayRetrace(asking: Asking, framing: FramingRow): Promise<boolean> {
    const place = await placeIn(this.database, asking, framing.allianceId);
    return place !== null && may('framing.retrace', place.standing, place.thing);
  }
}

/** One such text, and putting it back. */
@Resolver('DeletedText')
export class DeletedTextResolver {
  constructor(
    private readonly store: DeletedStore,
    private readonly framings: FramingStore,
    private readonly attribution: Attribution,
    private readonly writing: Writing,
    private readonly database: Database,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async quoteDeleted(@Asks() asking: Asking, @Args('id') id: string): Promise<FramingRow> {
    const text = await this.writer.change(asking, {
      verb: 'deleted.quote',
      load: async (tx) => {
        const row = isId(id) ? await this.store.byId(id) : null;
        const framing = row && (await this.framings.framingForChange(tx, row.framingId));
        return row && framing && { allianceId: framing.allianceId, thing: { visibility: framing.visibility }, row };
      },
      save: async (_tx, { row }) => row,
      note: ({ row }) => ({ subjectKind: 'framing', subjectId: row.framingId, detail: { position: row.seq } }),
    });
    await this.writing.apply(text.framingId, quotation(text.ranges, await this.attribution.authors(text.framingId), asking.actorId), asking.actorId, 'SYSTEM');
    const framing = await this.framings.byId(asking, text.framingId);
    if (framing === null) throw new Refused('not-found', 'R3');
    return framing;
  }

  @ResolveField()
  async pieces(@Parent() row: DeletedRow, @Asks() asking: Asking) {
    const authors = await this.attribution.authors(row.framingId);
    const pieces = row.ranges.flatMap(([client, clock, text]) => {
      let at = 0;
      return authors(client, clock, text.length).map(({ length, by }) => {
        at += length;
        return { text: text.slice(at - length, at), actorId: by.actorId };
      });
    });
    return Promise.all(pieces.map(async ({ text, actorId }) => ({ text, by: await actorBy(this.database, asking, actorId) })));
  }

  @ResolveField()
  by(@Parent() row: DeletedRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, row.actorId);
  }

  @ResolveField()
  position(@Parent() row: DeletedRow): string {
    return String(row.seq);
  }

  @ResolveField()
  async standsAgain(@Parent() row: DeletedRow): Promise<boolean> {
    return standsIn((await this.writing.readingOf(row.framingId)).plain, row.text.trim());
  }

  @ResolveField()
  clearing(@Parent() row: DeletedRow): Promise<ClearingRow | null> | null {
    return row.clearingId === null ? null : this.store.clearing(row.clearingId);
  }
}
