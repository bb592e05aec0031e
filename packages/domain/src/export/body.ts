import { addressOf, type SourceFields } from '../framing/source.js';
import { listStart, mayFollow } from '../writing/textShape.js';
import type { Block, Note, Piece, Whose } from './dossier.js';
import type { Known, Material } from './material.js';
import { attributeOf, hasMark, markIds, type TextNode } from './textNode.js';
import { whoseNote } from './whose.js';

/** The text as blocks, with all that is numbered in it. */
export interface Body {
  readonly blocks: Block[];
  readonly notes: Note[];
  readonly whose: Whose[];
  readonly sources: Note[];
  /** Does the text hold words that are only suggested? */
  readonly suggested: boolean;
  /** The contributions the text points at, in its order. */
  readonly pointed: string[];
}

// Deeper than anybody nests lists; a text made to break readers ends here.
const deepest = 30;

/** Turns a framing's text into blocks. Words that are only suggested are no words of the text yet. */
export function bodyOf(material: Material): Body {
  return new Reader(material).read();
}

class Reader {
  private readonly notes: Note[] = [];
  private readonly whose: Whose[] = [];
  private readonly sources: Note[] = [];
  private readonly sourceNumbers = new Map<string, number>();
  private readonly pointed = new Set<string>();
  private readonly known: ReadonlyMap<string, Known>;
  private suggested = false;
  private level = 1;
  /** The words of a list, quotation or table that is being read: what is said of whose they are is said once, at its end. */
  private gathered: TextNode[] | null = null;
  private lastLine: Piece[] | null = null;

  constructor(private readonly material: Material) {
    this.known = new Map(material.known.map((one) => [one.id, one]));
  }

  read(): Body {
    const blocks = this.blocks(this.material.content.content ?? [], 0);
    const { notes, whose, sources, suggested } = this;
    return { blocks, notes, whose, sources, suggested, pointed: [...this.pointed] };
  }

  private blocks(nodes: readonly TextNode[], depth: number): Block[] {
    return depth > deepest ? [] : nodes.flatMap((node) => (depth === 0 ? this.together(node) : this.block(node, depth)) ?? []);
  }

  private together(node: TextNode): Block | null {
    if (node.type === 'paragraph' || node.type === 'heading') return this.block(node, 0);
    this.gathered = [];
    this.lastLine = null;
    const block = this.block(node, 0);
    const nodes = this.gathered;
    this.gathered = null;
    this.say(nodes, this.lastLine);
    return block;
  }

  private say(nodes: readonly TextNode[], line: Piece[] | null): void {
    const words = spoken(nodes);
    const note = line === null ? null : whoseNote(this.material, words, this.known, this.whose.length + 1);
    if (note === null) return;
    this.whose.push(note);
    line?.push({ kind: 'whose', number: note.number });
  }

  private block(node: TextNode, depth: number): Block | null {
    const within = node.content ?? [];
    switch (node.type) {
      case 'heading':
      case 'paragraph': {
        if (typeof node.attrs?.['level'] === 'number' || node.type === 'heading') return this.heading(node);
        const pieces = this.line(within);
        return pieces.length === 0 ? null : { kind: 'paragraph', pieces };
      }
      case 'bullet_list':
      case 'ordered_list':
        return { kind: 'list', ordered: node.type === 'ordered_list', start: listStart(node.attrs?.['start']), items: within.map((item) => this.blocks(item.content ?? [], depth + 1)) };
      case 'blockquote':
        return { kind: 'quotation', blocks: this.blocks(within, depth + 1) };
      case 'table':
        return { kind: 'table', rows: within.map((row) => (row.content ?? []).map((cell) => ({ heading: cell.type === 'table_header' || cell.attrs?.['header'] === true, blocks: this.blocks(cell.content ?? [], depth + 1) }))) };
      case 'picture':
        return this.picture(node);
      default:
        return null;
    }
  }

