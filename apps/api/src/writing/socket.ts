import type { Writable } from 'node:stream';
import type { RefusalCode } from '@samsyn/domain/shared/refusals';
import type { WebSocket } from 'ws';
import { framed } from './framed.js';
import { whyNotFrame } from './frames.js';
import { limits } from './limits.js';
import type { Line } from './seat.js';

/** Under which code a socket is closed for a refusal; the reason is the refusal's own code. */
export const closeCodes = {
  'session/none': 4401,
  'writing/foreign-client': 4403,
  'writing/no-room': 4404,
  'request/too-many': 4429,
  'writing/damaged': 4400,
  'writing/too-large': 4413,
  'writing/full': 4413,
  fault: 4503,
} as const satisfies Partial<Record<RefusalCode, number>>;

/** One browser's socket, with bounds on what it may send and on how slowly it may read. */
export class Socket implements Line {
  /** Rooms this socket sits in. */
  rooms = 0;
  /** It was refused something: nothing that still arrives is taken. */
  refused = false;
  private alive = true;
  private looksPaused = 0;
  private readonly withheld: Uint8Array[] = [];
  private waitingFrames = 0;
  private waitingBytes = 0;
  private hear: (frame: Uint8Array) => void = () => undefined;
  private readonly ping: NodeJS.Timeout;
  private readonly hello: NodeJS.Timeout;

  constructor(
    private readonly ws: WebSocket,
    /** What the frames are written on. Each is written whole, so that those of `ws` itself never come in between. */
    private readonly wire: Writable,
    readonly actorId: string,
    readonly sessionId: string,
  ) {
    ws.on('message', (data, isBinary) => this.receive(data as Buffer, isBinary));
    ws.on('pong', () => (this.alive = true));
    ws.on('error', () => ws.terminate());
    this.ping = setInterval(() => this.look(), limits.pingMs);
    this.hello = setTimeout(() => this.refuse('session/none'), limits.helloMs);
    ws.on('close', () => {
      clearInterval(this.ping);
      clearTimeout(this.hello);
    });
  }

  /** Who listens to frames that are within bounds. */
  onFrames(hear: (frame: Uint8Array) => void): void {
    this.hear = hear;
  }

  /** Who is told when the socket has closed. */
  onClosed(closed: (code: number, reason: string) => void): void {
    this.ws.once('close', (code, reason) => closed(code, reason.toString()));
  }

  /** Hears nothing any more; what was heard is dealt with. */
  hush(): void {
    this.hear = () => undefined;
    this.ws.pause();
  }

  /** The first token has been taken. */
  welcomed(): void {
    clearTimeout(this.hello);
  }

  get readyState(): number {
    return this.ws.readyState;
  }

  /** The next frame that is the same as this one is not sent. */
  withhold(frame: Uint8Array): void {
    this.withheld.push(frame);
  }

  /** Sends, unless the reader is so slow that it must be gone. */
  send(data: Uint8Array): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    if (this.ws.bufferedAmount > limits.unsentBytes) return this.end(1013, 'request/too-many');
    const at = this.withheld.findIndex((frame) => Buffer.compare(frame, data) === 0);
    if (at >= 0) return void this.withheld.splice(at, 1);
    const frame = framed(data);
    if (frame === null) this.ws.send(data);
    else this.wire.write(frame);
  }

  close(code?: number, reason?: string): void {
    this.end(code ?? 1000, reason ?? '');
  }

  refuse(code: RefusalCode): void {
    this.refused = true;
    this.end((closeCodes as Partial<Record<RefusalCode, number>>)[code] ?? 4400, code);
  }

  /** A frame has been dealt with; whoever had to wait may go on. */
  done(bytes: number): void {
    this.waitingFrames = Math.max(0, this.waitingFrames - 1);
    this.waitingBytes = Math.max(0, this.waitingBytes - bytes);
    if (this.ws.isPaused && this.waitingFrames < limits.waitingFrames / 2 && this.waitingBytes < limits.waitingBytes / 2) this.ws.resume();
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    const whyNot = isBinary ? whyNotFrame(data) : 'writing/damaged';
    if (whyNot !== null) return this.refuse(whyNot);
    if (data.byteLength === 1) return;
    this.waitingFrames += 1;
    this.waitingBytes += data.byteLength;
    this.hear(data);
    // Whoever sends faster than the database takes it waits at their own end; nothing is dropped.
    if (this.rooms > 0 && (this.waitingFrames > limits.waitingFrames || this.waitingBytes > limits.waitingBytes)) this.ws.pause();
  }

  private look(): void {
    // While it is made to wait its pong cannot be heard; four looks are longer than an edit ever waits.
    this.looksPaused = this.ws.isPaused ? this.looksPaused + 1 : 0;
    if (this.ws.isPaused) return this.looksPaused < 4 ? undefined : this.ws.terminate();
    if (!this.alive) return this.ws.terminate();
    if (this.ws.bufferedAmount > limits.unsentBytes) return this.end(1013, 'request/too-many');
    this.alive = false;
    this.ws.ping();
  }

  private end(code: number, reason: string): void {
    if (this.ws.readyState >= this.ws.CLOSING) return;
    this.ws.resume();
    this.ws.close(code, reason);
    // A peer that does not answer the close is not waited for.
    setTimeout(() => this.ws.terminate(), 2_000).unref();
  }
}
