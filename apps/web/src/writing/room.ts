import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { Acknowledged } from './acknowledged';
import { DeviceCopy } from './deviceCopy';
import { HeldFrames } from './heldFrames';
import { LateFrames } from './lateFrames';
import { alone, presentIn, type Place } from './presence';
import { refusalIn, type WritingNo } from './refusalIn';
import type { RoomState } from './roomState';
import { Untold } from './toldSources';
import { markUnsent } from './unsentMark';
import { whoNow } from './whoNow';
import type { ToldSources } from './wordSources';
import { WritingSocket } from './writingSocket';

/** A text somebody is writing in: the shared document, its socket, and its copy in this device. */
export class Room {
  readonly doc = new Y.Doc();
  readonly text: Y.XmlFragment = this.doc.getXmlFragment('text');
  provider!: HocuspocusProvider;
  private readonly count = new Acknowledged();
  private readonly socket: WritingSocket;
  private readonly copy: DeviceCopy;
  private readonly listeners = new Set<() => void>();
  private state: RoomState;
  private waiting = false;
  private clientId = this.doc.clientID;
  private ended = false;
  private shownOutAt = 0;
  private keeping = 0;
  private opened = false;
  private wondering = false;
  private place: Place | null = null;
  private readonly untold = new Untold(
    (payload) => this.provider?.isAuthenticated === true && this.provider.sendStateless(payload),
    (waiting) => void this.copy.note('sources', waiting),
  );
  private readonly late = new LateFrames(this.text, {
    isMine: (client) => client === this.doc.clientID || this.copy.isMine(client),
    told: () => this.untold.waiting,
    tell: (told) => this.untold.tell(told),
  }, () => this.provider?.isSynced === true);
  private readonly held = new HeldFrames();
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly framingId: string,
    readonly me: { readonly id: string; readonly name: string },
  ) {
    this.state = { ready: false, linked: false, unsaved: false, keeping: false, kept: false, savedAt: null, no: null, people: alone(me), generation: 0, news: 0 };
    this.copy = new DeviceCopy(this.doc, me.id, framingId);
    this.socket = new WritingSocket(this.count, this.onAnswer);
    this.socket.on('open', this.onOpen);
    this.socket.on('close', this.wonder);
    this.doc.on('update', this.onUpdate);
    this.doc.on('afterAllTransactions', this.onSettled);
    addEventListener('online', this.hurry);
    addEventListener('offline', this.sayAway);
    addEventListener('beforeunload', this.warn);
    void this.begin();
  }

  private readonly onOpen = (): void => {
    this.opened = true;
    this.weigh();
  };

  // A door that does not open may be a network that is away, or a session that has ended: a browser tells no difference.
  private readonly wonder = (): void => {
    const answered = this.opened;
    this.opened = false;
    if (answered || this.wondering || this.ended || this.state.no !== null) return;
    this.wondering = true;
    void whoNow().then((id) => {
      this.wondering = false;
      if (id !== undefined && id !== this.me.id && !this.ended && !this.opened) this.refuse('noSession');
    });
  };

  private async begin(): Promise<void> {
    const held = await this.copy.read;
    if (this.ended) return;
    this.untold.remember(this.copy.sources);
    // What lies here from an earlier visit may be news to the server; it is unsaved until the server has said otherwise.
    if (held) {
      await Promise.race([this.late.watch(), new Promise((resolve) => setTimeout(resolve, 2_000))]);
      if (this.ended) return;
      this.become({ ready: true, unsaved: true, kept: this.copy.keeps });
    }
    this.link();
    void this.socket.connect();
  }

  private link(): void {
    this.provider = new HocuspocusProvider({
      name: this.framingId,
      document: this.doc,
      websocketProvider: this.socket,
      // Who one is comes from the session cookie; here stands only under which client ids is written.
      token: () => JSON.stringify({ clientId: this.doc.clientID, earlier: this.copy.earlier.slice(-40) }),
      onMessage: this.late.heard,
      onAuthenticated: ({ scope }) => {
        this.untold.again();
        // A state is heard only when it is newer than the last; the first of a window, and one said before, are not.
        this.standAt(this.place);
        if ((scope as string) === 'readonly') this.become({ no: 'notTakingPart' });
        this.weigh();
      },
      onSynced: () => this.become({ ready: true, news: this.state.news + (this.state.ready ? 1 : 0) }),
      onStateless: ({ payload }) => {
        if (payload === 'reframed') this.become({ news: this.state.news + 1 });
      },
      onAuthenticationFailed: ({ reason }) => this.refuse(refusalIn(reason) ?? 'noRoom'),
      onClose: ({ event }) => this.onClose({ event }),
      onAwarenessChange: () => {
        const { awareness } = this.provider;
        if (awareness !== null) this.become({ people: presentIn(awareness, this.me) });
      },
    });
    this.held.tie(this.provider);
    this.provider.attach();
  }

  /** Tells the server which characters words made anew were before. */
  readonly tellSources = (told: ToldSources): void => this.untold.tell(told);

  /** Says where in the framing I am writing. */
  standAt(place: Place | null): void {
    this.place = place;
    if (place !== null) void this.late.watch();
    this.provider?.setAwarenessField('field', place);
  }

  /** Words are being composed that no document holds yet; they count as unsaved. Some browsers never say that it ended. */
  composing(is: boolean): void {
    this.waiting = is;
    this.held.composing(is);
    this.weigh();
  }

  private readonly onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || this.copy.cameFromHere(origin)) return;
    this.keeping += 1;
    void this.late.watch();
    this.become({ unsaved: true, keeping: true });
    void this.copy.settled().then((kept) => {
      this.keeping -= 1;
      this.become({ kept, keeping: this.keeping > 0 });
    });
    queueMicrotask(this.weigh);
  };

  /** Compares what was sent with what was acknowledged. */
  private readonly weigh = (): void => {
    const linked = this.socket.webSocket?.readyState === WebSocket.OPEN && this.count.all;
    const saved = linked && !this.waiting;
    const was = this.state.unsaved;
    if (saved && was) this.untold.saved();
    // An open socket on which an answer is still awaited is linked as well: one says "saving", not "no network".
    const open = this.socket.webSocket?.readyState === WebSocket.OPEN && this.provider?.isAuthenticated === true;
    if (saved || !open) {
      clearTimeout(this.patience);
      this.patience = undefined;
    } else if (!this.waiting) this.patience ??= setTimeout(this.loseHope, 8_000);
    this.become({
      linked: linked || open,
      unsaved: saved ? false : was || this.waiting,
      ...(saved && was ? { savedAt: Date.now() } : {}),
      ...(this.count.notAllowed && this.state.no === null ? { no: 'notTakingPart' as const } : {}),
    });
  };

  private readonly onAnswer = (): void => {
    clearTimeout(this.patience);
    this.patience = undefined;
    this.weigh();
  };

  // A network can be gone without the socket knowing; words that stay unanswered are then said to be kept here.
  private readonly loseHope = (): void => {
    this.patience = undefined;
    if (this.ended || !this.state.unsaved) return;
    this.become({ linked: false });
    this.relink();
  };

  private readonly sayAway = (): void => {
    this.become({ linked: false, people: alone(this.me) });
    // Tried at once, and again and again: what the device believes of its network is sometimes wrong.
    if (this.state.no === null) this.relink();
  };

  // Yjs takes a new client id when it sees its own come from elsewhere; the server must know the new one first.
  private readonly onSettled = (): void => {
    if (this.ended || this.doc.clientID === this.clientId) return;
    this.copy.earlier = [...this.copy.earlier, this.clientId];
    this.clientId = this.doc.clientID;
    queueMicrotask(() => {
      void this.copy.noteClient();
      this.hangUp();
      this.provider.destroy();
      this.link();
      this.become({ generation: this.state.generation + 1 });
      void this.socket.connect();
    });
  };

  private readonly onClose = ({ event }: { event: { code?: number; reason?: string } }): void => {
    const no = refusalIn(event.reason ?? '') ?? (event.code === 1009 ? 'tooLarge' : null);
    this.become({ linked: false, people: alone(this.me) });
    // What one may do may have changed: one is shown out once, and comes back to what one may do now.
    if (no === 'noRoom' && Date.now() - this.shownOutAt > 15_000) {
      this.shownOutAt = Date.now();
      setTimeout(this.relink, 400);
    } else if (no !== null) this.refuse(no);
    // The server may close one text and leave the socket open; only a new socket begins anew.
    else if (!this.ended && this.socket.webSocket?.readyState === WebSocket.OPEN) setTimeout(this.relink, 800);
  };

  /** Closes the socket now, without waiting for the other end. */
  private hangUp(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
    this.socket.disconnect();
    this.socket.onClose({ event: { code: 1000, reason: '' } as CloseEvent });
    this.provider?.onClose();
  }

  private readonly relink = (): void => {
    if (this.ended) return;
    this.hangUp();
    void this.socket.connect();
  };

  private refuse(no: WritingNo): void {
    // Asking again at once would get the same answer; the person decides.
    this.socket.disconnect();
    this.become({ no, linked: false });
  }

  /** Tries again after a refusal. */
  again(): void {
    this.become({ no: null });
    this.relink();
  }

  private readonly hurry = (): void => {
    if (!this.ended && this.state.no === null && this.socket.webSocket?.readyState !== WebSocket.OPEN) void this.socket.connect();
  };

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.state.unsaved) event.preventDefault();
  };

  /** Ends the room. The copy in this device goes only when the server has everything, or when asked to forget. */
  async end(forget = false): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.sayAway);
    clearTimeout(this.patience);
    removeEventListener('beforeunload', this.warn);
    this.late.end();
    const away = forget || !this.state.unsaved;
    this.provider?.destroy();
    this.socket.destroy();
    // What other windows wrote here earlier is with the server too, if nothing of theirs is left in the device.
    const clean = await this.copy.end(away, forget).catch(() => false);
    if (away) markUnsent(this.me.id, this.framingId, clean ? 'all' : [this.doc.clientID], false);
    this.doc.destroy();
  }

  private become(part: Partial<RoomState>): void {
    const next = { ...this.state, ...part };
    if ((Object.keys(part) as (keyof RoomState)[]).every((key) => same(this.state[key], next[key]))) return;
    if (next.unsaved !== this.state.unsaved) markUnsent(this.me.id, this.framingId, [this.doc.clientID], next.unsaved);
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  readonly now = (): RoomState => this.state;

  readonly hear = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
