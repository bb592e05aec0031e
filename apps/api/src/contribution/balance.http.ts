import { called } from '@samsyn/domain/actor/protected';
import { capacities, kinds } from '@samsyn/domain/shared/enums';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorBy } from '../core/actors.js';
import type { Asking } from '../core/asking.js';
import type { Database } from '../core/database.js';
import { asMoment } from '../core/moment.js';
import { Refused } from '../core/refusal.js';
import { isId, readable } from '../core/standing.js';
import type { FramingStore } from '../framing/framing.store.js';
import { balanceCsv } from './balance.csv.js';
import type { BalanceStore } from './balance.store.js';
import type { ContributionFilter } from './contribution.filter.js';

/** What the door to the table stands on. */
export interface BalanceDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly balances: BalanceStore;
  readonly framings: FramingStore;
  readonly database: Database;
}

interface Query {
  alliance?: string;
  framing?: string;
  language?: string;
  kind?: string;
  capacity?: string;
  organisationId?: string;
  from?: string;
  to?: string;
}

/** GET /balance.csv?alliance=ID[&framing=ID], narrowed as the screen can be: who brought what, as a table to take along. */
export function balanceDoors(server: FastifyInstance, doors: BalanceDoors): void {
  server.get<{ Querystring: Query }>('/balance.csv', async (request, reply) => {
    const asking = await doors.asks(request, reply);
    const { alliance = '', framing } = request.query;
    await readable(doors.database, asking, alliance);
    if (framing !== undefined && framing !== '') {
      const found = isId(framing) ? await doors.framings.byId(asking, framing.toLowerCase()) : null;
      if (found?.allianceId !== alliance.toLowerCase()) throw new Refused('not-found', 'R3');
    }
    const balance = await doors.balances.of(asking, 'alliance', alliance.toLowerCase(), filterOf(request.query));
    const ids = [...balance.people, ...balance.organisations].flatMap((one) => one.actorId ?? []);
    const actors = await Promise.all(ids.map((id) => actorBy(doors.database, asking, id)));
    const names = new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.name] as const])));
    const language = request.query.language === 'en' || request.query.language === 'sv' ? request.query.language : asking.language;
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${language === 'sv' ? 'vem-har-bidragit' : 'who-brought-what'}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(balanceCsv(balance, (id) => called(names.get(id) ?? '', language), language));
  });
}

/** The narrowing of an address; what is not of its kind is refused, not passed over. */
function filterOf({ framing, kind, capacity, organisationId, from, to }: Query): ContributionFilter {
  return {
    framingId: framing || null,
    kind: among(kinds, kind),
    capacity: among(capacities, capacity),
    organisationId: organisationId || null,
    from: moment(from),
    to: moment(to),
  };
}

function among<T extends string>(all: readonly T[], given: string | undefined): T | null {
  if (!given) return null;
  const found = all.find((one) => one === given);
  if (found === undefined) throw new Refused('request/wrong', 'G4');
  return found;
}

function moment(given: string | undefined): string | null {
  if (!given) return null;
  const at = asMoment(given);
  if (at === null) throw new Refused('date/wrong', 'G4');
  return at;
}
