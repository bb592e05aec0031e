import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { rights, whyNot, type Verb } from '@samsyn/domain/rights/rights';
import { everyState } from '@samsyn/domain/rights/summary';
import { Writer } from '../core/change.js';
import { EqualStore, type CheckRow, type PlaceRow } from './equal.store.js';

const day = 24 * 60 * 60 * 1000;
const mostAlliances = 30;
const mostFailures = 50;

/** Checks, at start and once a day and whenever somebody asks, that the running database treats nobody by who they are [R1]. */
@Injectable()
export class EqualChecking implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<CheckRow> | undefined;

  constructor(
    private readonly store: EqualStore,
    private readonly writer: Writer,
  ) {}

  onApplicationBootstrap(): void {
    // Not among what a start waits for; and a start that was soon after another has nothing new to look at.
    this.timer = setTimeout(() => void this.look(), 60_000).unref();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  /** Those who ask while one is under way get that one. */
  check(): Promise<CheckRow> {
    this.underWay ??= this.once().finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async look(): Promise<void> {
    const latest = await this.store.latest().catch(() => null);
    // What could not be checked today is tried again in an hour; the page shows the day of the last that was.
    const done = latest !== null && Date.now() - Date.parse(latest.at) < day ? latest : await this.check().catch(() => null);
    this.timer = setTimeout(() => void this.look(), done === null ? day / 24 : day).unref();
  }

  private async once(): Promise<CheckRow> {
    const answers = unequalAnswers(await this.store.places());
    let { cells } = answers;
    const failures = [...answers.failures];
    for (const id of await this.store.alliances(mostAlliances)) {
      const { before, after } = await this.store.before(id);
      for (const [name, ids] of Object.entries(before)) {
        cells += 1;
        if (after[name] !== ids) failures.push(`${name} of ${id} stand in another order when capacities, kinds and titles are exchanged`);
      }
    }
    return this.writer.change({ actorId: null }, {
      verb: 'equal.check',
      load: async () => ({ allianceId: null, thing: {} }),
      save: (tx, _loaded, _decided, at) => this.store.keep(tx, cells, failures.slice(0, mostFailures), at),
      note: () => [],
    });
  }
}

/** The places of people put to the table: whoever stands alike in the same alliance is answered alike about every act in every state. */
export function unequalAnswers(places: readonly PlaceRow[], table = whyNot): { cells: number; failures: string[] } {
  const first = new Map<string, string>();
  const failures = new Set<string>();
  let cells = 0;
  for (const { allianceId, visibility, standing, ...someone } of places) {
    for (const verb of Object.keys(rights) as Verb[]) {
      cells += 1;
      // All of a person is within reach of the table, should it ever look.
      const answer = JSON.stringify(everyState.map((state) => table(verb, standing, { ...someone, visibility, mine: false, ...(state === undefined ? {} : { state }) })));
      const key = `${allianceId} ${standing} ${verb}`;
      if ((first.get(key) ?? answer) !== answer) failures.add(`${verb} is answered differently to people who are ${standing} in ${allianceId}`);
      first.set(key, answer);
    }
  }
  return { cells, failures: [...failures] };
}