  // No level is leapt over, whatever the text does: a reader by ear would look for what is between.
  private heading(node: TextNode): Block | null {
    const pieces = this.line(node.content ?? []);
    if (pieces.length === 0) return null;
    const wanted = Number(node.attrs?.['level'] ?? 2);
    this.level = Math.min(Math.max(2, Number.isInteger(wanted) ? wanted : 2), this.level + 1, 5);
    return { kind: 'heading', level: this.level, pieces };
  }

  private picture(node: TextNode): Block {
    const media = attributeOf(node, 'media').toLowerCase();
    const said = attributeOf(node, 'description') || (this.material.pictures.get(media) ?? '').trim();
    return { kind: 'picture', media, description: said === '' ? null : said };
  }

  private line(nodes: readonly TextNode[]): Piece[] {
    const shown = nodes.filter((node) => {
      if (!hasMark(node, 'insertion')) return true;
      this.suggested = true;
      return false;
    });
    for (const node of shown) {
      for (const id of markIds(node, 'contribution')) this.pointed.add(id);
      for (const id of markIds(node, 'basis')) this.rests(id);
    }
    const pieces = shown.flatMap((node) => this.piece(node));
    if (this.gathered === null) this.say(shown, pieces);
    else {
      // What stands in two lines is not one word.
      this.gathered.push(...shown.map((node, at) => (at === shown.length - 1 && node.text !== undefined ? { ...node, text: `${node.text} ` } : node)));
      if (pieces.length > 0) this.lastLine = pieces;
    }
    return pieces;
  }

  private rests(id: string): void {
    const found = this.material.basis.find((one) => one.id === id);
    if (found !== undefined && this.known.get(found.contributionId)?.state === 'GIVEN') this.pointed.add(found.contributionId);
  }

  private piece(node: TextNode): Piece[] {
    if (node.text !== undefined) return node.text === '' ? [] : [wordsOf(node)];
    if (node.type === 'hard_break') return [{ kind: 'break' }];
    if (node.type === 'citation') return [{ kind: 'source', number: this.source(node) }];
    if (node.type !== 'footnote') return [];
    const number = this.notes.length + 1;
    this.notes.push({ number, pieces: (node.content ?? []).flatMap((one) => (one.text === undefined || one.text === '' || hasMark(one, 'insertion') ? [] : [wordsOf(one)])) });
    return [{ kind: 'note', number }];
  }

  private source(node: TextNode): number {
    const id = attributeOf(node, 'source').toLowerCase();
    const found = this.sourceNumbers.get(id);
    if (found !== undefined) return found;
    const number = this.sources.length + 1;
    const source = this.material.sources.get(id);
    const href = source === undefined ? null : addressOf(source);
    this.sourceNumbers.set(id, number);
    this.sources.push({ number, pieces: [{ kind: 'words', text: source === undefined ? '–' : referenceOf(source), ...(href === null ? {} : { href }) }] });
    return number;
  }
}

// The words of a footnote are somebody's too; they do not run together with those before them, nor do two lines.
function spoken(nodes: readonly TextNode[]): TextNode[] {
  return nodes.flatMap((node, at): TextNode[] => {
    if (node.type === 'footnote') return (node.content ?? []).filter((one) => !hasMark(one, 'insertion')).map((one, first) => (first === 0 ? { ...one, text: ` ${one.text ?? ''}` } : one));
    return [node.text !== undefined && nodes[at - 1]?.type === 'hard_break' ? { ...node, text: ` ${node.text}` } : node];
  });
}

function wordsOf(node: TextNode): Piece {
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return {
    kind: 'words',
    text: node.text ?? '',
    ...(hasMark(node, 'strong') ? { strong: true as const } : {}),
    ...(hasMark(node, 'em') ? { em: true as const } : {}),
    ...(mayFollow(href) ? { href } : {}),
    ...(node.by?.quoted === true ? { quoted: true as const } : {}),
  };
}

// As one names a source in a list: whose, when, what, and what is said of it.
function referenceOf({ authors, year, title, note }: SourceFields): string {
  const whose = [authors, ...(year === null ? [] : [`(${String(year)})`])].filter((part) => part !== '').join(' ');
  return [whose, title, note.replace(/\s+/g, ' ')].filter((part) => part !== '').map((part) => part.replace(/[.\s]+$/, '')).join('. ') + '.';
}
