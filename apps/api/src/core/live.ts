import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { Capacity } from '@samsyn/domain/shared/enums';

/** An entry of the ledger as it is told to the other parts of this process, after the commit. */
export interface Entry {
  readonly verb: string;
  readonly allianceId: string | null;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What follows from the ledger in this process: letters, closed rooms, live updates. */
@Injectable()
export class Live {
  private readonly emitter = new EventEmitter();

  on(_what: 'ledger', hear: (entries: readonly Entry[]) => void): void {
    this.emitter.on('ledger', hear);
  }

  tell(entries: readonly Entry[]): void {
    this.emitter.emit('ledger', entries);
  }
}
