import { Injectable } from '@nestjs/common';
import type { ThreadState } from '@samsyn/domain/shared/enums';
import type { ActorRow } from '../core/actors.js';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { byKey, grouped } from '../core/gather.js';
import { postColumns, threadColumns, type PostRow, type ThreadRow } from './talk.row.js';

/** What a list of threads hangs on. */
export type Scope = 'framing' | 'contribution';

/** Where to go on in a list. */
export interface After {
  readonly at: string;
  readonly id: string;
}

/** The same in a list of threads, where open ones come first. */
export interface ThreadAfter extends After {
  readonly state: ThreadState;
}

type Gathers = Pick<Asking, 'gather'>;

/** Reading what is said; every question of a page is one statement, however many ask it. */
@Injectable()
export class TalkReadStore {
  constructor(private readonly database: Database) {}

  /** A thread by id, or null. */
  thread(asking: Gathers, id: string): Promise<ThreadRow | null> {
    return asking.gather.one('thread', id.toLowerCase(), async (ids: string[]) =>
      byKey(await this.database.rows<ThreadRow>('thread.byId', `select ${threadColumns} from thread t where t.id = any($1::uuid[])`, [ids]), (row) => row.id),
    );
  }

  /** The threads of a scope, open ones first, so many and one more, to tell whether there are others. */
  threads(asking: Gathers, scope: Scope, id: string, first: number, after: ThreadAfter | null, state: ThreadState | null): Promise<ThreadRow[]> {
    const name = `thread.list.${scope} ${first} ${after?.state ?? ''} ${after?.at ?? ''} ${after?.id ?? ''} ${state ?? ''}`;
    return asking.gather.many(name, id, async (ids: string[]) =>
      grouped(
        await this.database.rows<ThreadRow & { scope: string }>(
          `thread.list.${scope}`,
          `select s.id as scope, page.* from unnest($1::uuid[]) s(id) cross join lateral (
             select ${threadColumns} from thread t
             where t.${scope}_id = s.id and ($2::"ThreadState" is null or t.state = $2::"ThreadState")
               and ($3::"ThreadState" is null or t.state > $3::"ThreadState" or (t.state = $3::"ThreadState"
                 and (t.opened_at < $4::timestamptz or (t.opened_at = $4::timestamptz and t.id > $5::uuid))))
             order by t.state, t.opened_at desc, t.id limit $6) page`,
          [ids, state, after?.state ?? null, after?.at ?? null, after?.id ?? null, first + 1],
        ),
        (row) => row.scope,
      ),
    );
  }

  /** How many threads there are in a scope. */
  async total(asking: Gathers, scope: Scope, id: string, state: ThreadState | null): Promise<number> {
    const found = await asking.gather.one(`thread.total.${scope} ${state ?? ''}`, id, async (ids: string[]) => {
      const rows = await this.database.rows<{ scope: string; total: number }>(
        `thread.total.${scope}`,
        `select ${scope}_id as scope, count(*) as total from thread
         where ${scope}_id = any($1::uuid[]) and ($2::"ThreadState" is null or state = $2::"ThreadState") group by 1`,
        [ids, state],
      );
      return new Map(rows.map((row) => [row.scope, row.total]));
    });
    return found ?? 0;
  }

  /** What is said in a thread, oldest first, so many and one more. */
  posts(asking: Gathers, threadId: string, first: number, after: After | null): Promise<PostRow[]> {
    return asking.gather.many(`thread.posts ${first} ${after?.at ?? ''} ${after?.id ?? ''}`, threadId, async (ids: string[]) =>
      grouped(
        await this.database.rows<PostRow>(
          'thread.posts',
          `select page.* from unnest($1::uuid[]) s(id) cross join lateral (
             select ${postColumns} from thread_post p join thread t on t.id = p.thread_id
             where p.thread_id = s.id and ($2::timestamptz is null or (p.said_at, p.id) > ($2::timestamptz, $3::uuid))
             order by p.said_at, p.id limit $4) page`,
          [ids, after?.at ?? null, after?.id ?? null, first + 1],
        ),
        (row) => row.threadId,
      ),
    );
  }

  /** Something said, by id, or null. */
  post(id: string): Promise<PostRow | null> {
    return this.database.row<PostRow>('thread.post', `select ${postColumns} from thread_post p join thread t on t.id = p.thread_id where p.id = $1::uuid`, [id]);
  }

  /** Who was named in a post. A merged organisation answers as the one that stands [A3]. */
  mentions(asking: Gathers, postId: string): Promise<ActorRow[]> {
    return asking.gather.many('thread.mentions', postId, async (ids: string[]) =>
      grouped(
        await this.database.rows<ActorRow & { postId: string }>(
          'thread.mentions',
          `select m.post_id as "postId", a.id, a.kind, a.name, a.invented
           from mention m left join organisation o on o.id = m.actor_id join actor a on a.id = coalesce(o.merged_into_id, m.actor_id)
           where m.post_id = any($1::uuid[]) order by m.post_id, a.name, a.id`,
          [ids],
        ),
        (row) => row.postId,
      ),
    );
  }

  /** Has an actor left an alliance since they spoke there? */
  async hasLeft(asking: Gathers, allianceId: string, actorId: string): Promise<boolean> {
    const found = await asking.gather.one('thread.left', `${allianceId} ${actorId}`, async (keys: string[]) => {
      const rows = await this.database.rows<{ key: string }>(
        'thread.left',
        `select p.alliance_id || ' ' || p.actor_id as key from unnest($1::uuid[], $2::uuid[]) asked(alliance_id, actor_id)
         join participation p on p.alliance_id = asked.alliance_id and p.actor_id = asked.actor_id where p.standing <> 'TAKES_PART'`,
        [keys.map((key) => key.slice(0, 36)), keys.map((key) => key.slice(37))],
      );
      return new Map(rows.map((row) => [row.key, true]));
    });
    return found ?? false;
  }
}
