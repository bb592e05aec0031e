import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import type { Installation, Somebody } from './installation.js';

/** Waits until something holds, and fails by its name when it does not come to hold. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** An alliance with a framing whose text is written together. */
export interface Room {
  readonly framingId: string;
  readonly allianceId: string;
  takesPart(...people: Somebody[]): Promise<void>;
  /** The text as the log alone gives it: no snapshot, nothing in memory. */
  replayed(): Promise<string>;
  rows(): Promise<number>;
}

/** Makes a room in the database, with a framing that has no log yet. */
export async function aRoom({ db }: Installation, visibility: 'OPEN' | 'LINK' | 'CLOSED' = 'OPEN'): Promise<Room> {
  const one = async (sql: string, values: unknown[] = []): Promise<string> => (await db.query(sql, values)).rows[0].id as string;
  const allianceId = await one(`insert into actor (kind, name) values ('ALLIANCE', 'Trapphuset') returning id`);
  await db.query(`insert into alliance (id, visibility) values ($1, $2)`, [allianceId, visibility]);
  const problemId = await one(`insert into problem (alliance_id, sentence) values ($1, 'Det är kallt') returning id`, [allianceId]);
  const framingId = await one(`insert into framing (alliance_id, problem_id, name) values ($1, $2, 'Kyla') returning id`, [allianceId, problemId]);
  return {
    framingId,
    allianceId,
    async takesPart(...people) {
      for (const { id, capacity } of people) {
        await db.query(
          `insert into participation (alliance_id, actor_id, standing, capacity) values ($1, $2, 'TAKES_PART', $3)
           on conflict (alliance_id, actor_id) do update set standing = 'TAKES_PART'`,
          [allianceId, id, capacity],
        );
      }
    },
    async replayed() {
      const { rows } = await db.query('select update from collab_update where document_id = $1 order by seq', [framingId]);
      const document = new Y.Doc();
      for (const { update } of rows) Y.applyUpdate(document, update);
      if (document.store.pendingStructs !== null) throw new Error('the log has a hole');
      return wordsOf(document);
    },
    async rows() {
      return Number((await db.query('select count(*) as n from collab_update where document_id = $1', [framingId])).rows[0].n);
    },
  };
}

/** The words of a text, block by block. */
export function wordsOf(document: Y.Doc): string {
  return document
    .getXmlFragment('text')
    .toArray()
    .map((block) => (block as Y.XmlElement).toArray().map(String).join(''))
    .join('\n');
}

/** Somebody with the text open in a stock provider. */
export interface Pen {
  readonly document: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly closes: { code: number; reason: string }[];
  readonly denials: string[];
  readonly scopes: string[];
  /** Writes at the end of one's own paragraph. */
  write(words: string): void;
  words(): string;
  /** Everything written so far has been acknowledged. */
  saved(): boolean;
  offline(): Promise<void>;
  online(): void;
  destroy(): void;
}

/** Opens a text as somebody. */
export function open(url: string, somebody: Pick<Somebody, 'cookie'>, framingId: string, given: { document?: Y.Doc; earlier?: number[] } = {}): Pen {
  const document = given.document ?? new Y.Doc();
  const closes: { code: number; reason: string }[] = [];
  const denials: string[] = [];
  const scopes: string[] = [];
  class WithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: somebody.cookie, origin: url } });
      this.on('error', () => undefined);
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: WithCookie,
    delay: 100,
    minDelay: 50,
    factor: 1,
    jitter: false,
    onClose: ({ event }) => closes.push({ code: event.code, reason: event.reason }),
  });
  const provider = new HocuspocusProvider({
    name: framingId,
    document,
    websocketProvider: socket,
    token: () => JSON.stringify({ clientId: document.clientID, earlier: given.earlier ?? [] }),
    onAuthenticationFailed: ({ reason }) => denials.push(reason),
    onAuthenticated: ({ scope }: { scope?: string }) => scopes.push(scope ?? ''),
  });
  provider.attach();
  let mine: Y.XmlText | null = null;
  return {
    document,
    provider,
    closes,
    denials,
    scopes,
    write(words) {
      document.transact(() => {
        if (mine === null) {
          const block = new Y.XmlElement('paragraph');
          mine = new Y.XmlText();
          block.insert(0, [mine]);
          document.getXmlFragment('text').push([block]);
        }
        mine.insert(mine.length, words);
      });
    },
    words: () => wordsOf(document),
    saved: () => provider.unsyncedChanges === 0 && provider.isSynced,
    async offline() {
      const before = closes.length;
      socket.disconnect();
      await until('the socket has closed', () => closes.length > before);
    },
    online: () => void socket.connect(),
    destroy() {
      provider.destroy();
      socket.destroy();
    },
  };
}

/** A bare socket that says whatever it is told to. */
export interface Bare {
  readonly ws: WebSocket;
  readonly heard: Uint8Array[];
  closed: { code: number; reason: string } | null;
  say(frame: Uint8Array): void;
}

/** Opens a bare socket; `status` is what the server answered instead, if it did not let it in. */
export function bare(url: string, headers: Record<string, string>, path = '/collab'): Promise<Bare & { status: number | null }> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers });
    const self: Bare & { status: number | null } = { ws, heard: [], closed: null, status: null, say: (frame) => ws.send(frame) };
    ws.on('message', (data) => self.heard.push(new Uint8Array(data as Buffer)));
    ws.on('close', (code, reason) => (self.closed = { code, reason: reason.toString() }));
    ws.on('open', () => resolve(self));
    ws.on('unexpected-response', (_request, response) => resolve(Object.assign(self, { status: response.statusCode ?? 0 })));
    ws.on('error', (error) => (ws.readyState === WebSocket.CONNECTING ? reject(error) : undefined));
  });
}

/** The frame that shows who one is and under which client one writes. */
export function tokenFrame(framingId: string, clientId: number): Uint8Array {
  return frame(framingId, 2, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, JSON.stringify({ clientId }));
  });
}

/** The frame of an update. */
export function updateFrame(framingId: string, update: Uint8Array): Uint8Array {
  return frame(framingId, 0, (encoder) => {
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** A frame of any kind. */
export function frame(framingId: string, kind: number, rest: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, framingId);
  encoding.writeVarUint(encoder, kind);
  rest(encoder);
  return encoding.toUint8Array(encoder);
}
