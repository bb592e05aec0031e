import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { refuse } from '@samsyn/domain/shared/refusal';
import { opened, type Opening } from '@samsyn/domain/talk/opening';
import { reopening, resolving, say } from '@samsyn/domain/talk/saying';
import { takeBack } from '@samsyn/domain/talk/takingBack';
import { randomUUID } from 'node:crypto';
import { Passages } from '../contribution/passages.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { HidingStore } from '../moderation/hiding.store.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { MentionStore } from './mention.store.js';
import { ThreadStanding } from './standing.js';
import { TalkReadStore } from './talk.read.store.js';
import { asPost } from './talk.rights.js';
import type { PostRow, ThreadRow } from './talk.row.js';
import { TalkStore, type HeldThread } from './talk.store.js';

type Open = Opening & { key?: string | null };
interface Reply {
  key?: string | null;
  threadId: string;
  text: string;
  mentionIds?: string[] | null;
}

/** Opening, replying, resolving, reopening and taking back. */
@Resolver()
export class TalkActsResolver {
  constructor(
    private readonly store: TalkStore,
    private readonly reading: TalkReadStore,
    private readonly mentions: MentionStore,
    private readonly passages: Passages,
    private readonly hidings: HidingStore,
    private readonly standing: ThreadStanding,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async openThread(@Asks() asking: Asking, @Args('input') input: Open): Promise<ThreadRow> {
    // Whoever has not stepped in is told so by change(), whatever the ids look like [R3].
    if (asking.actorId !== null) mustBeIds([input.key, input.framingId, input.contributionId, ...(input.mentionIds ?? [])]);
    const id = (input.key ?? randomUUID()).toLowerCase();
    const mentionIds = (input.mentionIds ?? []).map((one) => one.toLowerCase());
    // Asked before the transaction: the text is read by its own log.
    const passage = asking.actorId === null ? {} : await this.passages.pin(input.framingId, { anchor: input.anchor, quote: input.quote });
    await this.writer.change(asking, {
      verb: input.contributionId == null ? 'framing.talk' : 'contribution.talk',
      load: async (tx) => {
        await this.store.aloneWith(tx, id);
        const subject = input.contributionId == null ? await this.store.framing(tx, input.framingId ?? none) : await this.store.contribution(tx, input.contributionId);
        if (subject === null) return null;
        const { allianceId, visibility, state } = subject;
        return { allianceId, thing: { visibility, ...(state ? { state } : {}) }, subject, here: await this.store.here(tx, allianceId, mentionIds), before: await this.store.openerOf(tx, id) };
      },
      decide: ({ before, here, allianceId }) => {
        // A key that arrives a second time from the one who chose it is the same thread; anybody else's is nobody's.
        if (before !== null) return before.openedById === asking.actorId && before.allianceId === allianceId ? null : refuse('not-found', { rule: 'R3' });
        return opened({ ...input, mentionIds, ...passage }, here);
      },
      save: async (tx, { subject, allianceId }, thread, at, capacity) => {
        if (thread === null) return null;
        const about = { allianceId, framingId: subject.framingId, contributionId: input.contributionId ?? null };
        const { said, ...place } = thread;
        await this.store.open(tx, id, about, place, said, { actorId: asking.actorId, capacity, at });
        return about;
      },
      note: (_loaded, about) => (about === null ? [] : { verb: 'thread.open', subjectKind: 'thread', subjectId: id, detail: { framingId: about.framingId, contributionId: about.contributionId } }),
    });
    const thread = await this.thread(asking, id);
    // After the commit, and again when it is sent again: the mark is put by the text's own log.
    await this.standing.mark(thread, asking.actorId);
    return thread;
  }

  @Mutation()
  async reply(@Asks() asking: Asking, @Args('input') input: Reply): Promise<PostRow> {
    if (asking.actorId !== null) mustBeIds([input.key, input.threadId, ...(input.mentionIds ?? [])]);
    const id = (input.key ?? randomUUID()).toLowerCase();
    const mentionIds = (input.mentionIds ?? []).map((one) => one.toLowerCase());
    await this.writer.change(asking, {
      verb: 'thread.reply',
      load: async (tx) => {
        await this.store.aloneWith(tx, id);
        const held = await this.store.hold(tx, input.threadId);
        if (held === null) return null;
        const before = await this.store.speakerOf(tx, id);
        // What has arrived already is not refused because the thread was resolved since.
        const state = before?.saidById === asking.actorId && before.threadId === held.id ? 'OPEN' : held.state;
        return { ...asThread(held), thing: { visibility: held.visibility, state }, here: await this.store.here(tx, held.allianceId, mentionIds), before };
      },
      decide: ({ held, here, before }) => {
        if (before !== null) return before.saidById === asking.actorId && before.threadId === held.id ? null : refuse('not-found', { rule: 'R3' });
        return say(input.text, mentionIds, here);
      },
      save: async (tx, { held }, said, at, capacity) => {
        if (said === null) return null;
        await this.mentions.readAllIn(tx, held.id, asking.actorId as string, at);
        return this.store.say(tx, id, held.id, 'SAID', said, { actorId: asking.actorId, capacity, at });
      },
      note: ({ held }, saved) => (saved === null ? [] : noteOf(held)),
    });
    return this.post(id);
  }

  @Mutation()
  resolveThread(@Asks() asking: Asking, @Args('id') id: string, @Args('note') note: string): Promise<ThreadRow> {
    return this.stand(asking, id, 'RESOLVED', () => resolving(note));
  }

  @Mutation()
  reopenThread(@Asks() asking: Asking, @Args('id') id: string, @Args('reason') reason: string): Promise<ThreadRow> {
    return this.stand(asking, id, 'REOPENED', () => reopening(reason));
  }

  @Mutation()
  async takeBack(@Asks() asking: Asking, @Args('postId') id: string): Promise<PostRow> {
    await this.writer.change(asking, {
      verb: 'post.takeBack',
      load: async (tx) => {
        const post = isId(id) ? await this.store.post(tx, id) : null;
        return post && { allianceId: post.thread.allianceId, thing: asPost(post, asking.actorId, post.thread.visibility), post };
      },
      decide: ({ post }, at) => takeBack(post, at),
      save: async (tx, _loaded, gone, at) => {
        await this.hidings.eraseOf(tx, { subject: 'POST', subjectId: id.toLowerCase(), framingId: null }, asking.actorId, at);
        await this.store.takeBack(tx, id, gone);
      },
      note: ({ post }) => noteOf(post.thread),
    });
    return this.post(id);
  }

  private async stand(asking: Asking, id: string, act: 'RESOLVED' | 'REOPENED', decide: () => ReturnType<typeof resolving>): Promise<ThreadRow> {
    await this.writer.change(asking, {
      verb: act === 'RESOLVED' ? 'thread.resolve' : 'thread.reopen',
      load: async (tx) => {
        const held = isId(id) ? await this.store.hold(tx, id) : null;
        return held && asThread(held);
      },
      decide,
      save: async (tx, { held }, text, at, capacity) => {
        await this.store.stand(tx, held.id, act === 'RESOLVED' ? 'RESOLVED' : 'OPEN');
        await this.store.say(tx, null, held.id, act, { text, mentions: [] }, { actorId: asking.actorId, capacity, at });
      },
      note: ({ held }) => noteOf(held),
    });
    return this.thread(asking, id);
  }

  private async thread(asking: Asking, id: string): Promise<ThreadRow> {
    const row = await this.reading.thread(asking, id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }

  private async post(id: string): Promise<PostRow> {
    const row = await this.reading.post(id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}

const none = '00000000-0000-0000-0000-000000000000';

function mustBeIds(ids: readonly (string | null | undefined)[]): void {
  if (ids.some((id) => typeof id === 'string' && !isId(id))) throw new Refused('not-found', 'R3');
}

function asThread(held: HeldThread) {
  return { allianceId: held.allianceId, thing: { visibility: held.visibility, state: held.state }, held };
}

// What was said stays out of the ledger: words that are taken back must be gone.
function noteOf(held: HeldThread) {
  return { subjectKind: 'thread', subjectId: held.id, detail: { framingId: held.framingId, contributionId: held.contributionId } };
}
