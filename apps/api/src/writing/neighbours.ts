import { Injectable } from '@nestjs/common';
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates, type Awareness } from 'y-protocols/awareness';
import { Channel } from '../core/channel.js';
import { Texts } from './texts.js';
import { WritingStore } from './writing.store.js';

/** An open room, as far as the neighbours are concerned. */
export interface Open {
  readonly awareness: Awareness;
  broadcastStateless(payload: string): void;
}

interface Room {
  readonly awareness: Awareness;
  readonly document: Open;
  /** Who is here by way of which other process. */
  readonly elsewhere: Map<number, string>;
  /** Whose presence has changed here and has not been told. */
  readonly untold: Set<number>;
}

type Change = Record<'added' | 'updated' | 'removed', number[]>;

const lookEveryMs = 2_000;
/** Cursors move at every keystroke; the others are told so often at most. */
const presenceEveryMs = 80;
/** The name under which another process's presence is let in. */
const fromElsewhere = 'elsewhere';

/**
 * Other processes that serve the same texts [W9]. Words come from the log alone: a neighbour only says
 * that there are some, and what it failed to say is found by the clock. Presence is passed on as it was
 * after the server's own word, and goes with the process it came from.
 */
@Injectable()
export class Neighbours {
  private readonly rooms = new Map<string, Room>();
  private readonly timer: NodeJS.Timeout;
  private readonly catching = new Map<string, 'once' | 'again'>();

  constructor(
    private readonly channel: Channel,
    private readonly texts: Texts,
    private readonly store: WritingStore,
  ) {
    channel.on('text', (framingId, seq) => {
      if ((this.texts.held(framingId)?.seq ?? Infinity) < Number(seq)) this.catchUp(framingId);
    });
    channel.on('presence', (framingId, body, node) => this.meet(framingId, body, node));
    channel.on('who', (framingId) => this.tellWhoIsHere(framingId));
    channel.onMet(() => {
      for (const framingId of this.rooms.keys()) this.tellWhoIsHere(framingId);
    });
    channel.onGone((node) => this.part(node));
    channel.onBack(() => {
      for (const [framingId, room] of this.rooms) {
        this.catchUp(framingId);
        this.channel.tell('who', framingId);
        // That what stands has changed may have been missed; asking anew does no harm.
        room.document.broadcastStateless('reframed');
      }
    });
    this.timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs);
    this.timer.unref();
  }

  /** A room has been opened here. */
  open(framingId: string, document: Open): void {
    const { awareness } = document;
    const room: Room = { awareness, document, elsewhere: new Map(), untold: new Set() };
    this.rooms.set(framingId, room);
    awareness.on('update', ({ added, updated, removed }: Change, origin: unknown) => {
      if (origin === fromElsewhere) return;
      const changed = [...added, ...updated, ...removed];
      // Whoever is shown by a neighbour and has become silent is for that neighbour to tell of.
      const here = origin === 'timeout' ? changed.filter((client) => !room.elsewhere.has(client)) : changed;
      for (const client of changed) room.elsewhere.delete(client);
      this.tellPresence(framingId, here);
    });
    this.channel.tell('who', framingId);
  }

  /**
   * These come to this process themselves now, whoever showed them before. Forgotten without a word, they are new to the
   * room, which takes down whose line they come by: else they would be shown for half a minute after that line is gone.
   */
  comeHere(framingId: string, clients: Iterable<number>): void {
    const room = this.rooms.get(framingId);
    for (const client of clients) {
      if (room?.elsewhere.delete(client) !== true) continue;
      room.awareness.states.delete(client);
      room.awareness.meta.delete(client);
    }
  }

  /** It is closed here. */
  close(framingId: string): void {
    this.rooms.delete(framingId);
  }

  /** Something has been committed here. */
  wrote({ documentId, seq }: { documentId: string; seq: number }): void {
    this.channel.tell('text', documentId, String(seq));
  }

  /** Stops looking. */
  end(): void {
    clearInterval(this.timer);
  }

  // What was said while nobody listened.
  private async look(): Promise<void> {
    const ids = this.texts.ids();
    if (ids.length === 0) return;
    for (const { id, headSeq } of await this.store.heads(ids)) if ((this.texts.held(id)?.seq ?? Infinity) < headSeq) this.catchUp(id);
  }

  // One at a time; who asks while one is under way is served by one that begins after it.
  private catchUp(framingId: string): void {
    if (this.catching.has(framingId)) return void this.catching.set(framingId, 'again');
    this.catching.set(framingId, 'once');
    void this.texts
      .catchUp(framingId)
      .catch(() => undefined)
      .finally(() => {
        const again = this.catching.get(framingId) === 'again';
        this.catching.delete(framingId);
        if (again) this.catchUp(framingId);
      });
  }

  private tellWhoIsHere(framingId: string): void {
    this.tellPresence(framingId, this.rooms.get(framingId)?.awareness.getStates().keys() ?? []);
  }

  private tellPresence(framingId: string, clients: Iterable<number>): void {
    const room = this.rooms.get(framingId);
    if (room === undefined || !this.channel.isShared) return;
    const waits = room.untold.size > 0;
    for (const client of clients) if (!room.elsewhere.has(client)) room.untold.add(client);
    if (waits || room.untold.size === 0) return;
    setTimeout(() => {
      const { awareness } = room;
      for (const client of room.untold) this.tellOne(framingId, awareness, client);
      room.untold.clear();
    }, presenceEveryMs).unref();
  }

  private tellOne(framingId: string, awareness: Awareness, client: number): void {
    const key = `${framingId}/${client}`;
    const state = awareness.getStates().get(client);
    if (state === undefined) return void this.channel.tell('presence', key);
    const said = (what: Record<string, unknown>) => this.channel.tell('presence', key, Buffer.from(encodeAwarenessUpdate(awareness, [client], new Map([[client, what]]))).toString('base64'));
    // Where the cursor stands may be too long to be said; who is here never is.
    if (!said(state)) said({ user: state['user'] });
  }

  private meet(key: string, body: string, node: string): void {
    const [framingId = '', id = ''] = key.split('/');
    const client = Number(id);
    const room = this.rooms.get(framingId);
    if (room === undefined) return;
    const { awareness, elsewhere } = room;
    // They have come over to this process, and the other has only now noticed that they left.
    if (awareness.getStates().has(client) && !elsewhere.has(client)) return;
    if (body !== '') {
      applyAwarenessUpdate(awareness, Buffer.from(body, 'base64'), fromElsewhere);
      if (awareness.getStates().has(client)) elsewhere.set(client, node);
    } else if (elsewhere.get(client) === node) {
      elsewhere.delete(client);
      removeAwarenessStates(awareness, [client], fromElsewhere);
    }
  }

  // A process has gone, and everybody who was here by way of it.
  private part(node: string): void {
    for (const { awareness, elsewhere } of this.rooms.values()) {
      const gone = [...elsewhere].filter(([, by]) => by === node).map(([client]) => client);
      for (const client of gone) elsewhere.delete(client);
      removeAwarenessStates(awareness, gone, fromElsewhere);
    }
  }
}
