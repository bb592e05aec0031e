import { Injectable } from '@nestjs/common';
import { called } from '@samsyn/domain/actor/protected';
import type { Known, Material } from '@samsyn/domain/export/material';
import { attributeOf, markIds, type TextNode } from '@samsyn/domain/export/textNode';
import { may } from '@samsyn/domain/rights/rights';
import type { Language } from '@samsyn/domain/shared/refusals';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { Refused } from '../core/refusal.js';
import { now } from '../core/secrets.js';
import { Settings } from '../core/settings.js';
import { isId, placeIn } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import { SourceStore } from '../framing/source.store.js';
import { BasisStore } from '../passage/basis.store.js';
import { Writing } from '../writing/writing.js';
import { ExportStore, type PictureRow } from './export.store.js';

/** What a file is made of, and the position of the text's log it shows. */
export interface Gathered {
  readonly material: Material;
  readonly pictures: readonly PictureRow[];
  readonly seq: number;
}

/** Gathers what somebody may take along of a framing: what they may read, and nothing else [X1]. */
@Injectable()
export class Gathering {
  constructor(
    private readonly framings: FramingStore,
    private readonly sources: SourceStore,
    private readonly store: ExportStore,
    private readonly bases: BasisStore,
    private readonly writing: Writing,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async of(asking: Asking, framingId: string, language: Language): Promise<Gathered> {
    const framing = isId(framingId) ? await this.framings.byId(asking, framingId) : null;
    const place = framing && (await placeIn(this.database, asking, framing.allianceId));
    if (framing === null || place === null || !may('framing.read', place.standing, place.thing)) throw new Refused('not-found', 'R3');
    const { content, seq, actorIds } = await this.writing.attributedReadingOf(framing.id);
    const found = pointedAt(content);
    const rests = (await this.bases.ofFraming(asking, framing.id)).filter(({ id }) => found.bases.has(id));
    const rows = await this.store.contributions(framing, [...found.contributions, ...rests.map(({ contributionId }) => contributionId)]);
    const questions = await this.store.questions(rows.filter((row) => row.state === 'GIVEN').map((row) => row.id));
    const pictures = await this.store.pictures(framing, found.pictures);
    const known = rows.map((row): Known => ({ ...row, statedAuthor: row.statedAuthor && called(row.statedAuthor, language), questions: questions.filter((one) => one.contributionId === row.id) }));
    const people = await this.store.people(framing.allianceId, [...new Set([...actorIds, ...namedIn(known), ...rests.flatMap(({ stances }) => stances.flatMap(({ byId }) => byId ?? []))])], language);
    const problem = await this.framings.problemById(asking, framing.problemId);
    return {
      seq,
      pictures,
      material: {
        language,
        origin: this.settings.publicUrl.replace(/\/$/, ''),
        made: now(),
        alliance: { id: framing.allianceId, name: await this.store.allianceName(framing.allianceId) },
        problem: problem?.sentence ?? '',
        framing: { id: framing.id, fields: framing.fields },
        content: content as TextNode,
        people,
        known,
        basis: rests.filter(({ contributionId }) => known.some(({ id }) => id === contributionId)),
        sources: new Map((await this.sources.ofFraming(asking, framing.id)).map((source) => [source.id, source])),
        pictures: new Map(pictures.map(({ id, description }) => [id, description])),
      },
    };
  }
}

function pointedAt(content: TextNode): { contributions: string[]; bases: ReadonlySet<string>; pictures: string[] } {
  const [contributions, bases, pictures] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const walk = (node: TextNode): void => {
    for (const id of markIds(node, 'contribution')) contributions.add(id);
    for (const id of markIds(node, 'basis')) bases.add(id);
    const media = node.type === 'picture' ? attributeOf(node, 'media') : '';
    if (isId(media)) pictures.add(media.toLowerCase());
    node.content?.forEach(walk);
  };
  walk(content);
  return { contributions: [...contributions], bases, pictures: [...pictures] };
}

function namedIn(known: readonly Known[]): string[] {
  return known.flatMap((one) => [one.writtenDownById, ...one.authors.flatMap((author) => [author.actorId, author.organisationId]), ...one.questions.map((question) => question.askedById)].filter((id) => id !== null));
}
