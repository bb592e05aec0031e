import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { phraseOf, readPhrase } from '@samsyn/domain/session/phrase';
import { refuse } from '@samsyn/domain/shared/refusal';
import type { Language } from '@samsyn/domain/shared/refusals';
import { PersonStore, type PersonRow } from '../actor/person.store.js';
import { qr, type Qr } from '../alliance/qr.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { must, Refused } from '../core/refusal.js';
import { Settings } from '../core/settings.js';
import { CardStore } from './card.store.js';
import { Haste } from './haste.js';
import { SessionStore } from './session.store.js';

interface Card {
  readonly name: string;
  readonly words: readonly string[];
  readonly address: string;
  readonly qr: Qr;
}

/** A card with six words, for whoever wants to come back from another device, and coming back with it [E1]. */
@Resolver()
export class CardResolver {
  constructor(
    private readonly settings: Settings,
    private readonly writer: Writer,
    private readonly cards: CardStore,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly haste: Haste,
  ) {}

  @Mutation()
  async makeCard(@Asks() asking: Asking, @Args('language') language: Language): Promise<Card> {
    const { actorId } = asking;
    if (actorId === null) throw new Refused('session/none', 'E1');
    await this.haste.count('card', actorId);
    const words = phraseOf(this.cards.draw(), language);
    const hash = await this.cards.digest(must(readPhrase(words.join(' '))));
    const name = await this.writer.change(asking, {
      verb: 'card.make',
      load: async (tx) => {
        await this.people.hold(tx, actorId);
        return { allianceId: null, thing: {} };
      },
      save: async (tx) => {
        await this.cards.put(tx, actorId, hash);
        return this.people.nameOf(tx, actorId);
      },
      note: () => ({ subjectKind: 'person', subjectId: actorId }),
    });
    const address = `${this.settings.publicUrl}/back`;
    // The words stand in the fragment, which no server sees and no log keeps.
    return { name, words, address, qr: qr(`${address}#${encodeURI(words.join('-'))}`) };
  }

  @Mutation()
  async comeBack(@Asks() asking: Asking, @Args('phrase') phrase: string, @Args('leaveName') leaveName?: boolean | null): Promise<PersonRow | null> {
    await this.haste.look('wrongPhrase', asking.from);
    const hash = await this.cards.digest(must(readPhrase(phrase)));
    const begun = await this.writer.change(asking, {
      verb: 'session.begin',
      load: async (tx) => ({ allianceId: null, thing: {}, owner: await this.cards.ownerOf(tx, hash) }),
      decide: ({ owner }) => owner ?? refuse('card/wrong', { rule: 'E1' }),
      save: async (tx, _loaded, owner) => {
        const { actorId, sessionId } = asking;
        if (actorId !== null && actorId !== owner && leaveName !== true && (await this.people.isWithoutWay(tx, actorId))) throw new Refused('card/other-person', 'E5');
        if (sessionId !== null) await this.sessions.end(tx, sessionId);
        return this.sessions.begin(tx, owner, asking.device);
      },
      note: (_loaded, { actorId }) => ({ verb: 'session.comeBack', subjectKind: 'person', subjectId: actorId }),
    }).catch(async (refused: unknown) => {
      if (refused instanceof Refused && refused.code === 'card/wrong') await this.haste.note('wrongPhrase', asking.from);
      throw refused;
    });
    this.sessions.enter(asking, begun);
    return this.people.byId(begun.actorId);
  }
}
