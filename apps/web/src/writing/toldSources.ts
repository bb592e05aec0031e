import type { ToldSources } from './wordSources';

const most = 200;

/** What is told the server of words made anew: before the words, and once more whenever the line is new, until they are saved. */
export class Untold {
  /** What is not saved yet. */
  waiting: readonly ToldSources[] = [];

  constructor(
    private readonly send: (payload: string) => void,
    private readonly keep: (waiting: readonly ToldSources[]) => void,
  ) {}

  /** Something is told. */
  tell(told: ToldSources): void {
    this.waiting = [...this.waiting, told].slice(-most);
    this.keep(this.waiting);
    this.send(payloadOf(told));
  }

  /** What an earlier visit left untold. */
  remember(told: unknown): void {
    if (Array.isArray(told)) this.waiting = [...(told as ToldSources[]), ...this.waiting].slice(-most);
  }

  /** The line is new: all that is not saved is told again, before the words are. */
  again(): void {
    for (const told of this.waiting) this.send(payloadOf(told));
  }

  /** All is saved. */
  saved(): void {
    if (this.waiting.length === 0) return;
    this.waiting = [];
    this.keep([]);
  }
}

function payloadOf({ words, client, text }: ToldSources): string {
  return JSON.stringify({ words, client, ...(text === undefined ? {} : { text }) });
}
