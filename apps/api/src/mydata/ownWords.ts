import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import * as Y from 'yjs';
import { Attribution } from '../writing/attribution.js';
import { Texts } from '../writing/texts.js';
import { MyDataStore } from './mydata.store.js';

/** Characters of somebody, by client: from a clock on. */
export type OwnRange = readonly [client: number, clock: number, text: string];

/** Words of somebody in a text, in the order they wrote them. */
export interface OwnRun {
  readonly text: string;
  /** They stand in the text now; else they were taken away and are in its history still. */
  readonly stands: boolean;
}

/** All words of a person in a text, those that were taken away too: out of its log, by who the server says wrote them [W6]. */
@Injectable()
export class OwnWords {
  constructor(
    private readonly store: MyDataStore,
    private readonly attribution: Attribution,
    private readonly texts: Texts,
  ) {}

  /** Every character of theirs that the log holds, in runs. */
  async ranges(framingId: string, actorId: string): Promise<OwnRange[]> {
    const authors = await this.attribution.authors(framingId);
    const found: [number, number, string][] = [];
    for (let after = 0; ; ) {
      const rows = await this.store.log(framingId, after);
      for (const { update } of rows) for (const [client, clock, text] of saidIn(update)) {
        let at = 0;
        for (const { length, by } of authors(client, clock, text.length)) {
          if (by.actorId === actorId) join(found, [client, clock + at, text.slice(at, at + length)]);
          at += length;
        }
      }
      const last = rows.at(-1);
      if (last === undefined) return found;
      after = last.seq;
      await breath();
    }
  }

  /** The same as one reads it: what stands, and what was taken away. */
  async runs(framingId: string, actorId: string): Promise<OwnRun[]> {
    const ranges = await this.ranges(framingId, actorId);
    return this.texts.read(framingId, (document) =>
      ranges.flatMap(([client, clock, text]) => {
        const runs: { text: string; stands: boolean }[] = [];
        for (const [from, to, stands] of standing(document, client, clock, clock + text.length)) {
          const words = text.slice(from - clock, to - clock).replaceAll('\0', '');
          const last = runs.at(-1);
          if (last?.stands === stands) last.text += words;
          else runs.push({ text: words, stands });
        }
        return runs;
      }),
    );
  }
}

/** What a row of a log says in words, by client and clock. */
export function saidIn(update: Uint8Array): OwnRange[] {
  const { structs } = Y.decodeUpdate(update);
  return structs.flatMap((struct): OwnRange[] => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [[struct.id.client, struct.id.clock, struct.content.str]] : []));
}

// Keystrokes follow each other under one client, with now and then somebody else's in between.
function join(found: [number, number, string][], next: [number, number, string]): void {
  for (let back = 1; back <= Math.min(8, found.length); back += 1) {
    const last = found.at(-back);
    if (last === undefined || last[0] !== next[0] || last[1] + last[2].length !== next[1]) continue;
    last[2] += next[2];
    return;
  }
  found.push(next);
}

function* standing(document: Y.Doc, client: number, from: number, to: number): Generator<[number, number, boolean]> {
  const structs = document.store.clients.get(client);
  const end = Math.min(to, Y.getState(document.store, client));
  if (structs === undefined || from >= end) return void (yield [from, to, false]);
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= end) break;
    yield [Math.max(from, struct.id.clock), Math.min(end, struct.id.clock + struct.length), struct instanceof Y.Item && !struct.deleted];
  }
  return undefined;
}
