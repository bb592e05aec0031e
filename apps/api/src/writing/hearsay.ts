import { Injectable } from '@nestjs/common';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import * as Y from 'yjs';
import type { GoneWords } from './goneWords.js';
import { readHints, type Hint, type HintMessage } from './hints.js';
import { Lineages } from './lineages.js';
import { Rooms } from './room.js';
import type { Seat } from './seat.js';
import { Texts } from './texts.js';

const framing = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** What browsers say of where words come from. Words of another text are looked up, if whoever says so may read it. */
@Injectable()
export class Hearsay {
  constructor(
    private readonly rooms: Rooms,
    private readonly texts: Texts,
    private readonly lineages: Lineages,
  ) {}

  /** Takes a message in; what is not whole, or about somebody else's client, is not heard. */
  async hear(seat: Seat, payload: string): Promise<void> {
    const said = readHints(payload);
    if (said === null || !seat.clients.has(said.client)) return;
    if (said.text === null || said.text === seat.framingId) seat.hints.take(hintsOf(said));
    else if (framing.test(said.text)) seat.hints.take(await this.elsewhere(seat, said, said.text));
  }

  private async elsewhere({ actorId, sessionId }: Seat, said: HintMessage, framingId: string): Promise<Hint[]> {
    const admitted = await this.rooms.admit({ framingId, actorId, sessionId });
    if (isRefusal(admitted)) return [];
    const lineage = await this.lineages.of(framingId);
    const hints = hintsOf(said);
    const { stands, seq } = await this.texts.read(framingId, (document, seq) => ({ seq, stands: hints.map(({ from, length }) => wordsAt(document, from.client, from.clock, length)) }));
    // What was cut out there is known to those who take part there.
    const gone = admitted.writes && stands.includes(null) ? await this.lineages.goneFrom(framingId, seq) : null;
    return hints.flatMap((hint, at) => {
      const words = stands[at] ?? (gone && goneAt(gone, hint));
      return words === null ? [] : [{ ...hint, elsewhere: { words, authors: lineage.of(hint.from.client, hint.from.clock, hint.length) } }];
    });
  }
}

function goneAt(gone: GoneWords, { from, length }: Hint): string | null {
  let words = '';
  while (words.length < length) {
    const piece = gone.at(from.client, from.clock + words.length);
    if (piece === null) return null;
    words += piece.words;
  }
  return words.slice(0, length);
}

function hintsOf({ client, ranges }: HintMessage): Hint[] {
  return ranges.map(([clock, length, fromClient, fromClock]) => ({ client, clock, length, from: { client: fromClient, clock: fromClock } }));
}

// The words that stand under a range of ids, if all of them do.
function wordsAt(document: Y.Doc, client: number, clock: number, length: number): string | null {
  const structs = document.store.clients.get(client) as (Y.Item | Y.GC)[] | undefined;
  if (structs === undefined || clock + length > Y.getState(document.store, client)) return null;
  let words = '';
  for (let at = Y.findIndexSS(structs, clock); at < structs.length && words.length < length; at += 1) {
    const item = structs[at];
    if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) return null;
    const from = clock + words.length - item.id.clock;
    words += item.content.str.slice(from, from + length - words.length);
  }
  return words;
}
