import { Injectable } from '@nestjs/common';
import type { Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';

/** A mention as the table of rights needs to see it. */
export interface HeldMention {
  readonly allianceId: string;
  readonly visibility: Visibility;
  /** It waits for the one who asks: they were named, or speak for what was. */
  readonly mine: boolean;
}

/** What one has read of where one was named. Each reads for themselves. */
@Injectable()
export class MentionStore {
  /** A mention, and whether it waits for somebody; null when there is none. */
  async mention(tx: Tx, id: string, personId: string | null): Promise<HeldMention | null> {
    const rows = await tx.$queryRaw<HeldMention[]>`
      select t.alliance_id as "allianceId", a.visibility, (m.actor_id = ${personId}::uuid or exists (
        select from representation r join participation o on o.id = r.participation_id
        where r.person_id = ${personId}::uuid and r.ended_at is null and o.actor_id = m.actor_id and o.alliance_id = t.alliance_id)) as mine
      from mention m join thread_post p on p.id = m.post_id join thread t on t.id = p.thread_id join alliance a on a.id = t.alliance_id
      where m.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** Somebody has read it; saying so again changes nothing. */
  async read(tx: Tx, id: string, personId: string, at: string): Promise<void> {
    await tx.mentionRead.createMany({ data: [{ mentionId: id, personId, readAt: at }], skipDuplicates: true });
  }

  /** Whoever replies in a thread has read where they were named in it. */
  async readAllIn(tx: Tx, threadId: string, personId: string, at: string): Promise<void> {
    await tx.$executeRaw`
      insert into mention_read (mention_id, person_id, read_at)
      select m.id, ${personId}::uuid, ${at}::timestamptz from mention m join thread_post p on p.id = m.post_id
      where p.thread_id = ${threadId}::uuid and m.actor_id = ${personId}::uuid on conflict do nothing`;
  }
}
