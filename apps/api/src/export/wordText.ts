import { directionOf } from '@samsyn/domain/export/direction';
import type { Block, Cell, Dossier, Piece } from '@samsyn/domain/export/dossier';
import { exportWords } from '@samsyn/domain/export/words';
import { CommentRangeEnd, CommentRangeStart, CommentReference, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type ParagraphChild } from 'docx';
import { sizeOf, type Picture } from './picture.js';
import { plainWords } from './plainWords.js';

type Look = Pick<IParagraphOptions, 'heading' | 'style' | 'bullet' | 'numbering' | 'indent'>;

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;
const kinds: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' };
const widest = 560;

/** Turns blocks into paragraphs and tables of a Word file. */
export class WordText {
  private lists = 0;
  /** Where each sort of numbering begins. One that does not begin at 1 is of one list only, or the next would go on from it. */
  readonly numberings = new Map<string, number>([['ordered', 1]]);

  constructor(
    private readonly dossier: Dossier,
    private readonly pictures: ReadonlyMap<string, Picture>,
  ) {}

  /** A paragraph of running text; from right to left where its words are. */
  line(pieces: readonly Piece[], look: Look = {}): Paragraph {
    const rtl = directionOf(plainWords(pieces)) === 'rtl';
    const whose = pieces.flatMap((piece) => (piece.kind === 'whose' ? [piece.number] : []));
    const children = [
      ...whose.map((number) => new CommentRangeStart(number)),
      ...pieces.flatMap((piece) => this.piece(piece, rtl)),
      ...whose.flatMap((number) => [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })]),
    ];
    return new Paragraph({ ...look, children, ...(rtl ? { bidirectional: true } : {}) });
  }

  /** Blocks one after the other. */
  blocks(blocks: readonly Block[], look: Look = {}, depth = 0): (Paragraph | Table)[] {
    return blocks.flatMap((block, at) => this.block(block, at === 0 ? look : later(look), depth));
  }

  private block(block: Block, look: Look, depth: number): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [this.line(block.pieces, { heading: levels[block.level - 1] ?? HeadingLevel.HEADING_6 })];
      case 'paragraph':
        return [this.line(block.pieces, look)];
      case 'list': {
        const instance = (this.lists += 1);
        const level = Math.min(depth, 8);
        const mark: Look = block.ordered ? { numbering: { reference: this.numbersFrom(block.start), level, instance } } : { bullet: { level } };
        return block.items.flatMap((item) => this.blocks(item, mark, depth + 1));
      }
      case 'quotation':
        return block.blocks.flatMap((one) => this.block(one, { style: 'Quotation' }, depth));
      case 'table':
        return this.table(block.rows);
      case 'picture':
        return [this.picture(block)];
      case 'facts':
        return block.facts.map(({ term, pieces }) => this.line([{ kind: 'words', text: `${term}: `, em: true }, ...pieces], { style: 'Fact' }));
    }
  }

  private numbersFrom(start: number): string {
    if (start === 1) return 'ordered';
    const reference = `ordered-${this.numberings.size}`;
    this.numberings.set(reference, start);
    return reference;
  }

  private table(rows: readonly (readonly Cell[])[]): (Paragraph | Table)[] {
    if (rows.every((row) => row.length === 0)) return [];
    const cell = ({ heading, blocks }: Cell): TableCell => {
      const children = this.blocks(blocks, heading ? { style: 'Column' } : {});
      // A cell of a Word file ends with a paragraph, or the file does not open.
      return new TableCell({ children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph('')] });
    };
    const table = new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.filter((row) => row.length > 0).map((row, at) => new TableRow({ ...(at === 0 && row.every((one) => one.heading) ? { tableHeader: true } : {}), children: row.map(cell) })),
    });
    return [table, new Paragraph('')];
  }

  private picture({ media, description }: Extract<Block, { kind: 'picture' }>): Paragraph {
    const picture = this.pictures.get(media);
    const said = description ?? this.dossier.words.noPicture;
    const [size, type] = picture === undefined ? [null, undefined] : [sizeOf(picture), kinds[picture.mime]];
    if (picture === undefined || size === null || type === undefined) return this.line([{ kind: 'words', text: `[${said}]` }]);
    const scale = Math.min(1, widest / Math.max(1, size.width));
    const transformation = { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
    const image = new ImageRun({ type, data: picture.bytes, transformation, altText: { name: media, title: '', description: said } });
    return new Paragraph({ children: [image, ...(description === null ? [new TextRun({ text: said, break: 1, italics: true, size: 18 })] : [])] });
  }

  private piece(piece: Piece, rightToLeft: boolean): ParagraphChild[] {
    if (piece.kind === 'break') return [new TextRun({ break: 1 })];
    if (piece.kind === 'note') return [new FootnoteReferenceRun(piece.number)];
    if (piece.kind === 'source') return [new TextRun(`[${piece.number}]`)];
    if (piece.kind !== 'words') return [];
    const { open, close } = exportWords[this.dossier.language];
    const text = storable(piece.quoted ? `${open}${piece.text}${close}` : piece.text);
    // Said only where it is so: "not bold" would take the boldness from a heading.
    const run = new TextRun({ text, ...(piece.strong ? { bold: true } : {}), ...(piece.em ? { italics: true } : {}), rightToLeft, ...(piece.href === undefined ? {} : { style: 'Hyperlink' }) });
    return [piece.href === undefined ? run : new ExternalHyperlink({ link: piece.href, children: [run] })];
  }
}

// Only the first block of an item carries its mark; what follows stands under it.
function later(look: Look): Look {
  const level = look.bullet?.level ?? (look.numbering === undefined || look.numbering === false ? undefined : look.numbering.level);
  return level === undefined ? look : { indent: { start: 720 * (level + 1) } };
}

// XML has no place for most control signs.
function storable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
