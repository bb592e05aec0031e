import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readCode } from '@samsyn/domain/alliance/code';
import { claim, isUnclaimed, makeSlip } from '@samsyn/domain/contribution/claim';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { asName } from '@samsyn/domain/shared/text';
import { randomUUID } from 'node:crypto';
import { PersonStore } from '../actor/person.store.js';
import { ProtectedStore } from '../actor/protected.store.js';
import { qr } from '../alliance/qr.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { Settings } from '../core/settings.js';
import { isId } from '../core/standing.js';
import { Haste } from '../session/haste.js';
import { SessionStore } from '../session/session.store.js';
import { ClaimStore, type Found } from './claim.store.js';
import { ContributionReadStore } from './contribution.read.store.js';
import type { ContributionRow } from './contribution.row.js';
import { ContributionStore } from './contribution.store.js';

/** Slips for those who told something that was written down, and claiming it with one [C20, C21]. */
@Resolver('Contribution')
export class ClaimResolver {
  constructor(
    private readonly writer: Writer,
    private readonly settings: Settings,
    private readonly store: ClaimStore,
    private readonly contributions: ContributionStore,
    private readonly reading: ContributionReadStore,
    private readonly people: PersonStore,
    private readonly protecting: ProtectedStore,
    private readonly sessions: SessionStore,
    private readonly haste: Haste,
  ) {}

  @ResolveField()
  async writtenDownAlike(@Parent() row: ContributionRow, @Asks() asking: Asking): Promise<ContributionRow[]> {
    if (asking.actorId === null || row.writtenDownById !== asking.actorId || row.authors[0]?.actorId !== null) return [];
    return this.rows(asking, await this.store.alike(row.id, asking.actorId));
  }

  @Mutation()
  async makeSlip(@Asks() asking: Asking, @Args('contributionIds') ids: string[]) {
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    const { code, expiresAt, made } = await this.writer.change(asking, {
      verb: 'contribution.makeSlip',
      load: async (tx) => {
        if (wanted.length === 0 || wanted.length > limits.list || !wanted.every(isId)) return null;
        const all = await this.store.held(tx, wanted);
        const [first] = all;
        const held = first && (await this.contributions.hold(tx, first.id));
        if (!first || !held || all.length < wanted.length) return null;
        const mine = all.every((one) => one.writtenDownById === asking.actorId && one.allianceId === first.allianceId);
        const thing = { visibility: held.visibility, mine, state: all.every(isUnclaimed) ? 'UNCLAIMED' : 'CLAIMED' };
        // Of somebody else's writing nobody learns more than that it is not theirs.
        return { allianceId: first.allianceId, thing, all };
      },
      decide: ({ all }) => makeSlip(all, asking.actorId),
      save: async (tx, { allianceId }, made) => ({ made, ...(await this.store.add(tx, allianceId, asking.actorId as string, made)) }),
      note: (_held, slip) => slip.made.map((id) => ({ subjectKind: 'contribution', subjectId: id })),
    });
    const url = `${this.settings.publicUrl.replace(/\/$/, '')}/claim#${code}`;
    return { code, url, qr: qr(url), expiresAt, contributions: await this.rows(asking, made) };
  }

  @Mutation()
  async claim(@Asks() asking: Asking, @Args('code') given: string, @Args('name') name?: string | null, @Args('protected') hidden = false): Promise<string[]> {
    await this.haste.look('wrongCode', asking.from);
    const code = readCode(given);
    const guest = asking.actorId === null;
    if (guest) await this.haste.count('guest', asking.from);
    const personId = asking.actorId ?? randomUUID();
    try {
      const { ids, begun } = await this.writer.change({ actorId: personId }, {
        verb: 'contribution.claim',
        load: async (tx) => {
          const slip = code === null ? null : await this.store.byCode(tx, code);
          if (slip === null) throw new Refused('claim/wrong', 'C20');
          return { allianceId: slip.allianceId, thing: {}, slip };
        },
        decide: ({ slip }) => this.decide(slip, personId, guest, name, hidden),
        save: async (tx, { slip }, { ids: claimed, called }, at) => {
          if (guest && hidden) await this.protecting.addGuest(tx, personId, called, asking.language);
          else if (guest) await this.people.addGuest(tx, personId, called as string, asking.language);
          await this.store.claim(tx, slip, claimed, personId, at);
          return { ids: claimed, begun: guest ? await this.sessions.begin(tx, personId) : null };
        },
        note: (_loaded, { ids: claimed }) => claimed.map((id) => ({ subjectKind: 'contribution', subjectId: id })),
      });
      if (begun !== null) this.sessions.enter(asking, begun);
      return [...ids];
    } catch (refused) {
      if (refused instanceof Refused && refused.code === 'claim/wrong') await this.haste.note('wrongCode', asking.from);
      throw refused;
    }
  }

  @Mutation()
  async leaveOutName(@Asks() asking: Asking, @Args('contributionId') id: string): Promise<ContributionRow> {
    await this.writer.change(asking, {
      verb: 'contribution.leaveOutName',
      load: async (tx) => {
        const held = isId(id) ? await this.contributions.hold(tx, id) : null;
        if (held === null || held.state === 'WITHDRAWN') return null;
        const unclaimed = held.writtenDownById !== null && held.authors[0]?.actorId === null;
        return { allianceId: held.allianceId, thing: { visibility: held.visibility, mine: held.writtenDownById === asking.actorId, state: unclaimed ? 'UNCLAIMED' : 'CLAIMED' } };
      },
      save: (tx) => this.store.leaveOut(tx, id),
      note: () => ({ subjectKind: 'contribution', subjectId: id }),
    });
    return (await this.rows(asking, [id]))[0] as ContributionRow;
  }

  private decide(slip: Found, personId: string, guest: boolean, name: string | null | undefined, hidden: boolean) {
    const ids = slip.madeById === personId ? refuse('claim/own-writing', { rule: 'C20' }) : claim(slip.all, personId);
    if (isRefusal(ids)) return ids;
    // Whoever is a resident to everyone need not say a name.
    if (!guest || (hidden && !name?.trim())) return { ids, called: null };
    const called = name?.trim() ? asName(name, limits.name) : refuse('sign-in/name-needed', { rule: 'C20' });
    return isRefusal(called) ? called : { ids, called };
  }

  private async rows(asking: Asking, ids: readonly string[]): Promise<ContributionRow[]> {
    const rows = await Promise.all(ids.map((id) => this.reading.byId(asking, id)));
    return rows.filter((row) => row !== null);
  }
}
