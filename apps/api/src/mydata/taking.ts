import { Injectable } from '@nestjs/common';
import { now } from '../core/secrets.js';
import { Settings } from '../core/settings.js';
import { MyDataStore } from './mydata.store.js';
import { OwnWords } from './ownWords.js';
import { sections } from './sections.sql.js';

/** A part of what is told, with its items as they come. */
export interface Part {
  readonly name: string;
  readonly items: AsyncIterable<Readonly<Record<string, unknown>>>;
}

/** What a download says of itself. */
export interface Head {
  readonly format: 'samsyn/my-data';
  readonly version: 1;
  readonly origin: string;
  readonly made: string;
}

/** Everything the house keeps about a person, as it comes [U1]: nothing is gathered in memory first. */
@Injectable()
export class Taking {
  constructor(
    private readonly store: MyDataStore,
    private readonly words: OwnWords,
    private readonly settings: Settings,
  ) {}

  head(): Head {
    return { format: 'samsyn/my-data', version: 1, origin: new URL(this.settings.publicUrl).origin, made: now() };
  }

  /** The parts, one after the other. */
  parts(actorId: string): Part[] {
    return [...sections.map((section) => ({ name: section.name, items: this.store.rows(section, actorId) })), { name: 'words', items: this.written(actorId) }];
  }

  private async *written(actorId: string): AsyncGenerator<Record<string, unknown>> {
    for (const { id, alliance } of await this.store.writtenIn(actorId)) {
      const runs = await this.words.runs(id, actorId);
      if (runs.length > 0) yield { id, alliance, words: runs.filter(({ stands }) => stands).map(({ text }) => text), takenAway: runs.filter(({ stands }) => !stands).map(({ text }) => text) };
    }
  }
}

/** As programs read it: one JSON text, an item a line. */
export async function* asJson(head: Head, parts: readonly Part[]): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)}`;
  for (const { name, items } of parts) {
    yield `,\n"${name}": [`;
    let first = true;
    for await (const item of items) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(item)}`;
      first = false;
    }
    yield ']';
  }
  yield '\n}\n';
}
