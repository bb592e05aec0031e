import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { asMapping, type Mapping } from '@samsyn/domain/contribution/mapping';
import { readRow } from '@samsyn/domain/contribution/spreadsheet';
import { rightsOf, type Verb } from '@samsyn/domain/rights/rights';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { actorBy } from '../core/actors.js';
import { Asks, type Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { isId, placeIn } from '../core/standing.js';
import { decode, recordsOf } from './import.file.js';
import { ImportRunner } from './import.runner.js';
import { ImportStore, type ImportRow } from './import.store.js';
import { surveyOf, type Survey } from './import.survey.js';
import { MediaStore } from './media.store.js';

const shown = 10;

/** A spreadsheet on its way in; those who take part in the alliance see it and may undo it. */
@Resolver('ImportRun')
export class ImportResolver {
  constructor(
    private readonly store: ImportStore,
    private readonly runner: ImportRunner,
    private readonly media: MediaStore,
    private readonly writer: Writer,
    private readonly database: Database,
  ) {}

  @Query()
  async importRun(@Asks() asking: Asking, @Args('id') id: string): Promise<ImportRow | null> {
    const run = isId(id) ? await this.store.byId(id) : null;
    const place = run && (await placeIn(this.database, asking, run.allianceId));
    return place?.standing === 'TAKES_PART' ? run : null;
  }

  @Mutation()
  async mapImport(@Asks() asking: Asking, @Args('id') id: string, @Args('mapping') given: Mapping, @Args('heading') heading?: boolean | null): Promise<ImportRow> {
    await this.act(asking, id, 'import.run', {
      decide: (run) => mappedAs(run, given, heading ?? run.heading),
      save: (tx, _run, mapped) => this.store.map(tx, id, mapped),
    });
    return this.found(id);
  }

  @Mutation()
  async startImport(@Asks() asking: Asking, @Args('id') id: string): Promise<ImportRow> {
    await this.act(asking, id, 'import.run', {
      decide: (run) => (run.mapping === null ? refuse('import/not-mapped', { rule: 'C6' }) : run.mapping),
      save: (tx) => this.store.begin(tx, id),
    });
    this.runner.start(id);
    return this.found(id);
  }

  @Mutation()
  async undoImport(@Asks() asking: Asking, @Args('id') id: string): Promise<ImportRow> {
    const { media } = await this.act(asking, id, 'import.undo', {
      decide: () => null,
      save: async (tx, _run, _decided, at) => {
        const undone = await this.store.undo(tx, id);
        await this.store.end(tx, at, id, 'UNDONE');
        return undone;
      },
      detail: (undone) => ({ rows: undone.count }),
    });
    await this.media.forget(media);
    return this.found(id);
  }

  @ResolveField()
  async preview(@Parent() run: ImportRow) {
    const file = run.state === 'PREVIEW' ? await this.store.file(run.id) : null;
    if (file === null) return [];
    const rows = [];
    let heading = run.heading;
    // Enough of the text for the first rows; the rest of a large file is not read again for it.
    for await (const { row, cells } of recordsOf(decode(file).text, run.delimiter)) {
      if (!heading) rows.push({ row, cells: cells.map((cell) => cell.toWellFormed().slice(0, 1_000)), ...mappedRow(cells, run) });
      heading = false;
      if (rows.length === shown) break;
    }
    return rows;
  }

  @ResolveField()
  columns(@Parent() run: ImportRow) {
    return run.heading ? run.columns : run.columns.map((_, at) => String(at + 1));
  }

  @ResolveField()
  async survey(@Parent() run: ImportRow): Promise<Survey | null> {
    const file = run.state === 'PREVIEW' && run.mapping !== null ? await this.store.file(run.id) : null;
    return file === null || run.mapping === null ? null : surveyOf(decode(file).text, run, run.mapping);
  }

  @ResolveField()
  refused(@Parent() run: ImportRow) {
    return this.store.refused(run.id, 1_000);
  }

  @ResolveField()
  importedBy(@Parent() run: ImportRow, @Asks() asking: Asking) {
    return actorBy(this.database, asking, run.importedById);
  }

  @ResolveField()
  async rights(@Parent() run: ImportRow, @Asks() asking: Asking) {
    const place = await placeIn(this.database, asking, run.allianceId);
    return place === null ? [] : rightsOf(['import.run', 'import.undo'], place.standing, { ...place.thing, state: run.state });
  }

  private act<D, R>(
    asking: Asking,
    id: string,
    verb: Verb,
    how: {
      decide: (run: ImportRow) => D | Refusal;
      save: (tx: Tx, run: ImportRow, decided: D, at: string) => Promise<R>;
      detail?: (result: R) => Record<string, unknown>;
    },
  ): Promise<R> {
    return this.writer.change(asking, {
      verb,
      load: async (tx) => {
        const run = isId(id) ? await this.store.hold(tx, id) : null;
        return run && { allianceId: run.allianceId, thing: { visibility: run.visibility, state: run.state }, run };
      },
      decide: ({ run }) => how.decide(run),
      save: (tx, { run }, decided, at) => how.save(tx, run, decided as D, at),
      // Mapping and starting are told by the run itself, when it is whole.
      note: (_loaded, result) => (how.detail ? { subjectKind: 'import', subjectId: id, detail: how.detail(result) } : []),
    });
  }

  private async found(id: string): Promise<ImportRow> {
    const run = await this.store.byId(id);
    if (run === null) throw new Refused('not-found', 'R3');
    return run;
  }
}

/** What has been brought in before; found again by those who take part. */
@Resolver('Alliance')
export class AllianceImportsResolver {
  constructor(
    private readonly store: ImportStore,
    private readonly database: Database,
  ) {}

  @ResolveField()
  async imports(@Parent() alliance: { id: string }, @Asks() asking: Asking): Promise<ImportRow[]> {
    const place = await placeIn(this.database, asking, alliance.id);
    return place?.standing === 'TAKES_PART' ? this.store.ofAlliance(alliance.id) : [];
  }
}

/** The mapping, and how many rows there are when the first of them is, or is not, a heading. */
function mappedAs(run: ImportRow, given: Mapping, heading: boolean): { mapping: Mapping; heading: boolean; rows: number } | Refusal {
  const mapping = asMapping(given, run.columns.length);
  if (isRefusal(mapping)) return mapping;
  const rows = run.rows + Number(run.heading) - Number(heading);
  if (rows > limits.importRows) return refuse('import/too-many-rows', { rule: 'C6', with: { max: limits.importRows } });
  return rows === 0 ? refuse('import/empty', { rule: 'C6' }) : { mapping, heading, rows };
}

function mappedRow(cells: readonly string[], run: ImportRow) {
  const nothing = { text: null, author: null, capacity: null, kinds: [], refusal: null };
  if (run.mapping === null) return nothing;
  const read = readRow(cells, run.columns.length, run.mapping);
  return isRefusal(read) ? { ...nothing, refusal: read.refused } : { ...nothing, text: read.text, author: read.author, capacity: read.capacity, kinds: read.kinds };
}
