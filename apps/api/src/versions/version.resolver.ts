import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { drafts } from '@samsyn/domain/framing/framing';
import { rightsOf } from '@samsyn/domain/rights/rights';
import { named, relabelled } from '@samsyn/domain/versions/naming';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { must, Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore, type FramingRow } from '../framing/framing.store.js';
import type { Node } from '../writing/render.js';
import { frozenAs } from './freezing.js';
import { namedAll } from './named.js';
import { asPage, connection } from './page.js';
import { Sides } from './sides.js';
import { StandingContributions } from './standing.js';
import type { VersionRow } from './version.row.js';
import { VersionStore, type LabelRow } from './version.store.js';

/** Versions of a framing's text [V2]; whoever may read the framing may read them. */
@Resolver('Framing')
export class FramingVersionsResolver {
  constructor(private readonly store: VersionStore) {}

  @ResolveField()
  async versions(@Parent() framing: FramingRow, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null) {
    const page = must(asPage(first, after));
    return connection(await this.store.list(asking, framing.id, page.first, page.before), page.first, ({ number }) => number);
  }

  @ResolveField()
  async version(@Parent() framing: FramingRow, @Args('number') number?: number | null) {
    return this.store.byNumber(framing.id, number ?? null);
  }
}

/** Naming versions, and what they hold. */
@Resolver('Version')
export class VersionResolver {
  constructor(
    private readonly store: VersionStore,
    private readonly framings: FramingStore,
    private readonly sides: Sides,
    private readonly contributed: StandingContributions,
    private readonly database: Database,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async nameVersion(@Asks() asking: Asking, @Args('framingId') given: string, @Args('label') label: string, @Args('position') position?: string | null): Promise<VersionRow> {
    const framingId = given.toLowerCase();
    // The text is read before the transaction: what its log waits for must not wait inside ours.
    const read = async () => {
      const framing = await this.mayName(asking, framingId);
      return framing && this.sides.state(asking, framing, await this.sides.position(framingId, position));
    };
    const shown = await read();
    const id = await this.writer.change(asking, {
      verb: 'framing.nameVersion',
      load: async (tx) => {
        const framing = isId(framingId) ? await this.framings.framingForChange(tx, framingId) : null;
        return framing && { allianceId: framing.allianceId, thing: { visibility: framing.visibility } };
      },
      decide: () => named(label),
      save: async (tx, _loaded, called, at, capacity) => {
        if (shown === null) throw new Refused('not-found', 'R3');
        const made = await this.store.add(tx, framingId, frozenAs(called, false, shown), { actorId: asking.actorId, capacity, at });
        return { ...made, label: called };
      },
      note: (_loaded, { id: versionId, number, label: called }) => ({ subjectKind: 'version', subjectId: versionId, detail: { framingId, number, name: called } }),
    });
    return this.found(id.id);
  }

  @Mutation()
  async relabelVersion(@Asks() asking: Asking, @Args('id') id: string, @Args('label') label: string): Promise<VersionRow> {
    await this.writer.change(asking, {
      verb: 'version.relabel',
      load: async (tx) => {
        const version = isId(id) ? await this.store.forChange(tx, id) : null;
        return version && { allianceId: version.allianceId, thing: { visibility: version.visibility }, version };
      },
      decide: ({ version }) => relabelled(version.label, label),
      save: async (tx, _loaded, decided) => {
        await this.store.relabel(tx, id, decided.after);
        return decided;
      },
      note: ({ version }, decided) => ({ subjectKind: 'version', subjectId: id, detail: { framingId: version.framingId, number: version.number, ...decided } }),
    });
    return this.found(id);
  }

  @ResolveField()
  by(@Parent() version: VersionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, version.actorId);
  }

  @ResolveField()
  position(@Parent() version: VersionRow): string {
    return String(version.position);
  }

  @ResolveField()
  async content(@Parent() version: VersionRow, @Asks() asking: Asking) {
    return (await this.store.frozen(asking, version.id)).content;
  }

  @ResolveField()
  async plain(@Parent() version: VersionRow, @Asks() asking: Asking) {
    return (await this.store.frozen(asking, version.id)).plain;
  }

  @ResolveField()
  async fields(@Parent() version: VersionRow, @Asks() asking: Asking) {
    const { fields } = await this.store.frozen(asking, version.id);
    return drafts({ NAME: '', BELONGS: '', OUTSIDE: '', FOR_WHOM: '', UNKNOWN: '', NORMS: '' }, fields);
  }

  @ResolveField()
  async authors(@Parent() version: VersionRow, @Asks() asking: Asking) {
    return namedAll(this.database, asking, authorsIn((await this.store.frozen(asking, version.id)).content));
  }

  @ResolveField()
  async contributions(@Parent() version: VersionRow, @Asks() asking: Asking) {
    const framing = await this.framings.byId(asking, version.framingId);
    return framing === null ? [] : this.contributed.readable(asking, framing.allianceId, (await this.store.frozen(asking, version.id)).contributions);
  }

  @ResolveField()
  corrections(@Parent() version: VersionRow, @Asks() asking: Asking): Promise<LabelRow[]> {
    return this.store.corrections(asking, version.id);
  }

  @ResolveField()
  async rights(@Parent() version: VersionRow, @Asks() asking: Asking) {
    const framing = await this.framings.byId(asking, version.framingId);
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    return place === null ? [] : rightsOf(['version.relabel', 'framing.retrace'], place.standing, place.thing);
  }

  // Whoever may not name one is refused by change(); nothing is worked out for them before.
  private async mayName(asking: Asking, framingId: string): Promise<FramingRow | null> {
    const framing = isId(framingId) ? await this.framings.byId(asking, framingId) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    return place !== null && rightsOf(['framing.nameVersion'], place.standing, place.thing)[0]?.may === true ? framing : null;
  }

  private async found(id: string): Promise<VersionRow> {
    const row = await this.store.byId(id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}

/** How a version was called before. */
@Resolver('LabelCorrection')
export class LabelCorrectionResolver {
  constructor(private readonly database: Database) {}

  @ResolveField()
  by(@Parent() correction: LabelRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, correction.actorId);
  }
}

function authorsIn(content: Node): string[] {
  const ids: string[] = [];
  const walk = ({ by, content: held }: Node): void => {
    if (by?.actorId != null) ids.push(by.actorId);
    held?.forEach(walk);
  };
  walk(content);
  return ids;
}
