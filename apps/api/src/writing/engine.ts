import { Hocuspocus, type beforeSyncPayload, type Connection, type onAuthenticatePayload, type onTokenSyncPayload } from '@hocuspocus/server';
import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import type { RefusalCode } from '@samsyn/domain/shared/refusals';
import * as Y from 'yjs';
import { Live } from '../core/live.js';
import { Allowance } from './allowance.js';
import { presence } from './awareness.js';
import { Binding, readToken } from './binding.js';
import { draft, type Write } from './draft.js';
import { acknowledgement, sync } from './frames.js';
import { isKnown, judge } from './guard.js';
import { Hearsay } from './hearsay.js';
import { Hints } from './hints.js';
import { History } from './history.js';
import { limits } from './limits.js';
import type { LineageRange } from './lineageRange.js';
import { Log, type Outcome, type Row, type Taking } from './log.js';
import { Neighbours } from './neighbours.js';
import { Readings } from './reading.js';
import { Rooms } from './room.js';
import type { Seat } from './seat.js';
import type { Socket } from './socket.js';
import { takeIn } from './takeIn.js';
import { fromTheLog, Texts } from './texts.js';
import { WritingStore } from './writing.store.js';

/** What every hook knows of the one who writes. */
export interface Context {
  readonly socket: Socket;
  readonly seat?: Seat;
}

/** Refused at the door; without a message, so that Hocuspocus tells the browser and does not log it. */
class Denied extends Error {
  constructor(readonly reason: RefusalCode) {
    super('');
  }
}

/** The protocol server, with our door, our guard and our log in its hooks. Its own persistence is not used. */
@Injectable()
export class Engine {
  readonly hocuspocus: Hocuspocus<Context>;
  private readonly kept = new Map<string, number>();

  constructor(
    private readonly log: Log,
    private readonly history: History,
    private readonly texts: Texts,
    private readonly readings: Readings,
    private readonly rooms: Rooms,
    private readonly binding: Binding,
    private readonly store: WritingStore,
    private readonly neighbours: Neighbours,
    private readonly hearsay: Hearsay,
    live: Live,
  ) {
    live.on('everywhere', (entries) => {
      // What stands is no part of the shared text; whoever writes there is told to ask for it anew.
      for (const { verb, subjectId } of entries) if (verb === 'framing.reframe') this.hocuspocus.documents.get(subjectId)?.broadcastStateless('reframed');
    });
    this.hocuspocus = new Hocuspocus<Context>({
      // Presence is told anew every 15 seconds, but a sleeping tab may keep quiet for longer; our own pings find the dead.
      timeout: 10 * 60_000,
      maxUnauthenticatedQueueSize: limits.frameBytes * 2,
      // Whoever comes back while the database is slow writes on at the door; the bytes above are what bounds it.
      maxUnauthenticatedQueueMessages: 1_000,
      maxPendingDocuments: limits.roomsPerSocket,
      onAuthenticate: (payload) => this.authenticate(payload),
      onTokenSync: async (payload) => this.bindAnew(payload),
      onLoadDocument: async ({ documentName, document }) => {
        await this.texts.hold(documentName, document).catch((): never => {
          throw new Denied('fault');
        });
        this.neighbours.open(documentName, document);
      },
      onStateless: async ({ payload, connection }) => this.hear(payload, connection.context as Context),
      beforeSync: (payload) => this.take(payload),
      afterHandleMessage: async ({ context, update, connection }) => this.after(context, update, connection),
      beforeHandleAwareness: async ({ context, documentName, states }) => {
        if (context?.seat === undefined) return;
        presence(states, context.seat);
        this.neighbours.comeHere(documentName, states.keys());
      },
      onDisconnect: async ({ context: { seat, socket } }) => {
        if (seat === undefined) return;
        this.rooms.leave(seat);
        socket.rooms -= 1;
      },
      beforeUnloadDocument: async ({ documentName, document }) => {
        this.stayIfOpenedAnew(documentName, document);
        await this.leaveText(documentName);
        this.stayIfOpenedAnew(documentName, document);
      },
      afterUnloadDocument: async ({ documentName }) => {
        this.texts.drop(documentName);
        this.neighbours.close(documentName);
      },
    });
  }

