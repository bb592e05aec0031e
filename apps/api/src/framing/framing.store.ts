import { Injectable } from '@nestjs/common';
import type { Fields, Step } from '@samsyn/domain/framing/framing';
import type { Capacity, FramingField, Visibility } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import type { Tx } from '../core/change.js';
import { Database } from '../core/database.js';
import { byKey, grouped } from '../core/gather.js';

/** A framing as it stands. */
export interface FramingRow {
  readonly id: string;
  readonly allianceId: string;
  readonly problemId: string;
  readonly fields: Fields;
  readonly openedById: string | null;
  readonly openedAt: string;
}

/** A problem in one sentence. */
export interface ProblemRow {
  readonly id: string;
  readonly allianceId: string;
  readonly sentence: string;
  readonly namedById: string | null;
  readonly namedAt: string;
}

/** A step of the line from old to new. */
export interface ReframingRow extends Step {
  readonly id: string;
  readonly actorId: string | null;
  readonly capacity: Capacity | null;
  readonly at: string;
}

/** The column of each field. */
const columns = { NAME: 'name', BELONGS: 'belongs', OUTSIDE: 'outside', FOR_WHOM: 'forWhom', UNKNOWN: 'unknown', NORMS: 'norms' } as const satisfies Record<FramingField, string>;

const framingColumns = `
  id, alliance_id as "allianceId", problem_id as "problemId", opened_by_id as "openedById", opened_at as "openedAt",
  json_build_object('NAME', name, 'BELONGS', belongs, 'OUTSIDE', outside, 'FOR_WHOM', for_whom, 'UNKNOWN', unknown, 'NORMS', norms) as fields`;

/** All SQL of problems and framings. */
@Injectable()
export class FramingStore {
  constructor(private readonly database: Database) {}

  /** A framing by id, or null; gathered. */
  async byId(asking: Asking, id: string): Promise<FramingRow | null> {
    return asking.gather.one('framing', id.toLowerCase(), async (ids: string[]) =>
      byKey(await this.database.rows<FramingRow>('framing.byId', `select ${framingColumns} from framing where id = any($1::uuid[])`, [ids]), (row) => row.id),
    );
  }

  /** The framings of a problem, oldest first. */
  async ofProblem(asking: Asking, problemId: string): Promise<FramingRow[]> {
    return asking.gather.many('framing.ofProblem', problemId, async (ids: string[]) =>
      grouped(
        await this.database.rows<FramingRow>('framing.ofProblem', `select ${framingColumns} from framing where problem_id = any($1::uuid[]) order by opened_at, id`, [ids]),
        (row) => row.problemId,
      ),
    );
  }

  /** The problems of an alliance, oldest first. */
  async problemsOf(asking: Asking, allianceId: string): Promise<ProblemRow[]> {
    return asking.gather.many('problem.ofAlliance', allianceId, async (ids: string[]) =>
      grouped(await this.database.rows<ProblemRow>('problem.ofAlliance', `${problemSql} where alliance_id = any($1::uuid[]) order by named_at, id`, [ids]), (row) => row.allianceId),
    );
  }

  /** A problem by id, or null; gathered. */
  async problemById(asking: Asking, id: string): Promise<ProblemRow | null> {
    return asking.gather.one('problem', id, async (ids: string[]) =>
      byKey(await this.database.rows<ProblemRow>('problem.byId', `${problemSql} where id = any($1::uuid[])`, [ids]), (row) => row.id),
    );
  }

  /** The line from old to new, oldest first. */
  async reframings(asking: Asking, framingId: string): Promise<ReframingRow[]> {
    return asking.gather.many('framing.reframings', framingId, async (ids: string[]) =>
      grouped(
        await this.database.rows<ReframingRow & { framingId: string }>(
          'framing.reframings',
          `select id, framing_id as "framingId", field, before, after, reason, actor_id as "actorId", capacity, at
           from reframing where framing_id = any($1::uuid[]) order by at, id`,
          [ids],
        ),
        (row) => row.framingId,
      ),
    );
  }

  /** The problem a framing is to be opened for, with how open its alliance is. */
  async problemForChange(tx: Tx, id: string): Promise<{ allianceId: string; visibility: Visibility } | null> {
    const problem = await tx.problem.findUnique({ where: { id }, select: { allianceId: true, alliance: { select: { visibility: true } } } });
    return problem && { allianceId: problem.allianceId, visibility: problem.alliance.visibility };
  }

  /** A framing, held still until the commit. */
  async framingForChange(tx: Tx, id: string): Promise<{ allianceId: string; visibility: Visibility; fields: Fields } | null> {
    const rows = await tx.$queryRaw<{ allianceId: string; visibility: Visibility; fields: Fields }[]>`
      select f.alliance_id as "allianceId", a.visibility,
        json_build_object('NAME', f.name, 'BELONGS', f.belongs, 'OUTSIDE', f.outside, 'FOR_WHOM', f.for_whom, 'UNKNOWN', f.unknown, 'NORMS', f.norms) as fields
      from framing f join alliance a on a.id = f.alliance_id where f.id = ${id}::uuid for update of f`;
    return rows[0] ?? null;
  }

  /** Stores a new framing and gives its id. */
  async open(tx: Tx, at: string, framing: { allianceId: string; problemId: string; fields: Fields; openedById: string | null }): Promise<string> {
    const { fields, ...rest } = framing;
    const row = await tx.framing.create({
      data: { ...rest, openedAt: at, name: fields.NAME, belongs: fields.BELONGS, outside: fields.OUTSIDE, forWhom: fields.FOR_WHOM, unknown: fields.UNKNOWN, norms: fields.NORMS },
      select: { id: true },
    });
    return row.id;
  }

  /** Stores a step of the line, and what stands after it. */
  async reframe(tx: Tx, framingId: string, step: Step, by: { actorId: string | null; capacity: Capacity | null; at: string }): Promise<void> {
    await tx.reframing.create({ data: { framingId, ...step, ...by } });
    await tx.framing.update({ where: { id: framingId }, data: { [columns[step.field]]: step.after } });
  }
}

const problemSql = `select id, alliance_id as "allianceId", sentence, named_by_id as "namedById", named_at as "namedAt" from problem`;
