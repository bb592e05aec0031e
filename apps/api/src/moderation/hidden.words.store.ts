import { Injectable } from '@nestjs/common';
import type { HidingSubject } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Prisma } from '../generated/prisma/client.js';

/** What is hidden, as rows that are emptied and can be filled again: nothing that reads them has to know of it [H4]. */
export type Words = Readonly<Record<string, unknown>>;

/** Which thing. */
export interface Of {
  readonly subject: HidingSubject;
  readonly subjectId: string;
  readonly framingId: string | null;
}

/** Moves words apart when something is hidden, and back when it is shown again. The only code that knows where each kind of thing keeps its words. */
@Injectable()
export class HiddenWordsStore {
  /** Takes the words out of the thing and gives them. */
  async takeOut(tx: Tx, of: Of): Promise<Words> {
    const id = of.subjectId;
    if (of.subject === 'CONTRIBUTION') return this.takeOutContribution(tx, id);
    if (of.subject === 'POST') {
      const { text } = await tx.threadPost.findUniqueOrThrow({ where: { id }, select: { text: true } });
      await tx.threadPost.update({ where: { id }, data: { text: '' } });
      return { text };
    }
    if (of.subject === 'QUESTION') {
      const { text, answer } = await tx.question.findUniqueOrThrow({ where: { id }, select: { text: true, answer: true } });
      await tx.question.update({ where: { id }, data: { text: '', answer: answer === null ? null : '' } });
      return { text, answer };
    }
    const where = { framingId_id: { framingId: of.framingId as string, id } };
    const said = await tx.suggestion.findUniqueOrThrow({ where, select: { reason: true, before: true, after: true, answer: true } });
    await tx.suggestion.update({ where, data: { reason: '', before: '', after: '', answer: '' } });
    return said;
  }

  /** Puts the words back as they were. */
  async putBack(tx: Tx, of: Of, words: Words): Promise<void> {
    const id = of.subjectId;
    if (of.subject === 'CONTRIBUTION') await this.putBackContribution(tx, id, words);
    else if (of.subject === 'POST') await tx.threadPost.updateMany({ where: { id, takenBackAt: null }, data: { text: words['text'] as string } });
    else if (of.subject === 'QUESTION') await tx.question.updateMany({ where: { id }, data: { text: words['text'] as string, answer: words['answer'] as string | null } });
    else {
      const { reason, before, after, answer } = words as Record<string, string>;
      await tx.suggestion.update({ where: { framingId_id: { framingId: of.framingId as string, id } }, data: { reason: reason ?? '', before: before ?? '', after: after ?? '', answer: answer ?? '' } });
    }
  }

  private async takeOutContribution(tx: Tx, id: string): Promise<Words> {
    const words = await tx.contribution.findUniqueOrThrow({ where: { id }, select: { text: true, telling: true, sourceUrl: true, sourceText: true, statedAuthor: true } });
    const earlier = await tx.correction.findMany({ where: { contributionId: id }, select: { id: true, before: true }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
    const media = await tx.media.findMany({ where: { contributionId: id }, select: { id: true, description: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    await tx.contribution.update({ where: { id }, data: { text: '', telling: Prisma.DbNull, sourceUrl: null, sourceText: null, statedAuthor: null } });
    await tx.correction.updateMany({ where: { contributionId: id }, data: { before: '' } });
    await tx.media.updateMany({ where: { contributionId: id }, data: { description: '' } });
    return { ...words, earlier: earlier.map((one) => ({ id: String(one.id), before: one.before })), media };
  }

  private async putBackContribution(tx: Tx, id: string, words: Words): Promise<void> {
    const { text, telling, sourceUrl, sourceText, statedAuthor } = words as { text: string; telling: Prisma.InputJsonValue | null; sourceUrl: string | null; sourceText: string | null; statedAuthor: string | null };
    await tx.contribution.update({ where: { id }, data: { text, telling: telling ?? Prisma.DbNull, sourceUrl, sourceText, statedAuthor } });
    await tx.$executeRaw`update correction r set before = w.before from jsonb_to_recordset(${JSON.stringify(words['earlier'])}::jsonb) w(id text, before text) where r.id::text = w.id and r.contribution_id = ${id}::uuid`;
    await tx.$executeRaw`update media m set description = w.description from jsonb_to_recordset(${JSON.stringify(words['media'])}::jsonb) w(id uuid, description text) where m.id = w.id and m.contribution_id = ${id}::uuid`;
  }
}

/** Every text that was hidden, one after the other: what is looked for when it is really deleted elsewhere. */
export function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return words === '' ? [] : [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => (key === 'id' || key === 'language' ? [] : textsIn(value)));
}
