import { Injectable } from '@nestjs/common';
import type { Corrected } from '@samsyn/domain/contribution/correct';
import type { Given, Speaker } from '@samsyn/domain/contribution/give';
import type { Answered, Asked } from '@samsyn/domain/contribution/question';
import type { Tombstone } from '@samsyn/domain/contribution/withdraw';
import type { Capacity, Kind, QuestionAbout, QuestionOutcome, Visibility } from '@samsyn/domain/shared/enums';
import type { Tx } from '../core/change.js';
import { Prisma } from '../generated/prisma/client.js';
import { contributionColumns, type ContributionRow } from './contribution.row.js';

/** Where something is to be given. */
export interface Place {
  readonly visibility: Visibility;
  readonly me: Speaker;
  readonly invented: boolean;
  readonly here: Speaker[];
}

/** A contribution held still until the commit. */
export interface Held extends ContributionRow {
  readonly visibility: Visibility;
  readonly mediaCount: number;
}

/** Something others wrote about a contribution. */
export interface Written {
  readonly id: string;
  readonly text: string;
}

/** Writes of what people give, correct and take back. */
@Injectable()
export class ContributionStore {
  /** The alliance (and framing) something is given to, and those named in it who take part there; null when there is none. */
  async place(tx: Tx, asked: { allianceId: string; framingId: string | null; actorId: string | null; named: string[]; organisationId?: string | null }): Promise<Place | null> {
    // No merging meanwhile: what is said for an organisation goes over with it, or comes after [A3].
    if (asked.organisationId) await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended('organisation.merge', 0))`;
    const rows = await tx.$queryRaw<{ visibility: Visibility }[]>`
      select a.visibility from alliance a where a.id = ${asked.allianceId}::uuid
        and (${asked.framingId}::uuid is null or exists (select from framing f where f.id = ${asked.framingId}::uuid and f.alliance_id = a.id))`;
    const alliance = rows[0];
    if (alliance === undefined || asked.actorId === null) return alliance ? { ...alliance, me: stranger, invented: false, here: [] } : null;
    const speakers = await tx.$queryRaw<(Speaker & { invented: boolean })[]>`
      select p.actor_id as id, p.capacity, who.invented, array(
        select o.actor_id::text from representation r join participation o on o.id = r.participation_id
        where r.person_id = p.actor_id and o.alliance_id = p.alliance_id and r.ended_at is null
          and (r.until is null or r.until >= current_date)) as "speaksFor"
      from participation p join actor who on who.id = p.actor_id and who.kind = 'PERSON'
      where p.alliance_id = ${asked.allianceId}::uuid and p.standing = 'TAKES_PART'
        and p.actor_id = any(${[asked.actorId, ...asked.named]}::uuid[])`;
    const me = speakers.find((one) => one.id === asked.actorId);
    return { ...alliance, me: me ?? stranger, invented: me?.invented ?? false, here: speakers };
  }

  /** One arrival of a key at a time: who comes second finds what the first one left. */
  async aloneWith(tx: Tx, key: string): Promise<void> {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`contribution ${key}`}, 0))`;
  }

  /** Who gave what already bears this id, and where; null when it is free. */
  async giversOf(tx: Tx, id: string): Promise<{ allianceId: string; givers: string[] } | null> {
    const row = await tx.contribution.findUnique({ where: { id }, select: { allianceId: true, writtenDownById: true, authors: { select: { actorId: true } } } });
    return row && { allianceId: row.allianceId, givers: [row.writtenDownById, ...row.authors.map((author) => author.actorId)].filter((one) => one !== null) };
  }

  /** Stores what was given and gives its id. */
  async give(tx: Tx, at: string, where: { id: string; allianceId: string; framingId: string | null; invented: boolean }, given: Given): Promise<void> {
    const { authors, mediaIds, telling, anchor, ...plain } = given;
    await tx.contribution.create({
      data: {
        ...where,
        ...plain,
        telling: telling === null ? Prisma.DbNull : { ...telling },
        anchor: anchor === null ? Prisma.DbNull : (anchor as Prisma.InputJsonValue),
        givenAt: at,
        authors: { create: authors.map((author, position) => ({ ...author, position })) },
      },
    });
    if (mediaIds.length > 0) await tx.media.updateMany({ where: { id: { in: mediaIds } }, data: { contributionId: where.id } });
  }

  /** A contribution, held still until the commit; null when there is none. */
  async hold(tx: Tx, id: string): Promise<Held | null> {
    const held = await tx.$queryRaw<{ id: string }[]>`select id from contribution where id = ${id}::uuid for update`;
    if (held.length === 0) return null;
    const rows = await tx.$queryRaw<Held[]>`
      select ${Prisma.raw(contributionColumns)}, a.visibility,
        (select count(*)::int from media m where m.contribution_id = c.id) as "mediaCount"
      from contribution c join alliance a on a.id = c.alliance_id where c.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** Stores a correction, and how it read before. */
  async correct(tx: Tx, at: string, id: string, corrected: Corrected, actorId: string | null): Promise<void> {
    const { before, telling, ...plain } = corrected;
    await tx.contribution.update({
      where: { id },
      data: { ...plain, telling: telling === null ? Prisma.DbNull : { ...telling }, correctedAt: at },
    });
    await tx.correction.create({ data: { contributionId: id, before: before.text, kindsBefore: before.kinds, actorId, at } });
  }

  /** Really deletes what was said and what hangs on it, and leaves the place. Gives the media that are gone. */
  async withdraw(tx: Tx, id: string, tombstone: Tombstone, cleaned: { questions: readonly Written[]; posts: readonly Written[] }): Promise<string[]> {
    const media = await tx.media.findMany({ where: { contributionId: id }, select: { id: true } });
    await tx.media.deleteMany({ where: { contributionId: id } });
    await tx.correction.deleteMany({ where: { contributionId: id } });
    for (const { id: asked, text } of cleaned.questions) await tx.question.update({ where: { id: asked }, data: { text } });
    for (const { id: said, text } of cleaned.posts) await tx.threadPost.update({ where: { id: said }, data: { text } });
    await tx.question.updateMany({ where: { contributionId: id }, data: { answer: null } });
    const { telling: _telling, anchor: _anchor, ...plain } = tombstone;
    await tx.contribution.update({
      where: { id },
      data: { ...plain, telling: Prisma.DbNull, anchor: Prisma.DbNull, proposal: false, tacit: false },
    });
    return media.map((one) => one.id);
  }

  /** The words a contribution has had, and what others wrote about it: questions, and what is said in threads on it. */
  async wordsOf(tx: Tx, id: string): Promise<{ words: string[]; questions: Written[]; posts: Written[] }> {
    const [corrections, questions, posts] = [
      await tx.correction.findMany({ where: { contributionId: id }, select: { before: true } }),
      await tx.question.findMany({ where: { contributionId: id }, select: { id: true, text: true } }),
      await tx.threadPost.findMany({ where: { thread: { contributionId: id } }, select: { id: true, text: true } }),
    ];
    return { words: corrections.map((one) => one.before), questions, posts };
  }

  /** The wording is approved by the one who said it. */
  async approve(tx: Tx, id: string): Promise<void> {
    await tx.contribution.update({ where: { id }, data: { approval: 'APPROVED' } });
  }

  /** Stores a question and gives its id. */
  async ask(tx: Tx, at: string, contributionId: string, asked: Asked, by: { actorId: string | null; capacity: Capacity | null }): Promise<string> {
    const row = await tx.question.create({
      data: { contributionId, ...asked, askedById: by.actorId, capacity: by.capacity, askedAt: at },
      select: { id: true },
    });
    return row.id;
  }

  /** A question as it stands, with the contribution it belongs to. */
  async question(tx: Tx, id: string): Promise<{ contributionId: string; about: QuestionAbout; kinds: Kind[]; outcome: QuestionOutcome } | null> {
    return tx.question.findUnique({ where: { id }, select: { contributionId: true, about: true, kinds: true, outcome: true } });
  }

  /** Stores an answer. */
  async answer(tx: Tx, at: string, id: string, answered: Answered, actorId: string | null): Promise<void> {
    await tx.question.update({
      where: { id },
      data: { answer: answered.answer, outcome: answered.outcome, answeredById: actorId, answeredAt: at },
    });
  }

  /** The knower took over another reading of the kind; how it read before is kept. */
  async takeOver(tx: Tx, at: string, now: Held, kinds: Kind[], actorId: string | null): Promise<void> {
    await tx.contribution.update({ where: { id: now.id }, data: { kinds, correctedAt: at } });
    await tx.correction.create({ data: { contributionId: now.id, before: now.text, kindsBefore: now.kinds, actorId, at } });
  }
}

const stranger: Speaker = { id: '', capacity: null, speaksFor: [] };
