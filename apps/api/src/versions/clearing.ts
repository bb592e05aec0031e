import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Asking } from '../core/asking.js';
import { Live } from '../core/live.js';
import { Refused } from '../core/refusal.js';
import { fieldsIn } from '../writing/first.js';
import { History } from '../writing/history.js';
import { openRoots } from '../writing/place.js';
import { contentOf } from '../writing/render.js';
import { takeIn } from '../writing/takeIn.js';
import type { DeletedRow, Rewritten } from './deleted.store.js';
import { rangesOf, standsAny, without } from './erase.js';
import { KeyframeStore } from './keyframe.store.js';
import { Past } from './past.js';
import { Replay } from './replay.js';
import { VersionStore } from './version.store.js';

const rowsAtOnce = 400;

/** Makes ready what is stored when deleted text is cleared [V6]: the log without its words, proved to give the same text. */
@Injectable()
export class Clearing {
  constructor(
    private readonly keyframes: KeyframeStore,
    private readonly versions: VersionStore,
    private readonly replay: Replay,
    private readonly past: Past,
    private readonly history: History,
    live: Live,
  ) {
    // Whatever process it was done in: no other may go on showing what it has in memory.
    live.on('everywhere', (entries) => {
      for (const { verb, subjectId } of entries) if (verb === 'framing.cleared') this.past.forget(subjectId);
    });
  }

  /** Refuses where a version holds any of the words; told by the very characters, never by likeness. */
  async inNoVersion(asking: Asking, framingId: string, texts: readonly DeletedRow[]): Promise<void> {
    const ranges = rangesOf(texts.flatMap((text) => text.ranges));
    const versions = await this.versions.list(asking, framingId, 10_000, null);
    for (const { label, position } of [...versions].sort((one, two) => one.position - two.position)) {
      const holds = await this.replay.at(framingId, position, (document) => standsAny(document, ranges));
      if (holds) throw new Refused('clearing/in-a-version', 'V6', { label });
    }
  }

  /** The rows of the log that hold the words, without them. */
  async rewritten(framingId: string, texts: readonly DeletedRow[]): Promise<Rewritten[]> {
    const ranges = rangesOf(texts.flatMap((text) => text.ranges));
    const head = await this.keyframes.head(framingId);
    const [was, is] = [fresh(), fresh()];
    const rewritten: Rewritten[] = [];
    for (let at = 0; at < head; ) {
      const rows = await this.keyframes.rows(framingId, at, head, rowsAtOnce);
      if (rows.length === 0) break;
      const silenced = rows.map(({ seq, update }) => {
        const silent = without(update, ranges);
        if (silent !== null) rewritten.push({ seq, was: new Uint8Array(update), is: new Uint8Array(silent) });
        return silent ?? update;
      });
      takeIn(was, rows.map(({ update }) => update));
      takeIn(is, silenced);
      at = rows.at(-1)?.seq ?? head;
      await breath();
    }
    // Rather nothing is cleared than a text harmed.
    if (!readAlike(was, is)) throw new Error('a log without its deleted words would give another text');
    return rewritten;
  }

  /** After the commit: nothing in memory may tell what was cleared, and the text gets a new snapshot. */
  async done(framingId: string): Promise<void> {
    this.past.forget(framingId);
    await this.history.compact(framingId).catch(() => undefined);
  }
}

function fresh(): Y.Doc {
  const document = new Y.Doc();
  openRoots(document);
  return document;
}

function readAlike(one: Y.Doc, other: Y.Doc): boolean {
  if (other.store.pendingStructs !== null || !Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))) return false;
  const read = (document: Y.Doc): string => JSON.stringify([contentOf(document), fieldsIn(document)]);
  return read(one) === read(other);
}
