import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { drafts, opened, reframed } from '@samsyn/domain/framing/framing';
import { may, rightsOf, type Verb } from '@samsyn/domain/rights/rights';
import { byName } from '@samsyn/domain/shared/alphabet';
import type { FramingField } from '@samsyn/domain/shared/enums';
import { AllianceStore } from '../alliance/alliance.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import type { Attributed } from '../writing/attribution.js';
import { Writing } from '../writing/writing.js';
import { FramingStore, type FramingRow, type ReframingRow } from './framing.store.js';

interface OpenFraming {
  problemId: string;
  name: string;
  belongs?: string | null;
  outside?: string | null;
  forWhom?: string | null;
  unknown?: string | null;
  norms?: string | null;
}

const verbs: readonly Verb[] = [
  'framing.read', 'framing.write', 'framing.suggest', 'framing.reframe', 'framing.retrace', 'framing.restore', 'framing.proposeClearing', 'framing.nameVersion', 'framing.talk', 'alliance.give', 'alliance.openFraming', 'passage.cite', 'passage.restOn',
];

/** Doors to framings: question in, domain verb, answer out. */
@Resolver('Framing')
export class FramingResolver {
  constructor(
    private readonly store: FramingStore,
    private readonly alliances: AllianceStore,
    private readonly database: Database,
    private readonly writer: Writer,
    private readonly writing: Writing,
  ) {}

  @Query()
  async framing(@Asks() asking: Asking, @Args('id') id: string): Promise<FramingRow | null> {
    const framing = isId(id) ? await this.store.byId(asking, id) : null;
    if (framing === null) return null;
    const place = await placeIn(this.database, asking, framing.allianceId);
    return place !== null && may('framing.read', place.standing, place.thing) ? framing : null;
  }

  @Mutation()
  async openFraming(@Asks() asking: Asking, @Args('input') input: OpenFraming): Promise<FramingRow> {
    const id = await this.writer.change(asking, {
      verb: 'alliance.openFraming',
      load: async (tx) => {
        const problem = isId(input.problemId) ? await this.store.problemForChange(tx, input.problemId) : null;
        return problem && { allianceId: problem.allianceId, thing: { visibility: problem.visibility } };
      },
      decide: () =>
        opened({
          NAME: input.name,
          BELONGS: input.belongs ?? '',
          OUTSIDE: input.outside ?? '',
          FOR_WHOM: input.forWhom ?? '',
          UNKNOWN: input.unknown ?? '',
          NORMS: input.norms ?? '',
        }),
      save: async (tx, { allianceId }, fields, at) => {
        const framingId = await this.store.open(tx, at, { allianceId, problemId: input.problemId, fields, openedById: asking.actorId });
        await this.writing.begin(tx, framingId, allianceId, fields, asking.actorId);
        return { framingId, name: fields.NAME };
      },
      note: (_loaded, { framingId, name }) => ({ subjectKind: 'framing', subjectId: framingId, detail: { name } }),
    });
    return this.found(asking, id.framingId);
  }

  @Mutation()
  async reframe(
    @Asks() asking: Asking,
    @Args('framingId') id: string,
    @Args('field') field: FramingField,
    @Args('text') text: string | null | undefined,
    @Args('reason') reason: string,
  ): Promise<FramingRow> {
    const framingId = id.toLowerCase();
    // The draft is read before the transaction: the log's own lock must not wait inside ours.
    const written = text ?? (isId(framingId) && (await this.store.byId(asking, framingId)) !== null ? (await this.writing.fieldsOf(framingId))[field] : '');
    const step = await this.writer.change(asking, {
      verb: 'framing.reframe',
      load: async (tx) => {
        const framing = isId(framingId) ? await this.store.framingForChange(tx, framingId) : null;
        return framing && { allianceId: framing.allianceId, thing: { visibility: framing.visibility }, fields: framing.fields };
      },
      decide: ({ fields }) => reframed(fields, field, written, reason),
      save: async (tx, _loaded, decided, at, capacity) => {
        await this.store.reframe(tx, framingId, decided, { actorId: asking.actorId, capacity, at });
        return decided;
      },
      note: (_loaded, decided) => ({ subjectKind: 'framing', subjectId: framingId, detail: { field, before: decided.before, after: decided.after, reason: decided.reason } }),
    });
    // What stands is also what the field holds; whoever is writing in it sees the change arrive. Where the words came
    // from the field itself it is left alone: what somebody has written there since then must not be taken away.
    if (text != null) await this.writing.setField(framingId, field, step.after, asking.actorId);
    return this.found(asking, framingId);
  }

  @ResolveField()
  async alliance(@Parent() framing: FramingRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, framing.allianceId);
  }

  @ResolveField()
  async problem(@Parent() framing: FramingRow, @Asks() asking: Asking) {
    return this.store.problemById(asking, framing.problemId);
  }

  @ResolveField()
  name(@Parent() framing: FramingRow) {
    return framing.fields.NAME;
  }

  @ResolveField()
  belongs(@Parent() framing: FramingRow) {
    return framing.fields.BELONGS;
  }

  @ResolveField()
  outside(@Parent() framing: FramingRow) {
    return framing.fields.OUTSIDE;
  }

  @ResolveField()
  forWhom(@Parent() framing: FramingRow) {
    return framing.fields.FOR_WHOM;
  }

  @ResolveField()
  unknown(@Parent() framing: FramingRow) {
    return framing.fields.UNKNOWN;
  }

  @ResolveField()
  norms(@Parent() framing: FramingRow) {
    return framing.fields.NORMS;
  }

  @ResolveField()
  async openedBy(@Parent() framing: FramingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, framing.openedById);
  }

  @ResolveField()
  async draft(@Parent() framing: FramingRow) {
    return drafts(framing.fields, await this.writing.fieldsOf(framing.id));
  }

  @ResolveField()
  async reframings(@Parent() framing: FramingRow, @Asks() asking: Asking): Promise<ReframingRow[]> {
    return this.store.reframings(asking, framing.id);
  }

  @ResolveField()
  async reading(@Parent() framing: FramingRow) {
    const reading = await this.writing.readingOf(framing.id);
    let attributed: Promise<Attributed> | null = null;
    const attributedReading = () => (attributed ??= this.writing.attributedReadingOf(framing.id));
    return { ...reading, seq: String(reading.seq), attributedReading };
  }

  @ResolveField()
  paragraphs(@Parent() framing: FramingRow) {
    return this.writing.paragraphsOf(framing.id);
  }

  @ResolveField()
  async writers(@Parent() framing: FramingRow, @Asks() asking: Asking) {
    const ids = await this.writing.writersOf(framing.id);
    const actors = await Promise.all(ids.map((id) => actorBy(this.database, asking, id)));
    return actors.filter((actor) => actor !== null).sort(byName);
  }

  @ResolveField()
  async rights(@Parent() framing: FramingRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, framing.allianceId);
    return place === null ? [] : rightsOf(verbs, place.standing, place.thing);
  }

  private async found(asking: Asking, id: string): Promise<FramingRow> {
    const framing = await this.store.byId(asking, id);
    if (framing === null) throw new Refused('not-found', 'R3');
    return framing;
  }
}
