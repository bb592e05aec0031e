import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { readRow } from '@samsyn/domain/contribution/spreadsheet';
import type { Mapping } from '@samsyn/domain/contribution/mapping';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { setTimeout } from 'node:timers/promises';
import { Writer } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { decode, recordsOf, type SheetRow } from './import.file.js';
import { ImportStore, type ImportRow, type NumberedRow, type RefusedRow } from './import.store.js';

/** How many rows come in with one transaction. */
export const chunk = 250;
const mostTries = 6;

/** Lets the rows of started runs come in, chunk by chunk; after a restart it goes on where the last commit was. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly running = new Map<string, Promise<void>>();
  private readonly waiting = new Waiting();
  private stopped = false;

  constructor(
    private readonly store: ImportStore,
    private readonly writer: Writer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.store.tidy();
    for (const id of await this.store.underWay()) this.start(id);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.waiting.end();
    await Promise.allSettled(this.running.values());
  }

  /** Begins or goes on with a run, in the background. */
  start(id: string): void {
    if (this.running.has(id) || this.stopped) return;
    this.running.set(id, this.tryToRun(id).finally(() => this.running.delete(id)));
  }

  /** A no is final: what came in stays, and the run says that it failed. A fault may pass: a database that restarts is waited for. */
  private async tryToRun(id: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.run(id);
      } catch (error) {
        if (!(error instanceof Refused) && tries < mostTries) await this.waiting.after(tries * 1_000);
        else return this.stopped ? undefined : this.store.fail(id).catch(() => undefined);
        // Ended meanwhile: the run stands as it is, and goes on at the next start.
        if (this.stopped) return;
      }
    }
  }

  private async run(id: string): Promise<void> {
    const [run, file] = [await this.store.byId(id), await this.store.file(id)];
    if (run?.state !== 'RUNNING') return;
    if (file === null || run.mapping === null) throw new Refused('import/state', 'C6');
    let [passed, waiting] = [0, [] as SheetRow[]];
    let heading = run.heading;
    for await (const record of recordsOf(decode(file).text, run.delimiter)) {
      if (heading) {
        heading = false;
        continue;
      }
      passed += 1;
      if (passed <= run.done) continue;
      waiting.push(record);
      if (waiting.length === chunk) {
        await this.bring(run, waiting, passed);
        waiting = [];
        if (this.stopped) return;
      }
    }
    await this.bring(run, waiting, passed, true);
  }

  /** One chunk, one act. It comes in only where the run stands as this runner believes. */
  private async bring(run: ImportRow, records: readonly SheetRow[], done: number, last = false): Promise<void> {
    const { rows, refused } = sorted(records, run.columns.length, run.mapping as Mapping);
    await this.writer.change({ actorId: run.importedById }, {
      verb: 'import.continue',
      load: async (tx) => {
        const held = await this.store.hold(tx, run.id);
        return held && { allianceId: held.allianceId, thing: { visibility: held.visibility, state: held.state }, held };
      },
      save: async (tx, { held }, _decided, at) => {
        if (held.done !== done - records.length) throw new Refused('import/state', 'C6');
        await this.store.bring(tx, at, held, rows, refused, done);
        if (last) await this.store.end(tx, at, held.id, 'DONE');
        return held.refusedCount + refused.length;
      },
      // The run is one act, noted when it is whole; its chunks are not worth a line each.
      note: ({ held }, refusedCount) =>
        last ? { verb: 'import.run', subjectKind: 'import', subjectId: run.id, detail: { rows: held.rows - refusedCount, refused: refusedCount, framingId: held.framingId } } : [],
    });
  }
}

/** Waits that end at once when the server does. */
class Waiting {
  private readonly over = new AbortController();

  async after(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { signal: this.over.signal, ref: false }).catch(() => undefined);
  }

  end(): void {
    this.over.abort();
  }
}

function sorted(records: readonly SheetRow[], columns: number, mapping: Mapping): { rows: NumberedRow[]; refused: RefusedRow[] } {
  const rows: NumberedRow[] = [];
  const refused: RefusedRow[] = [];
  for (const { row, cells } of records) {
    const read = readRow(cells, columns, mapping);
    if (isRefusal(read)) refused.push({ row, code: read.refused });
    else rows.push({ row, ...read });
  }
  return { rows, refused };
}