  /** Lets the server itself write in a text for somebody, by the same way: committed first, then shown in open rooms. */
  async edit(framingId: string, write: Write, actorId: string | null, origin: 'RESTORE' | 'IMPORT' | 'SYSTEM'): Promise<Outcome> {
    const room = await this.hocuspocus.openDirectConnection(framingId);
    try {
      const held = this.texts.held(framingId);
      if (held === null) return refuse('writing/no-room', { rule: 'R3' });
      let clientId = new Y.Doc().clientID;
      while (!(await this.store.bindServer(framingId, clientId, actorId))) clientId = new Y.Doc().clientID;
      let update: Uint8Array | null = null;
      let lineage: readonly LineageRange[] = [];
      await held.ancestry.ready();
      return await this.log.append({
        documentId: framingId,
        actorId,
        origin,
        take: () => {
          // Stored already, though the answer got lost: not twice.
          if (Y.getState(held.document.store, clientId) > 0) return 'known';
          const drafted = draft(held.document, clientId, write);
          update = drafted.update;
          if (update === null) return 'known';
          lineage = drafted.lineage ?? held.ancestry.derive(update, actorId, null);
          return { update, clients: [clientId], after: held.seq, ...(lineage.length > 0 ? { lineage } : {}) };
        },
        catchUp: () => this.texts.catchUp(framingId),
        committed: (row) => {
          held.ancestry.noted([clientId], actorId, lineage);
          this.letIn(row, update as Uint8Array);
        },
      });
    } finally {
      await room.disconnect();
    }
  }

  private async authenticate({ documentName: framingId, token, context, connectionConfig }: onAuthenticatePayload<Context>): Promise<Partial<Context>> {
    const { socket } = context;
    const clients = readToken(token);
    if (clients === null) throw new Denied('writing/damaged');
    if (socket.rooms >= limits.roomsPerSocket) throw new Denied('request/too-many');
    // The same text under two spellings of its id would be two rooms.
    if (framingId !== framingId.toLowerCase()) throw new Denied('writing/no-room');
    const { actorId, sessionId } = socket;
    const admitted = await this.rooms.admit({ framingId, actorId, sessionId }).catch(() => refuse('fault'));
    if (isRefusal(admitted)) throw new Denied(admitted.refused);
    const seat: Seat = { ...admitted, framingId, actorId, sessionId, line: socket, clients: new Set(), binding: Promise.resolve(), hints: new Hints(), says: new Allowance(600, 40), told: false, owed: 0, asks: new Allowance(40, 4), tries: new Allowance(30, 5) };
    const bound = await this.binding.bind(seat, clients).catch(() => refuse('fault'));
    if (isRefusal(bound)) throw new Denied(bound.refused);
    connectionConfig.readOnly = !seat.writes;
    socket.rooms += 1;
    socket.welcomed();
    socket.onClosed(() => this.rooms.leave(seat));
    this.rooms.take(seat);
    return { seat };
  }

  // Yjs takes a new client when it meets its own elsewhere; what is written under it waits until it is bound.
  private bindAnew({ token, context: { seat, socket } }: onTokenSyncPayload<Context>): void {
    const clients = readToken(token);
    if (seat === undefined || clients === null) return socket.refuse('writing/damaged');
    const { binding } = seat;
    seat.binding = binding
      .then(() => this.binding.bind(seat, clients))
      .catch(() => refuse('fault'))
      .then((bound) => (isRefusal(bound) ? socket.refuse(bound.refused) : undefined));
  }

  // Where words come from that a browser makes anew. Edits wait for what has to be looked up, as they do for a client.
  private hear(payload: string, { seat }: Context): void {
    if (seat?.writes !== true || !seat.says.take()) return;
    const { binding } = seat;
    const heard = this.hearsay.hear(seat, payload).catch(() => undefined);
    seat.binding = Promise.all([binding, heard]);
  }

  // Hocuspocus waits for this before it applies, sends on and acknowledges: here an edit is judged and committed.
  private async take({ type, payload, document, context: { seat, socket }, connection }: beforeSyncPayload<Context>): Promise<void> {
    const outcome = seat === undefined || socket.refused || document.isDestroyed ? refuse('writing/no-room') : await this.taken(seat, type, payload, document);
    if (!isRefusal(outcome)) {
      if (seat?.writes !== true || type === sync.ask) return;
      if (!seat.told && type === sync.update) this.owe(seat, socket, connection);
      // It is in the text by now. What Hocuspocus applies once more is empty, so that nothing is read twice.
      payload.fill(0);
      return;
    }
    // Who came in just as the text was closed, or whose last words waited while it was: they come back, and bring what is not stored.
    if (document.isDestroyed) socket.close(1012, 'restart');
    else socket.refuse(outcome.refused);
    // Nothing of it may go further: what Hocuspocus reads next is an empty message, on a socket that closes.
    connection.readOnly = true;
    payload.fill(0);
  }

  // Until a browser has told what it wrote while offline, no ack may make it say "saved": acks are owed until then.
  private owe(seat: Seat, socket: Socket, { messageAddress }: Connection<Context>): void {
    seat.owed += 1;
    socket.withhold(acknowledgement(messageAddress));
  }

