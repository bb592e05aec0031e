import { Injectable } from '@nestjs/common';
import { refuse } from '@samsyn/domain/shared/refusal';
import type { Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { randomToken } from '../core/secrets.js';
import { CardStore } from './card.store.js';
import { Haste } from './haste.js';
import { OrganisationStore } from './organisation.store.js';
import { Provider } from './provider.js';

/** The cookie that binds a going over to the browser that began it. */
export const roundCookie = 'round';
const tenMinutes = 600;

/** Over to an organisation's sign-in and back [E3]. */
@Injectable()
export class Rounds {
  constructor(
    private readonly provider: Provider,
    private readonly writer: Writer,
    private readonly organisations: OrganisationStore,
    private readonly cards: CardStore,
    private readonly haste: Haste,
  ) {}

  /** Where the browser is sent. */
  async begin(asking: Asking): Promise<string> {
    await this.haste.count('round', asking.from);
    const browser = asking.cookies[roundCookie]?.slice(0, 100) || randomToken();
    const state = randomToken();
    // First: a provider that is away leaves nothing behind.
    const way = await this.provider.way(state, browser);
    await this.writer.change(asking, {
      verb: 'session.begin',
      load: async () => ({ allianceId: null, thing: {} }),
      save: (tx) => this.organisations.begin(tx, state, browser),
      note: () => [],
    });
    asking.setCookie(roundCookie, browser, tenMinutes);
    return way;
  }

  /** What the browser came back with, as a proof that a press uses. */
  async end(asking: Asking, query: string): Promise<string> {
    await this.haste.look('wrongLink', asking.from);
    const state = new URLSearchParams(query).get('state') ?? '';
    const browser = asking.cookies[roundCookie] ?? '';
    // Used up first and whatever comes of it: what is brought twice is not even looked at.
    const id = await this.writer.change(asking, {
      verb: 'session.begin',
      load: async (tx) => ({ allianceId: null, thing: {}, id: await this.organisations.use(tx, state, browser) }),
      decide: ({ id }) => id ?? refuse('sign-in/spent', { rule: 'E3' }),
      save: async (_tx, _loaded, id) => id,
      note: () => [],
    }).catch(async (refused: unknown) => {
      if (refused instanceof Refused) await this.haste.note('wrongLink', asking.from);
      throw refused;
    });
    const { issuer, subject } = await this.provider.meant(query, state, browser);
    const subjectHash = await this.cards.digest(`${issuer}\n${subject}`);
    const proof = randomToken();
    await this.writer.change(asking, {
      verb: 'session.begin',
      load: async () => ({ allianceId: null, thing: {} }),
      save: (tx) => this.organisations.prove(tx, id, { issuer, subjectHash }, proof),
      note: () => [],
    });
    return proof;
  }
}
