import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AllianceStore } from '../alliance/alliance.store.js';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { must } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { MentionStore } from './mention.store.js';
import { asPage, connection } from './talk.connection.js';
import { WaitingPage, type WaitingRow } from './waiting.page.js';

/** What waits for me; only oneself sees it gathered like this. */
@Resolver('Person')
export class PersonWaitingResolver {
  constructor(
    private readonly page: WaitingPage,
    private readonly mentions: MentionStore,
    private readonly writer: Writer,
  ) {}

  @ResolveField()
  async waiting(@Parent() person: { id: string }, @Asks() asking: Asking, @Args('first') first: number, @Args('after') after?: string | null) {
    const page = must(asPage(first, after));
    const rows = person.id === asking.actorId ? await this.page.of(person.id, page.first, page.after) : [];
    return connection(rows, page.first, (row) => `${row.at} ${row.id}`);
  }

  @Mutation()
  async readMention(@Asks() asking: Asking, @Args('id') id: string): Promise<boolean> {
    await this.writer.change(asking, {
      verb: 'mention.read',
      load: async (tx) => {
        const held = isId(id) ? await this.mentions.mention(tx, id, asking.actorId) : null;
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility, mine: held.mine } };
      },
      save: (tx, _loaded, _decided, at) => this.mentions.read(tx, id, asking.actorId as string, at),
      // What somebody has read is nobody else's business, and stays out of the ledger.
      note: () => [],
    });
    return true;
  }
}

/** Something that waits, as it is read. */
@Resolver('Waiting')
export class WaitingResolver {
  constructor(
    private readonly alliances: AllianceStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  alliance(@Parent() waiting: WaitingRow, @Asks() asking: Asking) {
    return this.alliances.one(asking, waiting.allianceId);
  }

  @ResolveField()
  by(@Parent() waiting: WaitingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, waiting.byId);
  }

  @ResolveField()
  named(@Parent() waiting: WaitingRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, waiting.namedId);
  }
}
