import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse } from '@samsyn/domain/shared/refusal';
import { asName } from '@samsyn/domain/shared/text';
import { randomUUID } from 'node:crypto';
import { PersonStore, type PersonRow } from '../actor/person.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { must, Refused } from '../core/refusal.js';
import { Settings } from '../core/settings.js';
import { Haste } from './haste.js';
import { OrganisationStore, type Known } from './organisation.store.js';
import { roundCookie } from './rounds.js';
import { SessionStore } from './session.store.js';

/** Stepping in by an organisation's sign-in, once it has been proved [E3]. How one stepped in grants nothing. */
@Resolver('MyWays')
export class OrganisationResolver {
  constructor(
    private readonly settings: Settings,
    private readonly writer: Writer,
    private readonly organisations: OrganisationStore,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly haste: Haste,
  ) {}

  @Query()
  organisationSignIn(@Asks() { language }: Asking) {
    const { oidcIssuer, oidcLabelEn, oidcLabelSv } = this.settings;
    return oidcIssuer === '' ? null : { label: language === 'sv' ? oidcLabelSv : oidcLabelEn, address: '/sign-in/organisation' };
  }

  @ResolveField('organisations')
  organisationsOf(@Parent() { actorId }: { actorId: string }) {
    return this.organisations.of(actorId);
  }

  @Mutation()
  async enterWithOrganisation(@Asks() asking: Asking, @Args('proof') proof: string, @Args('name') name?: string | null, @Args('leaveName') leaveName?: boolean | null): Promise<PersonRow | null> {
    await this.haste.look('wrongLink', asking.from);
    const browser = asking.cookies[roundCookie] ?? '';
    const called = name?.trim() ? must(asName(name, limits.name)) : null;
    const begun = await this.writer.change(asking, {
      verb: 'session.begin',
      load: async (tx) => ({ allianceId: null, thing: {}, known: await this.organisations.take(tx, proof, browser) }),
      decide: ({ known }) => known ?? refuse('sign-in/spent', { rule: 'E3' }),
      save: async (tx, _loaded, known) => {
        const personId = await this.personOf(tx, asking, known, called, leaveName === true);
        if (asking.sessionId) await this.sessions.end(tx, asking.sessionId);
        return this.sessions.begin(tx, personId, asking.device);
      },
      note: (_loaded, { actorId }) => ({ verb: 'session.signIn', subjectKind: 'person', subjectId: actorId }),
    }).catch(async (refused: unknown) => {
      if (refused instanceof Refused && refused.code === 'sign-in/spent') await this.haste.note('wrongLink', asking.from);
      throw refused;
    });
    this.sessions.enter(asking, begun);
    asking.clearCookie(roundCookie);
    return this.people.byId(begun.actorId);
  }

  // Whom it leads to already; else whoever asks, so that several ways lead to them; else somebody new.
  private async personOf(tx: Tx, asking: Asking, known: Known, name: string | null, leaveName: boolean): Promise<string> {
    const mine = asking.actorId !== null && (await this.people.isReal(tx, asking.actorId)) ? asking.actorId : null;
    const owner = (await this.organisations.ownerOf(tx, known)) ?? (mine === null ? null : await this.organisations.lead(tx, mine, known));
    if (owner !== null && mine !== null && owner !== mine && !leaveName) throw new Refused('organisation/other-person', 'E5');
    if (owner !== null) return owner;
    // The proof is not used up by this: the whole transaction is taken back.
    if (name === null) throw new Refused('sign-in/name-needed', 'E3');
    const id = randomUUID();
    await this.people.addPerson(tx, id, name, asking.language);
    const whose = await this.organisations.lead(tx, id, known);
    if (whose !== id) await tx.actor.delete({ where: { id } });
    return whose;
  }
}
