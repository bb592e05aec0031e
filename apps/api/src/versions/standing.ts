import { Injectable } from '@nestjs/common';
import { shows } from '@samsyn/domain/passage/passage';
import { may } from '@samsyn/domain/rights/rights';
import { asThing } from '../contribution/contribution.rights.js';
import { ContributionReadStore } from '../contribution/contribution.read.store.js';
import type { ContributionRow } from '../contribution/contribution.row.js';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { placeIn } from '../core/standing.js';

/** Contributions that stand, or stood, in a text of an alliance: those of the same alliance that may be read and have not been withdrawn, oldest first [C12]. */
@Injectable()
export class StandingContributions {
  constructor(
    private readonly store: ContributionReadStore,
    private readonly database: Database,
  ) {}

  async readable(asking: Asking, allianceId: string, ids: readonly string[]): Promise<ContributionRow[]> {
    const rows = await Promise.all([...new Set(ids)].map((id) => this.store.byId(asking, id)));
    const seen = await Promise.all(rows.map(async (row) => (row !== null && shows(row, allianceId) && (await this.mayRead(asking, row)) ? row : null)));
    return seen.filter((row) => row !== null).sort((one, two) => (one.givenAt < two.givenAt || (one.givenAt === two.givenAt && one.id < two.id) ? -1 : 1));
  }

  private async mayRead(asking: Asking, row: ContributionRow): Promise<boolean> {
    const place = await placeIn(this.database, asking, row.allianceId);
    return place !== null && may('contribution.read', place.standing, asThing(row, asking.actorId, place.thing.visibility));
  }
}
