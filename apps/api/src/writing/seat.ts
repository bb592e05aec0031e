import type { RefusalCode } from '@samsyn/domain/shared/refusals';
import type { Allowance } from './allowance.js';
import type { Hints } from './hints.js';
import type { Door } from './writing.store.js';

/** What a seat needs of its socket. */
export interface Line {
  /** Closes the socket itself; a provider keeps a closed document on an open socket silent for ever. */
  refuse(code: RefusalCode): void;
}

/** Somebody's place in a room: who they are, whether they write or follow, and under which clients. */
export interface Seat extends Door {
  readonly line: Line;
  name: string;
  allianceId: string;
  writes: boolean;
  clients: ReadonlySet<number>;
  /** A new client is being bound; edits wait for it. */
  binding: Promise<unknown>;
  /** Where the browser says that words it made anew come from. */
  readonly hints: Hints;
  /** The browser has told everything it had when it came in; until then what it types may refer to what is not here yet. */
  told: boolean;
  /** Acknowledgements held back until then. */
  owed: number;
  /** How much of what is costly may still be asked for; it grows back with time. */
  readonly asks: Allowance;
  readonly tries: Allowance;
  readonly says: Allowance;
}
