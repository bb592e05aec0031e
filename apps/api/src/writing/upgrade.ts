import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { WebSocketServer, type WebSocket } from 'ws';
import { Settings } from '../core/settings.js';
import { SessionStore, type SessionFound } from '../session/session.store.js';
import { limits } from './limits.js';

/** Takes over a socket that has passed the door. */
export type Welcome = (ws: WebSocket, session: SessionFound, request: IncomingMessage) => void;

/**
 * The one door for sockets of the whole process: known paths, our own origin and a standing session,
 * all asked before the upgrade. Everything else is answered and closed at once.
 */
@Injectable()
export class Upgrades {
  private readonly welcomes = new Map<string, Welcome>();
  private readonly open = new Map<string, number>();
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: false, clientTracking: false });
  private leaving = false;

  constructor(
    private readonly sessions: SessionStore,
    private readonly settings: Settings,
  ) {}

  /** Sockets on this path are handed to `welcome`. */
  route(path: string, welcome: Welcome): void {
    this.welcomes.set(path, welcome);
  }

  /** Stands at the door of this server. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // A peer that breaks off while it is being looked at must not end the process.
      socket.on('error', () => socket.destroy());
      void this.enter(request, socket, head).catch(() => answer(socket, '500 Internal Server Error'));
    });
  }

  /** Lets nobody in any more. */
  close(): void {
    this.leaving = true;
  }

  private async enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const welcome = this.welcomes.get(pathOf(request));
    if (welcome === undefined) return answer(socket, '404 Not Found');
    if (!this.isOurs(request)) return answer(socket, '403 Forbidden');
    if (this.leaving) return answer(socket, '503 Service Unavailable');
    const session = await this.sessions.of(request.headers.cookie);
    if (session === null) return answer(socket, '401 Unauthorized');
    if (socket.destroyed) return;
    const already = this.open.get(session.sessionId) ?? 0;
    if (already >= limits.socketsPerSession) return answer(socket, '429 Too Many Requests');
    this.open.set(session.sessionId, already + 1);
    socket.once('close', () => this.gone(session.sessionId));
    this.server.handleUpgrade(request, socket, head, (ws) => welcome(ws, session, request));
  }

  // A browser always names the page's origin; whoever sends none is no browser and carries no one's cookie by accident.
  private isOurs({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    const { publicUrl } = this.settings;
    return new URL(origin).host === host || (URL.canParse(publicUrl) && origin === new URL(publicUrl).origin);
  }

  private gone(sessionId: string): void {
    const left = (this.open.get(sessionId) ?? 1) - 1;
    if (left > 0) this.open.set(sessionId, left);
    else this.open.delete(sessionId);
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}

function answer(socket: Duplex, status: string): void {
  if (socket.destroyed) return;
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
