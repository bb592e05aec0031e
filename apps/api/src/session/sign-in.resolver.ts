import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse } from '@samsyn/domain/shared/refusal';
import type { Language } from '@samsyn/domain/shared/refusals';
import { asEmail, asName } from '@samsyn/domain/shared/text';
import { randomUUID } from 'node:crypto';
import { PersonStore, type PersonRow } from '../actor/person.store.js';
import { InvitationStore } from '../alliance/invitation.store.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { must, Refused } from '../core/refusal.js';
import { randomToken } from '../core/secrets.js';
import { Settings } from '../core/settings.js';
import { LetterStore } from '../letter/letter.store.js';
import { Post } from '../letter/post.js';
import { signInLetter } from '../letter/words.js';
import { Haste } from './haste.js';
import { SessionStore } from './session.store.js';
import { SignInStore } from './sign-in.store.js';

/** The cookie that binds a link to the browser that asked for it. */
const nonceCookie = 'sign-in';
const tenMinutes = 600;

/** Signing in by letter. Whether an address is known is told to nobody [M1]. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly settings: Settings,
    private readonly writer: Writer,
    private readonly sessions: SessionStore,
    private readonly links: SignInStore,
    private readonly people: PersonStore,
    private readonly inviting: InvitationStore,
    private readonly letters: LetterStore,
    private readonly post: Post,
    private readonly haste: Haste,
  ) {}

  @Mutation()
  async askForSignIn(@Asks() asking: Asking, @Args('email') email: string, @Args('language') language: Language): Promise<boolean> {
    const address = must(asEmail(email));
    await this.haste.count('signIn', asking.from);
    const token = randomToken();
    const nonce = asking.cookies[nonceCookie]?.slice(0, 100) || randomToken();
    // A person is neither looked for nor made here: known and unknown addresses take the same way.
    await this.writer.change(asking, {
      verb: 'session.begin',
      load: async (tx) => ({ allianceId: null, thing: {}, tooMany: await this.links.tooMany(tx, address) }),
      decide: ({ tooMany }) => (tooMany ? refuse('request/too-many', { rule: 'M1' }) : true),
      save: async (tx) => {
        await this.links.add(tx, address, token, nonce);
        await this.letters.write(tx, [signInLetter(address, language, `${this.settings.publicUrl}/sign-in#${token}`)]);
      },
      note: () => [],
    });
    asking.setCookie(nonceCookie, nonce, tenMinutes);
    this.post.wake();
    return true;
  }

  @Mutation()
  async signIn(@Asks() asking: Asking, @Args('token') token: string, @Args('name') name?: string | null, @Args('leaveGuest') leaveGuest?: boolean | null): Promise<PersonRow | null> {
    await this.haste.look('wrongLink', asking.from);
    const nonce = asking.cookies[nonceCookie] ?? '';
    const called = name?.trim() ? must(asName(name, limits.name)) : null;
    const begun = await this.writer.change(asking, {
      verb: 'session.begin',
      load: async (tx) => ({ allianceId: null, thing: {}, link: await this.links.use(tx, token, nonce) }),
      decide: ({ link }) => link ?? refuse('sign-in/spent', { rule: 'M1' }),
      save: async (tx, _loaded, link, at) => {
        const personId = await this.personOf(tx, asking, link.email, called, leaveGuest === true);
        await this.inviting.greet(tx, link.email, personId, at);
        // A new session at each sign-in; the one before ends.
        if (asking.sessionId) await this.sessions.end(tx, asking.sessionId);
        return this.sessions.begin(tx, personId, asking.device);
      },
      note: (_loaded, result) => ({ verb: 'session.signIn', subjectKind: 'person', subjectId: result.actorId }),
    }).catch(async (refused: unknown) => {
      if (refused instanceof Refused && refused.code === 'sign-in/spent') await this.haste.note('wrongLink', asking.from);
      throw refused;
    });
    this.sessions.enter(asking, begun);
    asking.clearCookie(nonceCookie);
    return this.people.byId(begun.actorId);
  }

  // Whoever has the address; else whoever asks and has none gets it, so that they can come back; else somebody new.
  private async personOf(tx: Tx, asking: Asking, email: string, name: string | null, leaveGuest: boolean): Promise<string> {
    const guest = asking.actorId !== null && (await this.people.lacksAddress(tx, asking.actorId)) ? asking.actorId : null;
    const owner = (await this.people.byEmail(tx, email))?.id ?? (guest === null ? null : await this.people.giveAddress(tx, guest, email));
    // What they gave would slip out of their hands unasked. The link still works for the answer.
    if (owner !== null && guest !== null && owner !== guest && !leaveGuest) throw new Refused('sign-in/other-person', 'M3');
    if (owner !== null) return owner;
    // The link is not used up by this: the whole transaction is taken back.
    if (name === null) throw new Refused('sign-in/name-needed', 'M1');
    return this.people.addWithAddress(tx, randomUUID(), name, email, asking.language);
  }
}
