import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answerAsk, askForName } from '@samsyn/domain/actor/knowingName';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse } from '@samsyn/domain/shared/refusal';
import { asName } from '@samsyn/domain/shared/text';
import { AllianceStore } from '../alliance/alliance.store.js';
import { ParticipationStore } from '../alliance/participation.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { Naming, type NamedInRow } from './naming.store.js';
import { PersonStore, type PersonRow } from './person.store.js';
import { ProtectedStore, type NameAskRow } from './protected.store.js';

const alone = async () => ({ allianceId: null, thing: {} });

/** Living here with protected identity, and asking a protected person for their name [A11, A12]. */
@Resolver('Person')
export class ProtectedResolver {
  constructor(
    private readonly writer: Writer,
    private readonly store: ProtectedStore,
    private readonly people: PersonStore,
    private readonly alliances: AllianceStore,
    private readonly participating: ParticipationStore,
    private readonly naming: Naming,
  ) {}

  @ResolveField()
  protected(@Parent() person: PersonRow): Promise<boolean> {
    return this.store.is(person.id);
  }

  @ResolveField()
  keptName(@Parent() person: PersonRow): Promise<string | null> {
    return this.store.own(person.id);
  }

  @ResolveField()
  nameAsks(@Parent() person: PersonRow): Promise<NameAskRow[]> {
    return this.store.asks('to', person.id);
  }

  @ResolveField()
  askedNames(@Parent() person: PersonRow): Promise<NameAskRow[]> {
    return this.store.asks('by', person.id);
  }

  @ResolveField()
  async namedIn(@Parent() person: PersonRow): Promise<NamedInRow[]> {
    const name = await this.store.own(person.id);
    return name === null ? [] : this.naming.of(person.id, name);
  }

  @Mutation()
  async protectMe(@Asks() asking: Asking): Promise<PersonRow | null> {
    const { actorId } = asking;
    await this.writer.change(asking, {
      verb: 'person.protect',
      load: async (tx) => ({ ...(await alone()), already: await this.store.held(tx, actorId as string) }),
      decide: ({ already }) => (already ? refuse('protected/already', { rule: 'A11' }) : true),
      save: (tx) => this.store.protect(tx, actorId as string),
      note: () => ({ subjectKind: 'person', subjectId: actorId as string }),
    });
    return this.people.byId(actorId as string);
  }

  @Mutation()
  async liftProtection(@Asks() asking: Asking, @Args('name') name: string): Promise<PersonRow | null> {
    const { actorId } = asking;
    await this.writer.change(asking, {
      verb: 'person.protect',
      load: async (tx) => ({ ...(await alone()), already: await this.store.held(tx, actorId as string) }),
      decide: ({ already }) => (already ? asName(name, limits.name) : refuse('protected/not', { rule: 'A11' })),
      save: (tx, _held, called) => this.store.lift(tx, actorId as string, called),
      note: () => ({ verb: 'person.liftProtection', subjectKind: 'person', subjectId: actorId as string }),
    });
    return this.people.byId(actorId as string);
  }

  @Mutation()
  async askForName(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('actorId') personId: string, @Args('reason') reason: string): Promise<NameAskRow | null> {
    const id = await this.writer.change(asking, {
      verb: 'person.askForName',
      load: async (tx) => {
        const held = await this.alliances.held(tx, allianceId);
        const there = held && isId(personId) ? await this.participating.of(tx, held.allianceId, personId) : null;
        if (held === null || there?.standing !== 'TAKES_PART') return null;
        const who = { protected: await this.store.held(tx, personId), isMe: personId.toLowerCase() === asking.actorId, waiting: await this.store.waits(tx, personId, asking.actorId) };
        return { ...held, who };
      },
      decide: ({ who }) => askForName(reason, who),
      save: (tx, held, why, at) => this.store.ask(tx, { personId, askedById: asking.actorId as string, allianceId: held.allianceId, reason: why }, at),
      // The reason is between the two: it may say more than the ledger should.
      note: () => ({ subjectKind: 'person', subjectId: personId }),
    });
    return this.store.byId(id);
  }

  @Mutation()
  async answerNameAsk(@Asks() asking: Asking, @Args('id') id: string, @Args('agree') agree: boolean): Promise<NameAskRow | null> {
    await this.writer.change(asking, {
      verb: 'person.answerAsk',
      load: async (tx) => {
        const ask = isId(id) ? await this.store.heldAsk(tx, id) : null;
        return ask === null || ask.personId !== asking.actorId ? null : { allianceId: ask.allianceId, thing: {}, ask };
      },
      decide: ({ ask }) => answerAsk(ask, agree),
      save: (tx, { ask }, agreed, at) => this.store.answer(tx, ask.id, agreed, at),
      note: ({ ask }) => ({ subjectKind: 'person', subjectId: ask.personId, detail: { agreed: agree } }),
    });
    return this.store.byId(id);
  }

  @Mutation()
  readName(@Asks() asking: Asking, @Args('askId') askId: string): Promise<string> {
    return this.writer.change(asking, {
      verb: 'person.readName',
      load: async (tx) => {
        const ask = isId(askId) ? await this.store.heldAsk(tx, askId) : null;
        const held = ask && (await this.alliances.held(tx, ask.allianceId));
        if (ask === null || held === null || ask.askedById !== asking.actorId) return null;
        return { ...held, thing: { ...held.thing, mine: true, state: ask.agreed === true ? 'AGREED' : 'NOT_AGREED' }, ask };
      },
      save: async (tx, { ask }) => {
        const name = await this.store.read(tx, ask.id, asking.actorId as string);
        if (name === null) throw new Refused('name/not-told', 'A12');
        return name;
      },
      note: ({ ask }) => ({ subjectKind: 'person', subjectId: ask.personId }),
    });
  }
}

/** Who asks whom, and where. */
@Resolver('NameAsk')
export class NameAskResolver {
  constructor(
    private readonly database: Database,
    private readonly alliances: AllianceStore,
  ) {}

  @ResolveField()
  person(@Parent() ask: NameAskRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, ask.personId);
  }

  @ResolveField()
  by(@Parent() ask: NameAskRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, ask.askedById);
  }

  @ResolveField()
  alliance(@Parent() ask: NameAskRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, ask.allianceId);
  }
}

/** Where my name stands. */
@Resolver('NamedIn')
export class NamedInResolver {
  constructor(
    private readonly database: Database,
    private readonly alliances: AllianceStore,
  ) {}

  @ResolveField()
  by(@Parent() named: NamedInRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, named.byId);
  }

  @ResolveField()
  alliance(@Parent() named: NamedInRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, named.allianceId);
  }
}
