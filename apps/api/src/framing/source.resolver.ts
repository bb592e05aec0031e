import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { addressOf, cites, sourceFrom, takeOutSource, type SourceFields } from '@samsyn/domain/framing/source';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse } from '@samsyn/domain/shared/refusal';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { Writing } from '../writing/writing.js';
import { FramingStore, type FramingRow } from './framing.store.js';
import { SourceStore, type SourceRow } from './source.store.js';

type SourceInput = { readonly [F in keyof SourceFields]?: SourceFields[F] | null } & { readonly title: string };

/** Doors to the list of sources: question in, domain verb, answer out. */
@Resolver('Source')
export class SourceResolver {
  constructor(
    private readonly store: SourceStore,
    private readonly database: Database,
    private readonly writer: Writer,
    private readonly framings: FramingStore,
    private readonly writing: Writing,
  ) {}

  @Mutation()
  async addSource(@Asks() asking: Asking, @Args('framingId') framingId: string, @Args('source') source: SourceInput): Promise<SourceRow> {
    const id = await this.writer.change(asking, {
      verb: 'framing.write',
      load: async (tx) => {
        const framing = isId(framingId) ? await this.store.framingForChange(tx, framingId) : null;
        return framing && { allianceId: framing.allianceId, thing: { visibility: framing.visibility }, sources: framing.sources };
      },
      decide: ({ sources }) => (sources < limits.sources ? sourceFrom(source) : refuse('source/too-many', { rule: 'W17', with: { max: limits.sources } })),
      save: (tx, _loaded, fields, at) => this.store.add(tx, at, { ...fields, framingId, addedById: asking.actorId }),
      note: (_loaded, added) => ({ verb: 'framing.addSource', subjectKind: 'source', subjectId: added, detail: { framingId } }),
    });
    return this.found(id);
  }

  @Mutation()
  async correctSource(@Asks() asking: Asking, @Args('id') id: string, @Args('source') source: SourceInput): Promise<SourceRow> {
    await this.writer.change(asking, {
      verb: 'framing.write',
      load: async (tx) => {
        const held = isId(id) ? await this.store.forChange(tx, id) : null;
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility }, held };
      },
      decide: () => sourceFrom(source),
      save: (tx, _loaded, fields) => this.store.correct(tx, id, fields),
      note: ({ held }) => ({ verb: 'framing.correctSource', subjectKind: 'source', subjectId: id, detail: { framingId: held.framingId, title: held.title } }),
    });
    return this.found(id);
  }

  @Mutation()
  async takeOutSource(@Asks() asking: Asking, @Args('id') id: string): Promise<FramingRow> {
    let framingId = '';
    await this.writer.change(asking, {
      verb: 'framing.write',
      load: async (tx) => {
        const held = isId(id) ? await this.store.forChange(tx, id) : null;
        if (held === null) return null;
        framingId = held.framingId;
        // What is suggested counts as well: accepted, it would lead nowhere.
        const inText = cites((await this.writing.readingOf(framingId)).suggested, id);
        return { allianceId: held.allianceId, thing: { visibility: held.visibility }, held, cited: { inText, inVersion: await this.store.isInVersion(tx, framingId, id) } };
      },
      decide: ({ cited }) => takeOutSource(cited),
      save: (tx) => this.store.takeOut(tx, id),
      note: ({ held }) => ({ verb: 'framing.takeOutSource', subjectKind: 'source', subjectId: id, detail: { framingId: held.framingId, title: held.title } }),
    });
    const framing = await this.framings.byId(asking, framingId);
    if (framing === null) throw new Refused('not-found', 'R3');
    return framing;
  }

  @ResolveField()
  address(@Parent() source: SourceRow) {
    return addressOf(source);
  }

  @ResolveField()
  async addedBy(@Parent() source: SourceRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, source.addedById);
  }

  private async found(id: string): Promise<SourceRow> {
    const source = await this.store.byId(id);
    if (source === null) throw new Refused('not-found', 'R3');
    return source;
  }
}

/** The sources of a framing. */
@Resolver('Framing')
export class FramingSourcesResolver {
  constructor(private readonly store: SourceStore) {}

  @ResolveField()
  sources(@Parent() framing: FramingRow, @Asks() asking: Asking): Promise<SourceRow[]> {
    return this.store.ofFraming(asking, framing.id);
  }
}
