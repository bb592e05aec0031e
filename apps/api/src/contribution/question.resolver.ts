import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, question } from '@samsyn/domain/contribution/question';
import type { Kind, QuestionAbout, QuestionOutcome } from '@samsyn/domain/shared/enums';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer } from '../core/change.js';
import { Database } from '../core/database.js';
import { HidingStore } from '../moderation/hiding.store.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { asAnswer, asQuestion } from './contribution.rights.js';
import { ContributionReadStore } from './contribution.read.store.js';
import type { QuestionRow } from './contribution.row.js';
import { ContributionStore } from './contribution.store.js';

/** "How do you know?", and the answer. */
@Resolver('Question')
export class QuestionResolver {
  constructor(
    private readonly store: ContributionStore,
    private readonly reading: ContributionReadStore,
    private readonly hidings: HidingStore,
    private readonly database: Database,
    private readonly writer: Writer,
  ) {}

  @Mutation()
  async question(
    @Asks() asking: Asking,
    @Args('contributionId') contributionId: string,
    @Args('about') about: QuestionAbout,
    @Args('text') text: string,
    @Args('kinds') kinds?: Kind[] | null,
  ): Promise<QuestionRow> {
    const id = await this.writer.change(asking, {
      verb: 'contribution.question',
      load: async (tx) => {
        const held = isId(contributionId) ? await this.store.hold(tx, contributionId) : null;
        if (held === null || held.state === 'WITHDRAWN') return null;
        // One who has left does not question any more, not even what is one's own.
        return { allianceId: held.allianceId, thing: asQuestion(held, asking.actorId, held.visibility), held };
      },
      decide: () => question(about, text, kinds ?? []),
      save: (tx, _loaded, asked, at, capacity) => this.store.ask(tx, at, contributionId, asked, { actorId: asking.actorId, capacity }),
      note: ({ held }) => ({ subjectKind: 'contribution', subjectId: contributionId, detail: { about, framingId: held.framingId } }),
    });
    return this.found(id);
  }

  @Mutation()
  async answerQuestion(@Asks() asking: Asking, @Args('id') id: string, @Args('answer') given: string, @Args('outcome') outcome: QuestionOutcome): Promise<QuestionRow> {
    await this.writer.change(asking, {
      verb: 'question.answer',
      load: async (tx) => {
        const belongs = isId(id) ? await this.store.question(tx, id) : null;
        const held = belongs && (await this.store.hold(tx, belongs.contributionId));
        if (!held || held.state === 'WITHDRAWN') return null;
        // Read anew behind the lock: of two answers at once the second finds the first.
        const asked = await this.store.question(tx, id);
        const hidden = (await this.hidings.covering(tx, { subject: 'QUESTION', subjectId: id, framingId: null })) !== null;
        return asked && { allianceId: held.allianceId, thing: asAnswer(held, asking.actorId, held.visibility, hidden ? 'HIDDEN' : asked.outcome), held, asked };
      },
      decide: ({ held, asked }) => answer(asked, held, given, outcome),
      save: async (tx, { held }, answered, at) => {
        await this.store.answer(tx, at, id, answered, asking.actorId);
        if (answered.kinds !== null) await this.store.takeOver(tx, at, held, answered.kinds, asking.actorId);
      },
      note: ({ held, asked }) => ({ subjectKind: 'contribution', subjectId: held.id, detail: { about: asked.about, outcome, framingId: held.framingId } }),
    });
    return this.found(id);
  }

  @ResolveField()
  by(@Parent() asked: QuestionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, asked.askedById);
  }

  @ResolveField()
  answeredBy(@Parent() asked: QuestionRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, asked.answeredById);
  }

  private async found(id: string): Promise<QuestionRow> {
    const row = await this.reading.questionById(id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}
