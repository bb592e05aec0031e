import { Injectable } from '@nestjs/common';
import { whereabouts, type Whereabouts } from '@samsyn/domain/suggestion/suggestion';
import type { Asking } from '../core/asking.js';
import { Writing } from '../writing/writing.js';
import { SuggestionStore, type SuggestionRow } from './suggestion.store.js';

/** A suggestion as it is shown: what is noted of it, and what the text says. */
export interface Shown extends SuggestionRow {
  readonly where: Whereabouts;
  readonly stands: boolean;
}

/** Suggestions, noted and in the text, put together. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly store: SuggestionStore,
    private readonly writing: Writing,
  ) {}

  /** All of a framing: those that stand in the text as one meets them there, then the others. */
  async of(framingId: string): Promise<Shown[]> {
    const { seq, found } = await this.writing.suggestionsIn(framingId);
    const noted = await this.store.ofFraming(framingId);
    const rows = new Map(noted.map((row) => [row.id, row]));
    const standing = await Promise.all(
      [...found].map(async ([id, words]): Promise<Shown> => {
        const row = rows.get(id) ?? { ...nobodys, id, framingId, actorId: await this.writing.suggester(framingId, words) };
        const where = whereabouts(row, { seq, stands: true });
        const asks = where === 'OPEN';
        return { ...row, ...(asks ? { state: 'OPEN', before: words.before, after: words.after } : {}), where, stands: true };
      }),
    );
    const others = noted
      .filter((row) => !found.has(row.id))
      .map((row): Shown => ({ ...row, where: whereabouts(row, { seq, stands: false }), stands: false }))
      // Begun, and not one word of it has come yet: there is nothing to show.
      .filter(({ state, before, after }) => state !== 'OPEN' || before !== '' || after !== '');
    return [...standing, ...others];
  }

  /** These of a framing, in the order asked for. */
  async some(framingId: string, ids: readonly string[]): Promise<Shown[]> {
    const all = new Map((await this.of(framingId)).map((one) => [one.id, one]));
    return ids.flatMap((id) => all.get(id) ?? []);
  }
}

/** What is known of a suggestion that nobody has given as theirs. */
const nobodys: Omit<SuggestionRow, 'id' | 'framingId' | 'actorId'> = {
  capacity: null,
  reason: '',
  at: null,
  state: 'OPEN',
  before: '',
  after: '',
  settledById: null,
  settledCapacity: null,
  settledAt: null,
  answer: '',
  carriedSeq: null,
};

/** What is asked about a suggestion, for its rights. */
export const verbsOfSuggestion = ['suggestion.explain', 'suggestion.accept', 'suggestion.decline', 'suggestion.withdraw'] as const;

/** Is it one's own? */
export function isOwn({ actorId }: Pick<SuggestionRow, 'actorId'>, { actorId: me }: Pick<Asking, 'actorId'>): boolean {
  return me !== null && actorId === me;
}
