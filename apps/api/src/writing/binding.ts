import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { limits } from './limits.js';
import type { Seat } from './seat.js';
import { WritingStore, type Door } from './writing.store.js';

/** The clients a browser says it writes under: that of its open document, and earlier ones with words not yet sent. */
export interface Token {
  readonly clientId: number;
  readonly earlier: readonly number[];
}

/** Reads the token of an authentication frame; the session itself is in the cookie. Null when it is none. */
export function readToken(text: string): Token | null {
  if (text.length > limits.tokenBytes) return null;
  try {
    const token = JSON.parse(text) as { clientId?: unknown; earlier?: unknown };
    const earlier = token.earlier ?? [];
    if (!isClientId(token.clientId) || !Array.isArray(earlier) || earlier.length >= limits.clientsPerToken) return null;
    return earlier.every(isClientId) ? { clientId: token.clientId, earlier } : null;
  } catch {
    return null;
  }
}

function isClientId(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffffffff;
}

/**
 * Binds clients to sessions before the text can be seen, so that no one learns a free client of
 * somebody else: from then on only the same person writes under it [W2].
 */
@Injectable()
export class Binding {
  constructor(private readonly store: WritingStore) {}

  /** Binds the token's clients for one who writes. A follower's client is only checked: following leaves no trace. */
  async bind(seat: Seat, { clientId, earlier }: Token): Promise<Refusal | null> {
    if (!seat.writes) {
      if (await this.store.areTaken(seat.framingId, seat.actorId, [clientId])) return foreign;
      seat.clients = new Set([clientId]);
      return null;
    }
    const door: Door = { framingId: seat.framingId, actorId: seat.actorId, sessionId: seat.sessionId };
    const mine = new Set(await this.store.bind(door, [clientId, ...earlier]));
    if (!mine.has(clientId)) return foreign;
    seat.clients = mine;
    return null;
  }
}

const foreign = refuse('writing/foreign-client', { rule: 'W2' });
