import { Injectable } from '@nestjs/common';
import type { AsideCause, Capacity, HidingState, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Prisma } from '../generated/prisma/client.js';
import { HiddenWordsStore, type Of, type Words } from './hidden.words.store.js';
import { hidingColumns, holding, type HidingRow } from './hiding.row.js';

/** Something that is to be hidden, held still until the commit. */
export interface HeldSubject {
  readonly allianceId: string;
  readonly visibility: Visibility;
  readonly state: 'STANDS' | 'OPEN' | 'WITHDRAWN' | 'HIDDEN';
}

/** A hiding held still until the commit. */
export interface HeldHiding extends HidingRow {
  readonly visibility: Visibility;
}

/** Writes of what is hidden. A thing is held before its hiding, always in this order. */
@Injectable()
export class HidingStore {
  constructor(private readonly words: HiddenWordsStore) {}

  /** A thing, held still; null when there is none. */
  async hold(tx: Tx, { subject, subjectId, framingId }: Of): Promise<HeldSubject | null> {
    const sql = {
      CONTRIBUTION: Prisma.sql`select c.alliance_id as "allianceId", c.state = 'WITHDRAWN' as gone, false as open from contribution c where c.id = ${subjectId}::uuid for update`,
      // The thread is held, as whoever takes back what they said holds it.
      POST: Prisma.sql`select t.alliance_id as "allianceId", false as gone, false as open from thread t where t.id = (select thread_id from thread_post where id = ${subjectId}::uuid) for update`,
      QUESTION: Prisma.sql`select c.alliance_id as "allianceId", c.state = 'WITHDRAWN' as gone, false as open from contribution c where c.id = (select contribution_id from question where id = ${subjectId}::uuid) for update`,
      SUGGESTION: Prisma.sql`select f.alliance_id as "allianceId", false as gone, s.state = 'OPEN' as open from suggestion s join framing f on f.id = s.framing_id where s.framing_id = ${framingId}::uuid and s.id = ${subjectId}::uuid for no key update of s`,
    }[subject];
    const [row] = await tx.$queryRaw<{ allianceId: string; gone: boolean; open: boolean }[]>(sql);
    if (row === undefined) return null;
    const { visibility } = await tx.alliance.findUniqueOrThrow({ where: { id: row.allianceId }, select: { visibility: true } });
    // Asked behind the lock: of two who hide the same the second finds it hidden.
    const gone = row.gone || (subject === 'POST' && (await tx.threadPost.findUnique({ where: { id: subjectId }, select: { takenBackAt: true } }))?.takenBackAt !== null);
    const hidden = await this.covering(tx, { subject, subjectId, framingId });
    return { allianceId: row.allianceId, visibility, state: hidden !== null ? 'HIDDEN' : gone ? 'WITHDRAWN' : row.open ? 'OPEN' : 'STANDS' };
  }

  /** The hiding that covers a thing just now; null when it stands open. */
  async covering(tx: Tx, { subject, subjectId, framingId }: Of): Promise<string | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from hiding where subject = ${subject}::"HidingSubject" and subject_id = ${subjectId}::uuid and framing_id is not distinct from ${framingId}::uuid
        and state in ${Prisma.raw(holding)} limit 1`;
    return rows[0]?.id ?? null;
  }

  /** A hiding with the thing it covers, both held still; null when there is none. */
  async hiding(tx: Tx, id: string): Promise<HeldHiding | null> {
    const of = await tx.hiding.findUnique({ where: { id }, select: { subject: true, subjectId: true, framingId: true } });
    if (of === null) return null;
    await this.hold(tx, of);
    const rows = await tx.$queryRaw<HeldHiding[]>`
      select ${Prisma.raw(hidingColumns)}, a.visibility from hiding h join alliance a on a.id = h.alliance_id where h.id = ${id}::uuid for update of h`;
    return rows[0] ?? null;
  }

  /** Hides: the words go apart, in the same act. */
  async hide(tx: Tx, of: Of, allianceId: string, given: { reason: string; cause: AsideCause | null }, by: { actorId: string | null; capacity: Capacity | null; at: string }): Promise<string> {
    const words = await this.words.takeOut(tx, of);
    const asked = given.cause === null ? {} : { state: 'ASKED' as const, cause: given.cause, askedById: by.actorId, askedAt: by.at };
    const { id } = await tx.hiding.create({
      data: { ...of, allianceId, reason: given.reason, hiddenById: by.actorId, capacity: by.capacity, hiddenAt: by.at, ...asked },
      select: { id: true },
    });
    await tx.hiddenWords.create({ data: { hidingId: id, allianceId, words: words as Prisma.InputJsonValue } });
    return id;
  }

  async answer(tx: Tx, id: string, answer: string, actorId: string | null, at: string): Promise<void> {
    await tx.hiding.update({ where: { id }, data: { answer, answeredById: actorId, answeredAt: at } });
  }

  async askAside(tx: Tx, id: string, cause: AsideCause, actorId: string | null, at: string): Promise<void> {
    await tx.hiding.update({ where: { id }, data: { state: 'ASKED', cause, askedById: actorId, askedAt: at } });
  }

  /** Puts it aside; what was answered goes apart with it, since it may say the same. */
  async agree(tx: Tx, { id, answer }: HidingRow, actorId: string | null, at: string): Promise<void> {
    await tx.$executeRaw`update hidden_words set words = words || jsonb_build_object('hidingAnswer', ${answer}::text) where hiding_id = ${id}::uuid`;
    await tx.hiding.update({ where: { id }, data: { state: 'ASIDE', answer: '', agreedById: actorId, agreedAt: at } });
  }

  /** Shows it again: the words come back as they were [H2]. */
  async showAgain(tx: Tx, row: HidingRow, reason: string, actorId: string | null, at: string): Promise<void> {
    const kept = await tx.hiddenWords.findUniqueOrThrow({ where: { hidingId: row.id }, select: { words: true } });
    const of = await tx.hiding.findUniqueOrThrow({ where: { id: row.id }, select: { subject: true, subjectId: true, framingId: true } });
    const words = kept.words as Words;
    await this.words.putBack(tx, of, words);
    await tx.hiddenWords.delete({ where: { hidingId: row.id } });
    const answer = (words['hidingAnswer'] as string | undefined) ?? row.answer;
    await this.end(tx, row.id, 'UNDONE', { endReason: reason, answer }, actorId, at);
  }

  /** Erases for good what was hidden. */
  async erase(tx: Tx, id: string, actorId: string | null, at: string): Promise<void> {
    await tx.hiddenWords.deleteMany({ where: { hidingId: id } });
    await this.end(tx, id, 'ERASED', { answer: '' }, actorId, at);
  }

  /** The same by way of the thing: whoever takes back what is hidden deletes it here too. Gives the texts that were hidden. */
  async eraseOf(tx: Tx, of: Of, actorId: string | null, at: string): Promise<Words> {
    const id = await this.covering(tx, of);
    if (id === null) return {};
    const kept = await tx.hiddenWords.findUnique({ where: { hidingId: id }, select: { words: true } });
    await this.erase(tx, id, actorId, at);
    return (kept?.words ?? {}) as Words;
  }

  private async end(tx: Tx, id: string, state: HidingState, more: { endReason?: string; answer: string }, actorId: string | null, at: string): Promise<void> {
    await tx.hiding.update({ where: { id }, data: { state, endedById: actorId, endedAt: at, ...more } });
  }
}
