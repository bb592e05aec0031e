import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Fields } from '@samsyn/domain/framing/framing';
import type { FramingField } from '@samsyn/domain/shared/enums';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { fieldTexts, type PassageMark } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import type { Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { Attribution, type Attributed } from './attribution.js';
import { broughtUpdate } from './brought.js';
import type { Write } from './draft.js';
import { Engine } from './engine.js';
import { firstUpdate } from './first.js';
import { History } from './history.js';
import { Log } from './log.js';
import { mark, standsIn, unmark, type Pointing, type Stand } from './marks.js';
import { pinned, standsStill, type Passage } from './passage.js';
import { Neighbours } from './neighbours.js';
import { paragraphsOf, type Paragraph } from './paragraphs.js';
import { Readings, type Reading } from './reading.js';
import type { Node } from './render.js';
import { Rooms } from './room.js';
import { Socket } from './socket.js';
import { carryOut, suggestedIn, type Fate, type Suggested } from './suggested.js';
import { Texts } from './texts.js';
import { Upgrades } from './upgrade.js';
import { WritingStore } from './writing.store.js';

/** Texts written together, as the rest of the house sees them: to read, to begin, to write in for somebody. */
@Injectable()
export class Writing implements OnModuleDestroy {
  private readonly sockets = new Set<Socket>();
  private closed: Promise<void> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly log: Log,
    private readonly history: History,
    private readonly texts: Texts,
    private readonly readings: Readings,
    private readonly attribution: Attribution,
    private readonly rooms: Rooms,
    private readonly neighbours: Neighbours,
    private readonly store: WritingStore,
    private readonly upgrades: Upgrades,
  ) {}

  /** Opens the rooms at /collab of this server. */
  attach(server: Server): void {
    this.upgrades.route('/collab', (ws, { actorId, sessionId }, { url = '/collab', socket: wire }) => {
      const socket = new Socket(ws, wire, actorId, sessionId);
      const line = this.engine.hocuspocus.handleConnection(socket, new Request(new URL(url, 'http://samsyn')), { socket });
      this.sockets.add(socket);
      socket.onFrames((frame) => line.handleMessage(frame));
      socket.onClosed((code, reason) => {
        this.sockets.delete(socket);
        line.handleClose({ code, reason });
      });
    });
    this.upgrades.attach(server);
  }

  /** Commits and acknowledges what has arrived, then closes the rooms; browsers come back by themselves. */
  close(): Promise<void> {
    this.closed ??= this.leave();
    return this.closed;
  }

  async onModuleDestroy(): Promise<void> {
    await this.close();
  }

  /** The text of a framing as it reads now. */
  readingOf(framingId: string): Promise<Reading> {
    return this.readings.of(framingId);
  }

  /** The text of a framing with whose words are whose, now or at a position of its log. */
  attributedReadingOf(framingId: string, seq?: number): Promise<Attributed> {
    return this.attribution.of(framingId, seq);
  }

  /** Name and bounds as they are being written. */
  fieldsOf(framingId: string): Promise<Fields> {
    return this.readings.fields(framingId);
  }

  /** Its paragraphs, each with where it stands, for whoever wants to say something about one of them. */
  paragraphsOf(framingId: string): Promise<Paragraph[]> {
    return this.texts.read(framingId, paragraphsOf);
  }

  /** Everyone whose words are, or were, in the text. */
  writersOf(framingId: string): Promise<string[]> {
    return this.store.writers(framingId);
  }

  /** Begins the text of a framing, in the act that opens it. */
  begin(tx: Tx, framingId: string, allianceId: string, fields: Fields, actorId: string | null): Promise<void> {
    return this.store.begin(tx, framingId, allianceId, firstUpdate(fields), actorId);
  }

  /** Begins a text that was brought from elsewhere: each character of it says whose it is, and it is never whose who brings it [X3]. */
  beginBrought(tx: Tx, framingId: string, allianceId: string, fields: Fields, content: Node, actorId: string | null): Promise<void> {
    return this.store.begin(tx, framingId, allianceId, broughtUpdate(fields, content), actorId);
  }

  /** Takes a text away that nobody has written in since it was begun; false when somebody has. */
  forgetUnwritten(tx: Tx, framingId: string): Promise<boolean> {
    return this.store.forgetUnwritten(tx, framingId);
  }

  /** Writes in a text for somebody; whoever has it open sees the change arrive. Gives its position in the log; null when nothing was to be changed. */
  async apply(framingId: string, write: Write, actorId: string | null, origin: 'RESTORE' | 'IMPORT' | 'SYSTEM'): Promise<number | null> {
    const outcome = await this.engine.edit(framingId, write, actorId, origin);
    if (isRefusal(outcome)) throw new Refused(outcome.refused, outcome.rule);
    return outcome === 'known' ? null : outcome.seq;
  }

  /** The suggestions that stand in a text, and at which position of its log that was seen. */
  suggestionsIn(framingId: string): Promise<{ seq: number; found: Map<string, Suggested> }> {
    return this.texts.read(framingId, (document, seq) => ({ seq, found: suggestedIn(document) }));
  }

  /** Who a suggestion comes from that nobody has given as theirs: whoever wrote the first of its marks, if it was a person. */
  async suggester(framingId: string, { client }: Suggested): Promise<string | null> {
    return client === null ? null : ((await this.store.actorsOf(framingId, [client])).get(client) ?? null);
  }

  /** Carries out what became of suggestions, in one update of whoever decided; gives the position from where on it holds. Doing it twice changes nothing. */
  async carryOut(framingId: string, fates: ReadonlyMap<string, Fate>, actorId: string | null): Promise<number> {
    const seq = await this.apply(framingId, (document) => carryOut(document, fates), actorId, 'SYSTEM');
    return seq ?? this.texts.read(framingId, (_document, read) => read);
  }

  /** Brings a text back to how it read at a position of its log: a step forward, in which every word keeps its author [W7]. */
  async restore(framingId: string, seq: number, actorId: string): Promise<void> {
    await this.apply(framingId, await this.attribution.restored(framingId, seq), actorId, 'RESTORE');
  }

  /** Sets a name or bound, where it differs. Characters that stay keep their ids. */
  async setField(framingId: string, field: FramingField, text: string, actorId: string | null): Promise<void> {
    await this.apply(framingId, (document) => retype(document.getText(fieldTexts[field]), text), actorId, 'SYSTEM');
  }

  /** Notes the very characters of a passage as it is marked; null when there are no words there. */
  pin(framingId: string, anchor: unknown): Promise<Passage | null> {
    return this.texts.read(framingId, (document) => pinned(document, anchor));
  }

  /**
   * Marks a passage of a text for somebody: the mark goes with the words from then on. False when none of them is there.
   */
  async mark(framingId: string, anchor: unknown, pointing: Pointing, actorId: string | null): Promise<boolean> {
    let found = false;
    await this.apply(framingId, (document) => (found = mark(document, anchor, pointing)), actorId, 'SYSTEM');
    return found;
  }

  /** Takes such a mark away wherever it stands in a text; the words stay. */
  async unmark(framingId: string, pointing: Pointing, actorId: string | null): Promise<void> {
    await this.apply(framingId, (document) => unmark(document, pointing), actorId, 'SYSTEM');
  }

  /** Where each thing marked so stands in a text as it reads now. What the ids are of is for their own slice to say. */
  async marked(framingId: string, wanted: PassageMark): Promise<Map<string, Stand[]>> {
    return standsIn((await this.readings.of(framingId)).content, wanted);
  }

  /** Are words of these passages still in the text? In the order given. */
  resolvePassages(framingId: string, anchors: readonly unknown[]): Promise<('here' | 'removed')[]> {
    return this.texts.read(framingId, (document) => anchors.map((anchor) => (standsStill(document, anchor) ? 'here' : 'removed')));
  }

  private async leave(): Promise<void> {
    this.upgrades.close();
    this.rooms.close();
    this.neighbours.end();
    for (const socket of this.sockets) socket.hush();
    await this.log.close();
    for (const socket of this.sockets) socket.close(1012, 'restart');
    // The rooms empty as their sockets close; then each text is rendered and, where due, compacted.
    for (let tries = 0; this.engine.hocuspocus.documents.size > 0 && tries < 60; tries += 1) await wait(50);
    await this.history.close();
  }
}

function retype(now: Y.Text, text: string): void {
  const before = now.toString();
  let same = 0;
  while (same < before.length && same < text.length && before[same] === text[same]) same += 1;
  // Never between the halves of one character: Yjs would replace both.
  if (isFirstHalf(before, same - 1)) same -= 1;
  let tail = 0;
  while (tail < before.length - same && tail < text.length - same && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (isFirstHalf(before, before.length - tail - 1)) tail -= 1;
  if (before.length - tail > same) now.delete(same, before.length - tail - same);
  if (text.length - tail > same) now.insert(same, text.slice(same, text.length - tail));
}

function isFirstHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
