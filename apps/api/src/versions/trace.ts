import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import { removed, type Run } from '@samsyn/domain/versions/removed';
import * as Y from 'yjs';
import { openRoots } from '../writing/place.js';
import { takeIn } from '../writing/takeIn.js';
import { DeletedStore } from './deleted.store.js';
import { KeyframeStore } from './keyframe.store.js';
import { applied } from './takenAway.js';

const rowsAtOnce = 200;

/** Finds in the log which words were taken away, by whom and when; each row of it is gone through once [V5]. */
@Injectable()
export class Trace {
  private readonly going = new Map<string, Promise<void>>();

  constructor(
    private readonly store: DeletedStore,
    private readonly keyframes: KeyframeStore,
  ) {}

  /** Goes through what has been written since it was last gone through. */
  catchUp(framingId: string): Promise<void> {
    const going = this.going.get(framingId) ?? this.go(framingId).finally(() => this.going.delete(framingId));
    this.going.set(framingId, going);
    return going;
  }

  private async go(framingId: string): Promise<void> {
    const [from, head] = await Promise.all([this.store.traced(framingId), this.keyframes.head(framingId)]);
    if (head <= from) return;
    const document = await this.asItWas(framingId, from);
    const runs: Run[] = [];
    for (let at = from; at < head; ) {
      const rows = await this.store.rows(framingId, at, head, rowsAtOnce);
      if (rows.length === 0) break;
      for (const { seq, at: moment, actorId, update } of rows) runs.push(...applied(document, update).map((gone): Run => ({ seq, at: moment, by: actorId, ...gone })));
      at = rows.at(-1)?.seq ?? head;
      await breath();
    }
    document.destroy();
    await this.store.keep(framingId, from, head, removed(runs));
  }

  private async asItWas(framingId: string, seq: number): Promise<Y.Doc> {
    const document = new Y.Doc();
    openRoots(document);
    const nearest = await this.keyframes.nearest(framingId, seq, 0);
    if (nearest !== null) takeIn(document, [nearest.state]);
    for (let at = nearest?.seq ?? 0; at < seq; ) {
      const rows = await this.keyframes.rows(framingId, at, seq, rowsAtOnce);
      if (rows.length === 0) break;
      takeIn(document, rows.map(({ update }) => update));
      at = rows.at(-1)?.seq ?? seq;
    }
    return document;
  }
}
