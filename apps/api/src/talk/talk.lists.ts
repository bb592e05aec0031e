import { Injectable } from '@nestjs/common';
import { may } from '@samsyn/domain/rights/rights';
import type { ThreadState } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { placeIn } from '../core/standing.js';
import { asThreadPage, threads, type Page } from './talk.connection.js';
import { TalkReadStore, type Scope } from './talk.read.store.js';
import type { ThreadRow } from './talk.row.js';

/** A page of threads, with what is needed to count all of them when somebody asks. */
export interface Listed extends Page<ThreadRow> {
  readonly scope: Scope;
  readonly scopeId: string | null;
  readonly state: ThreadState | null;
}

/** Threads in lists, open ones first. Of an alliance that may not be read the list is empty. */
@Injectable()
export class ThreadLists {
  constructor(
    private readonly store: TalkReadStore,
    private readonly database: Database,
  ) {}

  async list(asking: Asking, scope: Scope, about: { id: string; allianceId: string }, first: number, after?: string | null, state: ThreadState | null = null): Promise<Listed> {
    const page = must(asThreadPage(first, after));
    const place = await placeIn(this.database, asking, about.allianceId);
    const readable = place !== null && may('thread.read', place.standing, place.thing);
    const rows = readable ? await this.store.threads(asking, scope, about.id, page.first, page.after, state) : [];
    return { ...threads(rows, page.first), scope, scopeId: readable ? about.id : null, state };
  }
}