  private after({ seat, socket }: Context, frame: Uint8Array, connection: Connection<Context>): void {
    socket.done(frame.byteLength);
    if (seat === undefined || socket.refused) return;
    for (; seat.told && seat.owed > 0; seat.owed -= 1) connection.send(acknowledgement(connection.messageAddress));
  }

  private async taken(seat: Seat, type: number, payload: Uint8Array, document: Y.Doc): Promise<Outcome> {
    if (type === sync.ask) return seat.asks.take() ? readable(() => Y.decodeStateVector(payload)) : tooMany;
    if (!seat.writes) return readable(() => Y.decodeUpdate(payload));
    await seat.binding;
    const text = this.texts.held(seat.framingId);
    if (text === null) return refuse('writing/no-room', { rule: 'R3' });
    // Whoever comes to look brings nothing: what was deleted lately is read when the text has been shown.
    if (type === sync.answer && isKnown(document, payload)) {
      text.ancestry.readSoon();
      seat.told = true;
      return 'known';
    }
    await text.ancestry.ready();
    const room = text.size.claim();
    let taking: Taking | null = null;
    const outcome = await this.log.append({
      documentId: seat.framingId,
      actorId: seat.actorId,
      origin: 'EDIT',
      take: () => {
        const brings = judge(document, payload, (client) => seat.clients.has(client), () => seat.tries.take());
        if (isRefusal(brings)) return brings;
        if (brings.clients.length === 0 && !brings.deletes) return 'known';
        if (!room.fits(brings.comes, brings.goes)) return full;
        const lineage = text.ancestry.derive(payload, seat.actorId, seat.hints);
        taking = { update: payload, clients: brings.clients, after: text.seq, ...(lineage.length > 0 ? { lineage } : {}) };
        return taking;
      },
      catchUp: () => this.texts.catchUp(seat.framingId),
      committed: (row) => {
        room.free();
        text.ancestry.noted(taking?.clients ?? [], seat.actorId, taking?.lineage);
        this.letIn(row, payload);
        seat.hints.forget(taking?.clients ?? [], (client) => Y.getState(document.store, client));
      },
    });
    room.free();
    if (type === sync.answer) seat.told = true;
    if (!isRefusal(outcome)) return outcome;
    // Typed while coming back, on top of words that have not been told yet: it comes again with them.
    if (!seat.told && outcome.refused === 'writing/damaged') return 'known';
    await this.keep(seat, payload, outcome);
    return outcome;
  }

  // In the order of the log; Hocuspocus sends it on, and acknowledges.
  private letIn(row: Row, update: Uint8Array): void {
    const text = this.texts.held(row.documentId);
    if (text === null) return;
    takeIn(text.document, [update], fromTheLog);
    text.seq = row.seq;
    if (row.rowsSince < text.triedAt) text.triedAt = 0;
    text.rowsSince = row.rowsSince;
    this.neighbours.wrote(row);
    this.readings.touched(row.documentId);
    if (this.history.isDue(row, text.triedAt, text.size.now)) {
      text.triedAt = row.rowsSince;
      void this.history.compact(row.documentId).catch(() => undefined);
    }
  }

  // Hocuspocus closes a text by its name, once more for each whose last words were still waiting when it was closed: the one
  // opened meanwhile would be taken from those who sit in it, and they would hear nothing any more.
  private stayIfOpenedAnew(framingId: string, document: Y.Doc): void {
    if (this.hocuspocus.documents.get(framingId) !== document) throw new Denied('writing/no-room');
  }

  private async leaveText(framingId: string): Promise<void> {
    await this.readings.rest(framingId).catch(() => undefined);
    const text = this.texts.held(framingId);
    if (text !== null && this.history.isDueOnLeaving(text.rowsSince)) await this.history.compact(framingId).catch(() => undefined);
  }

  // What an honest browser held and we refuse is kept for people to look at; a hostile one fills no disk with it.
  private async keep(seat: Seat, update: Uint8Array, { refused }: Refusal): Promise<void> {
    const already = this.kept.get(seat.sessionId) ?? 0;
    if ((refused !== 'writing/foreign-client' && refused !== 'writing/damaged') || already >= limits.quarantinePerSession) return;
    this.kept.set(seat.sessionId, already + 1);
    await this.store.quarantine(seat.framingId, seat.actorId, update, refused).catch(() => undefined);
  }
}

const full = refuse('writing/full', { rule: 'W5' });
const tooMany = refuse('request/too-many', { rule: 'G4' });

function readable(read: () => unknown): Outcome {
  try {
    read();
    return 'known';
  } catch {
    return refuse('writing/damaged', { rule: 'W3' });
  }
}
