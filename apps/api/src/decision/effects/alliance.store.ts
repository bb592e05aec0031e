import { Injectable } from '@nestjs/common';
import type { Note, Tx } from '../../core/change.js';
import type { About, Effect } from './effect.js';

/** What an alliance decides of itself and its texts. */
@Injectable()
export class AllianceEffects {
  readonly all: readonly Effect[] = [
    {
      subject: 'VISIBILITY',
      find: async (tx, { allianceId, value }) => {
        const { visibility } = await own(tx, allianceId);
        return value.visibility === undefined || value.visibility === visibility ? null : { before: visibility };
      },
      apply: async (tx, { allianceId, value }) => {
        const { visibility: before } = await own(tx, allianceId);
        await tx.alliance.update({ where: { id: allianceId }, data: { visibility: value.visibility as 'OPEN' } });
        return [note('alliance.describe', allianceId, { before: { visibility: before }, visibility: value.visibility })];
      },
    },
    {
      subject: 'GROUND_RULES',
      find: async (tx, { allianceId }) => ({ before: (await own(tx, allianceId)).groundRules }),
      apply: async (tx, { allianceId, proposal }) => {
        const { groundRules } = await own(tx, allianceId);
        await tx.alliance.update({ where: { id: allianceId }, data: { groundRules: proposal } });
        return [note('alliance.describe', allianceId, { before: { groundRules } })];
      },
    },
    {
      subject: 'ROUND_RULES',
      find: async (tx, { allianceId, value }) => (value.rules === undefined ? null : { before: JSON.stringify((await tx.roundRules.findUnique({ where: { allianceId }, select: { quorumPercent: true, days: true, secret: true } })) ?? {}) }),
      apply: async (tx, { allianceId, value: { rules } }) => {
        if (rules === undefined) return [];
        await tx.roundRules.upsert({ where: { allianceId }, create: { allianceId, ...rules }, update: rules });
        return [note('alliance.chooseRoundRules', allianceId, { ...rules })];
      },
    },
    {
      subject: 'END',
      find: async (tx, { allianceId }) => ((await own(tx, allianceId)).endedAt === null ? { before: 'GOES_ON' } : null),
      apply: async (tx, { allianceId, roundId }, at) => {
        await tx.alliance.update({ where: { id: allianceId }, data: { endedAt: at } });
        // Nothing new is decided either; what is open is about an alliance that goes on.
        await tx.$executeRaw`update round set state = 'SUBJECT_CHANGED', closed_at = clock_timestamp() where alliance_id = ${allianceId}::uuid and state = 'OPEN' and id <> ${roundId}::uuid`;
        return [note('alliance.end', allianceId, {})];
      },
    },
    {
      subject: 'REOPEN',
      find: async (tx, { allianceId }) => ((await own(tx, allianceId)).endedAt === null ? null : { before: 'ENDED' }),
      apply: async (tx, { allianceId }) => {
        await tx.alliance.update({ where: { id: allianceId }, data: { endedAt: null } });
        return [note('alliance.reopen', allianceId, {})];
      },
    },
    {
      subject: 'VERSION',
      find: async (tx, { allianceId, subjectId }) => {
        const rows = await tx.$queryRaw<{ digest: string }[]>`
          select encode(v.sha256, 'hex') as digest from framing_version v join framing f on f.id = v.framing_id where v.id = ${subjectId}::uuid and f.alliance_id = ${allianceId}::uuid`;
        return rows[0] === undefined ? 'not-found' : { before: rows[0].digest };
      },
      apply: async (_tx, { subjectId, roundId }) => [{ verb: 'version.adopt', subjectKind: 'version', subjectId: subjectId as string, detail: { roundId } }],
    },
  ];
}

async function own(tx: Tx, allianceId: About['allianceId']) {
  return tx.alliance.findUniqueOrThrow({ where: { id: allianceId }, select: { visibility: true, groundRules: true, endedAt: true } });
}

function note(verb: string, subjectId: string, detail: Record<string, unknown>): Note {
  return { verb, subjectKind: 'alliance', subjectId, detail };
}
