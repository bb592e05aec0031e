import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { howMany } from '@samsyn/domain/actor/searching';
import { byName } from '@samsyn/domain/shared/alphabet';
import { limits } from '@samsyn/domain/shared/limits';
import { asName } from '@samsyn/domain/shared/text';
import { randomUUID } from 'node:crypto';
import { PersonStore, type PersonRow } from '../actor/person.store.js';
import { ProtectedStore } from '../actor/protected.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { must, Refused } from '../core/refusal.js';
import { Settings } from '../core/settings.js';
import { isId } from '../core/standing.js';
import { LetterStore } from '../letter/letter.store.js';
import { Haste } from './haste.js';
import { sessionCookie, SessionStore } from './session.store.js';

/** Who I am here, and stepping in and out. */
@Resolver()
export class SessionResolver {
  constructor(
    private readonly settings: Settings,
    private readonly writer: Writer,
    private readonly sessions: SessionStore,
    private readonly people: PersonStore,
    private readonly protecting: ProtectedStore,
    private readonly letters: LetterStore,
    private readonly haste: Haste,
  ) {}

  @Query()
  async me(@Asks() asking: Asking): Promise<PersonRow | null> {
    return asking.actorId === null ? null : this.people.byId(asking.actorId);
  }

  @Query()
  async examplePeople() {
    if (!this.settings.examples) return [];
    const people = await this.people.invented();
    return people.sort(byName).map(({ about, capacity, id, name, invented }) => ({ actor: { id, kind: 'PERSON', name, invented }, about, capacity }));
  }

  @Query()
  async outbox(@Asks() asking: Asking, @Args('first') first?: number) {
    // Where letters really leave, they are between the sender and the one they are for.
    return this.settings.examples && this.settings.smtpUrl === '' ? this.letters.outbox(howMany(first, 20), asking.actorId) : [];
  }

  @Mutation()
  async stepIn(@Asks() asking: Asking, @Args('name') name: string, @Args('protected') hidden = false): Promise<PersonRow | null> {
    const called = hidden && name.trim() === '' ? null : must(asName(name, limits.name));
    await this.haste.count('guest', asking.from);
    const id = randomUUID();
    return this.begin(asking, id, 'session.stepIn', (tx) =>
      hidden || called === null ? this.protecting.addGuest(tx, id, called, asking.language) : this.people.addGuest(tx, id, called, asking.language),
    );
  }

  @Mutation()
  async stepInAs(@Asks() asking: Asking, @Args('actorId') actorId: string): Promise<PersonRow | null> {
    if (!this.settings.examples) throw new Refused('examples/off');
    return this.begin(asking, actorId, 'session.stepInAs', async (tx) => {
      if (!isId(actorId) || !(await this.people.isInvented(tx, actorId))) throw new Refused('not-found', 'R3');
    });
  }

  @Mutation()
  async signOut(@Asks() asking: Asking): Promise<boolean> {
    const { sessionId, actorId } = asking;
    if (sessionId !== null && actorId !== null) {
      await this.writer.change(asking, {
        verb: 'session.end',
        load: async () => ({ allianceId: null, thing: {} }),
        save: (tx) => this.sessions.end(tx, sessionId),
        note: () => ({ subjectKind: 'person', subjectId: actorId }),
      });
    }
    asking.clearCookie(sessionCookie);
    return true;
  }

  @Mutation()
  async renameMe(@Asks() asking: Asking, @Args('name') name: string): Promise<PersonRow | null> {
    const { actorId } = asking;
    if (actorId === null) throw new Refused('session/none');
    await this.writer.change(asking, {
      verb: 'person.rename',
      load: async () => ({ allianceId: null, thing: {} }),
      decide: () => asName(name, limits.name),
      save: (tx, _loaded, called) => this.people.rename(tx, actorId, called),
      // What one was called is one's own affair, and stays out of the ledger.
      note: () => ({ subjectKind: 'person', subjectId: actorId }),
    });
    return this.people.byId(actorId);
  }

  private async begin(asking: Asking, actorId: string, verb: string, prepare: (tx: Parameters<SessionStore['begin']>[0]) => Promise<void>): Promise<PersonRow | null> {
    const begun = await this.writer.change({ actorId: isId(actorId) ? actorId : null }, {
      verb: 'session.begin',
      load: async () => ({ allianceId: null, thing: {} }),
      save: async (tx) => {
        await prepare(tx);
        if (asking.sessionId) await this.sessions.end(tx, asking.sessionId);
        return this.sessions.begin(tx, actorId, asking.device);
      },
      note: () => ({ verb, subjectKind: 'person', subjectId: actorId }),
    });
    this.sessions.enter(asking, begun);
    return this.people.byId(begun.actorId);
  }
}
