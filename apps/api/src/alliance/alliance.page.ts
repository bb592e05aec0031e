import { Args, Query, Resolver } from '@nestjs/graphql';
import { may, rightsOf, type Right, type Verb } from '@samsyn/domain/rights/rights';
import type { Standing, Visibility } from '@samsyn/domain/shared/enums';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { isId, standingFrom } from '../core/standing.js';
import { alliancePageSql } from './alliance.page.sql.js';

interface Page {
  readonly visibility: Visibility;
  readonly standing: Standing | null;
}

/** What can be done on an alliance's home. */
const verbs: readonly Verb[] = [
  'alliance.join',
  'alliance.askToJoin',
  'alliance.decline',
  'alliance.leave',
  'alliance.describe',
  'alliance.invite',
  'alliance.inviteOrganisation',
  'alliance.inviteAlliance',
  'alliance.takeOnCoordinating',
  'alliance.nameProblem',
  'alliance.openFraming',
  'alliance.give',
  'alliance.import',
];

/** The page that many open: one lean statement, handed out as it came. */
@Resolver()
export class AlliancePageResolver {
  constructor(private readonly database: Database) {}

  @Query()
  async alliancePage(@Asks() asking: Asking, @Args('id') id: string): Promise<(Page & { rights: Right[] }) | null> {
    if (!isId(id)) return null;
    const row = await this.database.row<{ page: Page }>('alliance.page', alliancePageSql, [id, asking.actorId]);
    if (row === null) return null;
    const { page } = row;
    const standing = standingFrom(asking.actorId, page.standing);
    const thing = { visibility: page.visibility };
    if (!may('alliance.read', standing, thing)) return null;
    return { ...page, rights: rightsOf(verbs, standing, thing) };
  }
}
