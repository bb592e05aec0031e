import { Args, Query, Resolver } from '@nestjs/graphql';
import { called } from '@samsyn/domain/actor/protected';
import { may, rightsOf, type Right, type Verb } from '@samsyn/domain/rights/rights';
import type { Capacity, MediaKind, Standing, Visibility } from '@samsyn/domain/shared/enums';
import { Asks, type Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { isId, standingFrom } from '../core/standing.js';
import { alliancePageSql } from './alliance.page.sql.js';

interface Head {
  readonly visibility: Visibility;
  readonly endedAt: string | null;
  readonly standing: Standing | null;
}

interface Named {
  name: string;
}

interface Author {
  readonly actorId: string | null;
  readonly name: string | null;
  readonly capacity: Capacity | null;
}

interface Said {
  readonly id: string;
  statedAuthor: string | null;
  media: MediaKind[];
  authors: Author[];
}

interface Framing {
  readonly id: string;
  contributions: Said[];
}

interface Problem {
  readonly framings: Framing[];
}

/** What the statement hands out: contributions by framing, their authors and media beside them. */
interface Row {
  readonly head: Head;
  readonly problems: Problem[];
  readonly contributions: Readonly<Record<string, Said[]>>;
  readonly authors: readonly [string, Author['actorId'], Author['capacity']][];
  readonly names: Record<string, string>;
  readonly people: Named[];
  readonly coordinators: Named[];
  readonly media: readonly [string, MediaKind][];
}

type Page = Head & { problems: Problem[]; latest: Said[]; rights: Right[] };

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
  async alliancePage(@Asks() asking: Asking, @Args('id') id: string): Promise<Page | null> {
    if (!isId(id)) return null;
    const row = await this.database.row<Row>('alliance.page', alliancePageSql, [id, asking.actorId]);
    if (row === null) return null;
    const { head, contributions, authors, names, media, ...lists } = row;
    const standing = standingFrom(asking.actorId, head.standing);
    const thing = { visibility: head.visibility, ended: head.endedAt !== null };
    if (!may('alliance.read', standing, thing)) return null;
    inLanguage(row, asking);
    const latest = putTogether(row);
    return { ...head, ...lists, latest, rights: rightsOf(verbs, standing, thing) };
  }
}

/** Puts each contribution where it belongs, with its authors and media. Gives those about the alliance as a whole. */
function putTogether({ problems, contributions, authors, names, media }: Row): Said[] {
  const byId = new Map<string, Said>();
  for (const list of Object.values(contributions)) {
    for (const said of list) {
      said.authors = [];
      said.media = [];
      byId.set(said.id, said);
    }
  }
  for (const [id, actorId, capacity] of authors) {
    byId.get(id)?.authors.push({ actorId, name: actorId === null ? null : (names[actorId] ?? null), capacity });
  }
  for (const [id, kind] of media) byId.get(id)?.media.push(kind);
  for (const { framings } of problems) {
    for (const framing of framings) framing.contributions = contributions[framing.id] ?? [];
  }
  return contributions[''] ?? [];
}

// A protected person is a resident in the reader's language; they represent nobody, so that no other list has them.
function inLanguage({ names, people, coordinators, contributions }: Row, { language }: Asking): void {
  for (const [id, name] of Object.entries(names)) names[id] = called(name, language);
  for (const one of [...people, ...coordinators]) one.name = called(one.name, language);
  for (const list of Object.values(contributions)) {
    for (const said of list) if (said.statedAuthor !== null) said.statedAuthor = called(said.statedAuthor, language);
  }
}
