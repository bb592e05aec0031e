import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { describe } from '@samsyn/domain/alliance/describing';
import type { Visibility } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { asName } from '@samsyn/domain/shared/text';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { AllianceStore, type AllianceRow } from './alliance.store.js';
import { ProblemStore, type ProblemNamed } from './problem.store.js';

/** How an alliance describes itself, and what worries it. */
@Resolver()
export class DescribingResolver {
  constructor(
    private readonly writer: Writer,
    private readonly alliances: AllianceStore,
    private readonly problems: ProblemStore,
  ) {}

  @Mutation()
  async describeAlliance(
    @Asks() asking: Asking,
    @Args('id') id: string,
    @Args('name') name?: string | null,
    @Args('purpose') purpose?: string | null,
    @Args('groundRules') groundRules?: string | null,
    @Args('visibility') visibility?: Visibility | null,
  ): Promise<AllianceRow | null> {
    await this.writer.change(asking, {
      verb: 'alliance.describe',
      load: (tx) => this.alliances.held(tx, id, 'alone'),
      decide: (held) => describe(held, { name, purpose, groundRules, visibility }),
      save: async (tx, held, description) => {
        await this.alliances.describe(tx, held.allianceId, description);
        return description;
      },
      // What stood before is told, so that nothing is changed in silence.
      note: ({ name: was, purpose: wasFor, groundRules: rules, visibility: open }, { name: called, visibility: now }) => ({
        subjectKind: 'alliance', subjectId: id.toLowerCase(),
        detail: { before: { name: was, purpose: wasFor, groundRules: rules, visibility: open }, name: called, visibility: now },
      }),
    });
    return this.alliances.one(asking, id);
  }

  @Mutation()
  nameProblem(@Asks() asking: Asking, @Args('allianceId') allianceId: string, @Args('sentence') sentence: string): Promise<ProblemNamed> {
    return this.writer.change(asking, {
      verb: 'alliance.nameProblem',
      load: (tx) => this.alliances.held(tx, allianceId),
      decide: () => asName(sentence, limits.sentence),
      save: (tx, held, text, at) => this.problems.name(tx, held.allianceId, text, asking.actorId, at),
      note: (_held, problem) => ({ subjectKind: 'problem', subjectId: problem.id, detail: { sentence: problem.sentence } }),
    });
  }
}
