import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/change.js';

/** A problem as it was just named. */
export interface ProblemNamed {
  readonly id: string;
  readonly allianceId: string;
  readonly sentence: string;
  readonly namedById: string | null;
  readonly namedAt: string;
}

/** What worries an alliance, in one sentence each. */
@Injectable()
export class ProblemStore {
  /** Names a problem. */
  async name(tx: Tx, allianceId: string, sentence: string, namedById: string | null, at: string): Promise<ProblemNamed> {
    const { id } = await tx.problem.create({ data: { allianceId, sentence, namedById, namedAt: at } });
    return { id, allianceId, sentence, namedById, namedAt: at };
  }

  /** The worry an alliance was formed on. */
  async first(tx: Tx, allianceId: string): Promise<string> {
    const row = await tx.problem.findFirst({ where: { allianceId }, orderBy: [{ namedAt: 'asc' }, { id: 'asc' }], select: { sentence: true } });
    return row?.sentence ?? '';
  }
}
