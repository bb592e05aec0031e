import type { Installation, Somebody } from './installation.js';
import { aRoom, open, until, type Pen, type Room } from './room.js';

/** A room in which some write, each with a pen of their own. */
export interface Desk extends Room {
  readonly pens: readonly [Pen, Pen];
  /** Somebody writes at the end of their paragraph; the position of the log it is stored at, once both have seen it. */
  write(pen: Pen, words: string): Promise<number>;
  head(): Promise<number>;
  leave(): void;
}

/** Makes a room for two, and sits them down in it. */
export async function aDeskFor(here: Installation, people: readonly [Somebody, Somebody], visibility: 'OPEN' | 'CLOSED' = 'OPEN'): Promise<Desk> {
  const room = await aRoom(here, visibility);
  await room.takesPart(...people);
  const pens = [open(here.url, people[0], room.framingId), open(here.url, people[1], room.framingId)] as const;
  await until('both are in', () => pens.every((pen) => pen.saved()));
  const head = async () => Number((await here.db.query('select head_seq from collab_document where id = $1', [room.framingId])).rows[0].head_seq);
  return {
    ...room,
    pens,
    head,
    async write(pen, words) {
      pen.write(words);
      await until('saved', () => pen.saved());
      await until('seen by both', () => pens.every((one) => one.words().includes(words)));
      return head();
    },
    leave: () => pens.forEach((pen) => pen.destroy()),
  };
}
