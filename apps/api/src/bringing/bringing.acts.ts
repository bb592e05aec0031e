import { Injectable } from '@nestjs/common';
import { picked, type Pick } from '@samsyn/domain/bringing/picked';
import { withAuthors } from '@samsyn/domain/bringing/whoseWords';
import type { TextNode } from '@samsyn/domain/export/textNode';
import { opened } from '@samsyn/domain/framing/framing';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse } from '@samsyn/domain/shared/refusal';
import { asName } from '@samsyn/domain/shared/text';
import { ImportStore } from '../contribution/import.store.js';
import { MediaStore } from '../contribution/media.store.js';
import type { Asking } from '../core/asking.js';
import { Writer, type Tx } from '../core/change.js';
import { Refused } from '../core/refusal.js';
import { isId } from '../core/standing.js';
import { FramingStore } from '../framing/framing.store.js';
import type { Node } from '../writing/render.js';
import { Writing } from '../writing/writing.js';
import { BringingStore, type BringingRow } from './bringing.store.js';

/** A paragraph somebody ticked. */
export type BroughtPick = Pick;

/** What a picture shows, said by whoever brings it. */
export interface BroughtDescription {
  readonly media: string;
  readonly description: string;
}

/** What is done with a text that was brought. */
@Injectable()
export class BringingActs {
  constructor(
    private readonly store: BringingStore,
    private readonly framings: FramingStore,
    private readonly writing: Writing,
    private readonly imports: ImportStore,
    private readonly media: MediaStore,
    private readonly writer: Writer,
  ) {}

  /** The text becomes a framing: opened by whoever brings it, written by those the file names [X5]. */
  async asFraming(asking: Asking, id: string, given: { problemId: string; name: string; author: string; descriptions: readonly BroughtDescription[] }): Promise<BringingRow> {
    await this.writer.change(asking, {
      verb: 'import.run',
      load: async (tx) => {
        const held = await this.held(tx, id);
        return held && (await this.isOf(tx, 'problem', given.problemId, held.row.allianceId)) ? held : null;
      },
      decide: ({ row }) => {
        const fields = opened({ ...row.fields, NAME: given.name });
        if (isRefusal(fields)) return fields;
        const author = given.author.trim() === '' ? null : asName(given.author, limits.name);
        if (author !== null && isRefusal(author)) return author;
        return row.content === null ? refuse('import/state', { rule: 'X5' }) : { fields, content: described(authored(row, row.content, author), given.descriptions) };
      },
      save: async (tx, { row }, { fields, content }, at) => {
        const framingId = await this.framings.open(tx, at, { allianceId: row.allianceId, problemId: given.problemId, fields, openedById: asking.actorId });
        const sources = await this.store.addSources(tx, at, framingId, row.sources);
        await this.store.hangPictures(tx, framingId, picturesIn(content));
        await this.writing.beginBrought(tx, framingId, row.allianceId, fields, cited(content, sources) as Node, asking.actorId);
        await this.store.end(tx, at, row.id, { state: 'DONE', framingId, opened: true });
        return { framingId, name: fields.NAME };
      },
      note: (_loaded, { framingId, name }) => ({ verb: 'alliance.openFraming', subjectKind: 'framing', subjectId: framingId, detail: { name, brought: true } }),
    });
    return this.found(id);
  }

  /** The ticked paragraphs become contributions of whoever the file, or who brings it, names. */
  async asContributions(asking: Asking, id: string, framingId: string | null, picks: readonly BroughtPick[]): Promise<BringingRow> {
    await this.writer.change(asking, {
      verb: 'import.run',
      load: async (tx) => {
        const held = await this.held(tx, id);
        return held && (framingId === null || (await this.isOf(tx, 'framing', framingId, held.row.allianceId))) ? held : null;
      },
      decide: ({ row }) => (row.content === null ? refuse('import/state', { rule: 'X5' }) : picked(row.content, picks)),
      save: async (tx, { row }, rows, at) => {
        await this.store.give(tx, at, row, framingId, rows);
        await this.store.end(tx, at, row.id, { state: 'DONE', framingId, contributions: rows.length });
        return rows.length;
      },
      note: ({ row }, rows) => ({ subjectKind: 'bringing', subjectId: row.id, detail: { rows, refused: 0, framingId } }),
    });
    return this.found(id);
  }

  /** Takes back what came in. */
  async undo(asking: Asking, id: string): Promise<BringingRow> {
    const media = await this.writer.change(asking, {
      verb: 'import.undo',
      load: (tx) => this.held(tx, id),
      save: async (tx, { row }, _decided, at) => {
        const gone = row.opened ? { count: 0, media: await this.takenAway(tx, row.framingId) } : await this.imports.undo(tx, row.id);
        await this.store.end(tx, at, row.id, { state: 'UNDONE', ...(row.opened ? { framingId: null } : {}) });
        return gone;
      },
      note: ({ row }, { count }) => ({ subjectKind: 'bringing', subjectId: row.id, detail: { rows: count } }),
    });
    await this.media.forget(media.media);
    return this.found(id);
  }

  private async takenAway(tx: Tx, framingId: string | null): Promise<string[]> {
    // What others have put into it is theirs, and nobody undoes it with the file.
    if (framingId === null || !(await this.writing.forgetUnwritten(tx, framingId))) throw new Refused('bring/written-since', 'X5');
    const media = await this.store.takeAway(tx, framingId);
    if (media === null) throw new Refused('bring/written-since', 'X5');
    return media;
  }

  private async held(tx: Tx, id: string) {
    const row = isId(id) ? await this.store.hold(tx, id) : null;
    return row && { allianceId: row.allianceId, thing: { visibility: row.visibility, state: row.state }, row };
  }

  private async isOf(tx: Tx, kind: 'problem' | 'framing', id: string, allianceId: string): Promise<boolean> {
    return isId(id) && this.store.isOf(tx, kind, id, allianceId);
  }

  private async found(id: string): Promise<BringingRow> {
    const row = await this.store.byId(id);
    if (row === null) throw new Refused('not-found', 'R3');
    return row;
  }
}

// A record says itself whose each piece is; of any other file one name is stated, or none.
function authored(row: BringingRow, content: TextNode, author: string | null): TextNode {
  if (row.signed) return content;
  return withAuthors(content, (by) => by ?? { actorId: null, ...(author === null ? {} : { stated: author }) });
}

function described(node: TextNode, descriptions: readonly BroughtDescription[]): TextNode {
  if (node.type === 'picture') {
    const said = descriptions.find(({ media }) => media === node.attrs?.['media'])?.description.trim().slice(0, limits.description).toWellFormed().replaceAll('\0', '');
    return said === undefined ? node : { ...node, attrs: { ...node.attrs, description: said } };
  }
  return node.content === undefined ? node : { ...node, content: node.content.map((child) => described(child, descriptions)) };
}

function picturesIn(node: TextNode): { media: string; description: string }[] {
  if (node.type === 'picture') return [{ media: String(node.attrs?.['media']), description: String(node.attrs?.['description'] ?? '') }];
  return (node.content ?? []).flatMap(picturesIn);
}

function cited(node: TextNode, sources: ReadonlyMap<string, string>): TextNode {
  if (node.content === undefined) return node;
  return {
    ...node,
    content: node.content.flatMap((child): TextNode[] => {
      if (child.type !== 'citation') return [cited(child, sources)];
      const source = sources.get(String(child.attrs?.['source']));
      return source === undefined ? [] : [{ type: 'citation', attrs: { source } }];
    }),
  };
}
