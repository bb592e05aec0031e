import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { kinds, type FramingField } from '@samsyn/domain/shared/enums';
import { compared, type ComparedParagraph } from '@samsyn/domain/versions/comparing';
import { passed } from '@samsyn/domain/versions/sets';
import { may } from '@samsyn/domain/rights/rights';
import type { ContributionRow } from '../contribution/contribution.row.js';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { placeIn } from '../core/standing.js';
import type { FramingRow } from '../framing/framing.store.js';
import { differ } from './differ.js';
import { namedAll } from './named.js';
import { Sides, type Shown, type Side } from './sides.js';
import { StandingContributions } from './standing.js';
import { TimelineStore } from './timeline.store.js';

/** Two states, and how their paragraphs lie beside each other. */
export interface Compared {
  readonly from: Shown;
  readonly to: Shown;
  readonly paragraphs: readonly ComparedParagraph[];
}

/** Two texts beside each other [V3]. */
@Resolver('Framing')
export class FramingComparisonResolver {
  constructor(private readonly sides: Sides) {}

  @ResolveField()
  async comparison(@Parent() framing: FramingRow, @Asks() asking: Asking, @Args('from') from?: Side | null, @Args('to') to?: Side | null): Promise<Compared> {
    // One after the other: the second goes on from where the first came to.
    const [was, is] = [await this.sides.find(asking, framing, from), await this.sides.find(asking, framing, to)];
    return { from: was, to: is, paragraphs: compared(was.paragraphs, is.paragraphs, differ) };
  }
}

/** What came, went and stayed between two texts. */
@Resolver('Comparison')
export class ComparisonResolver {
  constructor(
    private readonly timeline: TimelineStore,
    private readonly contributed: StandingContributions,
    private readonly database: Database,
  ) {}

  @ResolveField()
  paragraphs(@Parent() { paragraphs }: Compared) {
    return paragraphs.map(({ pieces, ...paragraph }) => ({ ...paragraph, pieces: pieces.map((piece) => ({ ...piece, quoted: piece.quoted === true })) }));
  }

  @ResolveField()
  fields(@Parent() { from, to }: Compared) {
    const fields = Object.keys(to.fields) as FramingField[];
    return fields.filter((field) => from.fields[field] !== to.fields[field]).map((field) => ({ field, before: from.fields[field], after: to.fields[field] }));
  }

  @ResolveField()
  async people(@Parent() { paragraphs }: Compared, @Asks() asking: Asking) {
    const of = (changes: readonly string[]): string[] =>
      paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ by, change }) => (by !== null && changes.includes(change) ? [by] : [])));
    const [all, came, went] = await Promise.all([['SAME', 'ADDED', 'REMOVED'], ['ADDED'], ['REMOVED']].map((changes) => namedAll(this.database, asking, of(changes))));
    return { all, came, went };
  }

  @ResolveField()
  async wroteBetween(@Parent() { from, to }: Compared, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, to.framing.allianceId);
    if (from.framing.id !== to.framing.id || place === null || !may('framing.retrace', place.standing, place.thing)) return [];
    const [after, upto] = [Math.min(from.position, to.position), Math.max(from.position, to.position)];
    return namedAll(this.database, asking, await this.timeline.writersBetween(to.framing.id, after, upto));
  }

  @ResolveField()
  async contributions(@Parent() compared: Compared, @Asks() asking: Asking) {
    const [was, is] = await this.shown(asking, compared);
    const rows = new Map([...was, ...is].map((row) => [row.id, row]));
    const { came, went, stayed } = passed(was.map(({ id }) => id), is.map(({ id }) => id));
    const those = (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []);
    return { came: those(came), went: those(went), stayed: those(stayed) };
  }

  @ResolveField()
  async kinds(@Parent() compared: Compared, @Asks() asking: Asking) {
    const [was, is] = await this.shown(asking, compared);
    const { came, went, stayed } = passed(was.flatMap((row) => row.kinds), is.flatMap((row) => row.kinds));
    const inOrder = (some: readonly string[]) => kinds.filter((kind) => some.includes(kind));
    return { came: inOrder(came), went: inOrder(went), stayed: inOrder(stayed) };
  }

  // Of each text what its own alliance has given.
  private shown(asking: Asking, { from, to }: Compared): Promise<[ContributionRow[], ContributionRow[]]> {
    const of = ({ framing, contributions }: Shown) => this.contributed.readable(asking, framing.allianceId, contributions);
    return Promise.all([of(from), of(to)]);
  }
}

/** One of the two. */
@Resolver('ComparedSide')
export class ComparedSideResolver {
  @ResolveField()
  position(@Parent() shown: Shown): string {
    return String(shown.position);
  }
}
