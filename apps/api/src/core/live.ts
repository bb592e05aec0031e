import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { Capacity } from '@samsyn/domain/shared/enums';
import { Channel } from './channel.js';

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

/** What is told of an entry wherever somebody may be looking: enough to ask anew. */
export type Heard = Pick<Entry, 'verb' | 'allianceId' | 'actorId' | 'subjectId'>;

/**
 * What follows from the ledger. `ledger` is heard in the process where the act was done, once: letters.
 * `everywhere` is heard in every process of the installation: closed rooms, screens that ask anew. It may
 * be missed while a process has no line to the database, and its listeners look by the clock as well.
 */
@Injectable()
export class Live {
  private readonly emitter = new EventEmitter();

  constructor(private readonly channel: Channel) {
    channel.on('ledger', (_key, body) => void this.emitter.emit('everywhere', [JSON.parse(body) as Heard]));
  }

  on(what: 'ledger', hear: (entries: readonly Entry[]) => void): void;
  on(what: 'everywhere', hear: (entries: readonly Heard[]) => void): void;
  on(what: 'ledger' | 'everywhere', hear: (entries: readonly never[]) => void): void {
    this.emitter.on(what, hear);
  }

  tell(entries: readonly Entry[]): void {
    this.emitter.emit('ledger', entries);
    this.emitter.emit('everywhere', entries);
    for (const { verb, allianceId, actorId, subjectId } of entries) {
      this.channel.tell('ledger', `${verb}/${subjectId}/${actorId ?? ''}`, JSON.stringify({ verb, allianceId, actorId, subjectId } satisfies Heard));
    }
  }
}
