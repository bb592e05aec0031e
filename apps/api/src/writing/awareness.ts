import { limits } from './limits.js';
import type { Seat } from './seat.js';

/**
 * Who is here, as others are told: the server says who it is, the browser only where its cursor stands.
 * States under other clients than one's own are left out, and so is whoever follows without writing: people are here to write,
 * and who has left an open alliance comes back at once as somebody who reads.
 */
export function presence(states: Map<number, Record<string, unknown>>, seat: Seat): void {
  for (const [client, state] of states) {
    if (!seat.writes || !seat.clients.has(client) || typeof state !== 'object' || state === null) {
      states.delete(client);
      continue;
    }
    const user = state['user'] as { color?: unknown } | undefined;
    const color = typeof user?.color === 'string' && /^#[0-9a-f]{6}$/i.test(user.color) ? { color: user.color } : {};
    const shown: Record<string, unknown> = { user: { actorId: seat.actorId, name: seat.name, ...color } };
    for (const key of ['cursor', 'field'] as const) {
      if (state[key] !== undefined && (JSON.stringify(state[key]) ?? '').length <= limits.presenceBytes) shown[key] = state[key];
    }
    states.set(client, shown);
  }
}
