import { Injectable } from '@nestjs/common';
import type { Passage } from '@samsyn/domain/contribution/give';
import type { Capacity, ContributionState, PostAct, ThreadState, Visibility } from '@samsyn/domain/shared/enums';
import type { Said } from '@samsyn/domain/talk/saying';
import type { TakenBack } from '@samsyn/domain/talk/takingBack';
import type { Tx } from '../core/change.js';
import { Prisma } from '../generated/prisma/client.js';

/** What a thread is to be about. */
export interface Subject {
  readonly allianceId: string;
  readonly visibility: Visibility;
  readonly framingId: string | null;
  readonly state?: ContributionState;
}

/** A thread held still until the commit. */
export interface HeldThread {
  readonly id: string;
  readonly allianceId: string;
  readonly framingId: string | null;
  readonly contributionId: string | null;
  readonly visibility: Visibility;
  readonly state: ThreadState;
}

/** Who speaks, when, and in what capacity. */
export interface Speaking {
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
}

/** Writes of what is said. */
@Injectable()
export class TalkStore {
  /** A framing that a thread is to be about; null when there is none. */
  async framing(tx: Tx, id: string): Promise<Subject | null> {
    const rows = await tx.$queryRaw<Subject[]>`
      select f.alliance_id as "allianceId", a.visibility, f.id as "framingId" from framing f join alliance a on a.id = f.alliance_id where f.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** A contribution that a thread is to be about, held so that it is not withdrawn meanwhile; null when there is none. */
  async contribution(tx: Tx, id: string): Promise<Subject | null> {
    const rows = await tx.$queryRaw<Subject[]>`
      select c.alliance_id as "allianceId", a.visibility, c.framing_id as "framingId", c.state
      from contribution c join alliance a on a.id = c.alliance_id where c.id = ${id}::uuid for share of c`;
    return rows[0] ?? null;
  }

  /** Those of the named who take part: persons, organisations and alliances alike [A1]. */
  async here(tx: Tx, allianceId: string, named: readonly string[]): Promise<string[]> {
    if (named.length === 0) return [];
    const rows = await tx.participation.findMany({ where: { allianceId, actorId: { in: [...named] }, standing: 'TAKES_PART' }, select: { actorId: true } });
    return rows.map((row) => row.actorId);
  }

  /** One arrival of a key at a time: who comes second finds what the first one left. */
  async aloneWith(tx: Tx, key: string): Promise<void> {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`thread ${key}`}, 0))`;
  }

  /** A thread, held still until the commit; null when there is none. */
  async hold(tx: Tx, id: string): Promise<HeldThread | null> {
    const rows = await tx.$queryRaw<HeldThread[]>`
      select t.id, t.alliance_id as "allianceId", t.framing_id as "framingId", t.contribution_id as "contributionId", a.visibility, t.state
      from thread t join alliance a on a.id = t.alliance_id where t.id = ${id}::uuid for update of t`;
    return rows[0] ?? null;
  }

  /** Who opened what already bears this id, and where; null when it is free. */
  openerOf(tx: Tx, id: string): Promise<{ openedById: string | null; allianceId: string } | null> {
    return tx.thread.findUnique({ where: { id }, select: { openedById: true, allianceId: true } });
  }

  /** Who said what already bears this id, and in which thread; null when it is free. */
  speakerOf(tx: Tx, id: string): Promise<{ saidById: string | null; threadId: string } | null> {
    return tx.threadPost.findUnique({ where: { id }, select: { saidById: true, threadId: true } });
  }

  /** Stores a new thread with the words it begins with. */
  async open(tx: Tx, id: string, about: { allianceId: string; framingId: string | null; contributionId: string | null }, passage: Passage, said: Said, by: Speaking): Promise<void> {
    const anchor = passage.anchor === null ? Prisma.DbNull : (passage.anchor as Prisma.InputJsonValue);
    await tx.thread.create({ data: { id, ...about, quote: passage.quote, anchor, openedById: by.actorId, capacity: by.capacity, openedAt: by.at } });
    await this.say(tx, null, id, 'SAID', said, by);
  }

  /** Stores something said, and gives its id. */
  async say(tx: Tx, id: string | null, threadId: string, act: PostAct, said: Said, by: Speaking): Promise<string> {
    const post = await tx.threadPost.create({
      data: { ...(id === null ? {} : { id }), threadId, act, text: said.text, saidById: by.actorId, capacity: by.capacity, saidAt: by.at, mentions: { create: said.mentions.map((actorId) => ({ actorId })) } },
      select: { id: true },
    });
    return post.id;
  }

  /** A thread stands so from now on. */
  async stand(tx: Tx, id: string, state: ThreadState): Promise<void> {
    await tx.thread.update({ where: { id }, data: { state } });
  }

  /** Something said, held still until the commit; null when there is none. */
  async post(tx: Tx, id: string): Promise<{ thread: HeldThread; saidById: string | null; takenBackAt: string | null } | null> {
    const rows = await tx.$queryRaw<{ threadId: string; saidById: string | null; takenBackAt: Date | null }[]>`
      select thread_id as "threadId", said_by_id as "saidById", taken_back_at as "takenBackAt" from thread_post where id = ${id}::uuid`;
    const thread = rows[0] && (await this.hold(tx, rows[0].threadId));
    if (!thread) return null;
    // Read anew behind the lock: of two who take the same back the second finds it gone.
    const { saidById, takenBackAt } = await tx.threadPost.findUniqueOrThrow({ where: { id }, select: { saidById: true, takenBackAt: true } });
    return { thread, saidById, takenBackAt: takenBackAt?.toISOString() ?? null };
  }

  /** Really deletes the words and whom they named, and leaves the place. */
  async takeBack(tx: Tx, id: string, gone: TakenBack): Promise<void> {
    await tx.mention.deleteMany({ where: { postId: id } });
    await tx.threadPost.update({ where: { id }, data: gone });
  }
}
