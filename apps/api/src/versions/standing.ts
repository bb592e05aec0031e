import { Injectable } from '@nestjs/common';
import { may } from '@samsyn/domain/rights/rights';
import { asThing } from '../contribution/contribution.rights.js';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import type { ContributionRow } from '../contribution/contribution.row.js';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { placeIn } from '../core/standing.js';

/** Contributions that stand, or stood, in a text: those that may be read and have not been withdrawn, oldest first. */
@Injectable()
export class StandingContributions {
  constructor(
    private readonly store: ContributionReadStore,
    private readonly database: Database,
  ) {}

  async readable(asking: Asking, ids: readonly string[]): Promise<ContributionRow[]> {
    const rows = await Promise.all([...new Set(ids)].map((id) => this.store.byId(asking, id)));
    const seen = await Promise.all(rows.map(async (row) => (row !== null && (await this.mayRead(asking, row)) ? row : null)));
    return seen.filter((row) => row !== null).sort((one, two) => (one.givenAt < two.givenAt || (one.givenAt === two.givenAt && one.id < two.id) ? -1 : 1));
  }

  private async mayRead(asking: Asking, row: ContributionRow): Promise<boolean> {
    if (row.state === 'WITHDRAWN') return false;
    const place = await placeIn(this.database, asking, row.allianceId);
    return place !== null && may('contribution.read', place.standing, asThing(row, asking.actorId, place.thing.visibility));
  }
}
