import { isPassageMark, markName, mayFollow, mayPoint } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import { piecesOf, type AuthorsOf, type By, type Piece } from './pieces.js';
import { textRoot } from './place.js';

/** A node of a ProseMirror document in JSON. */
export interface Node {
  readonly type: string;
  readonly attrs?: Record<string, unknown>;
  readonly content?: readonly Node[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Record<string, unknown> }[];
  /** Whose words these are, in a text that was read with its authors. */
  readonly by?: By;
}

/** The text of a document as a ProseMirror document in JSON; no schema is needed to read it. With authors, its pieces are split by them. */
export function contentOf(document: Y.Doc, authors?: AuthorsOf): Node {
  return { type: 'doc', content: childrenOf(document.getXmlFragment(textRoot), authors) };
}

/** The words of a rendered text: a line per block. */
export function plainOf(content: Node): string {
  const lines: string[] = [];
  const block = (node: Node): void => {
    if (node.content?.some(isInline) ?? false) lines.push((node.content ?? []).map(words).join(''));
    else for (const child of node.content ?? []) block(child);
  };
  block(content);
  return lines.join('\n');
}

const amongWords: ReadonlySet<string> = new Set(['hard_break', 'footnote', 'citation']);

function isInline(node: Node): boolean {
  // An empty paragraph has no content either, and is a block all the same.
  return node.text !== undefined || amongWords.has(node.type);
}

function words(node: Node): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'footnote') return ` [${(node.content ?? []).map(words).join('')}]`;
  return node.type === 'hard_break' ? '\n' : '';
}

function childrenOf(fragment: Y.XmlFragment, authors?: AuthorsOf): Node[] {
  return fragment.toArray().flatMap((child): Node[] => {
    if (child instanceof Y.XmlText) return textOf(child, authors);
    if (!(child instanceof Y.XmlElement)) return [];
    const attrs = child.getAttributes() as Record<string, unknown>;
    const content = childrenOf(child, authors);
    return [{ ...dressed(child.nodeName, attrs), ...(content.length > 0 ? { content } : {}) }];
  });
}

// A heading is a paragraph with a level, and a cell that names its column one that says so: they are read as what they are.
function dressed(name: string, { header, ...attrs }: Record<string, unknown>): Pick<Node, 'type' | 'attrs'> {
  const type = name === 'paragraph' && typeof attrs['level'] === 'number' ? 'heading' : name === 'table_cell' && header === true ? 'table_header' : name;
  return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) };
}

function textOf(text: Y.XmlText, authors?: AuthorsOf): Node[] {
  const pieces: readonly Piece[] = authors === undefined ? (text.toDelta() as Piece[]) : piecesOf(text, authors);
  return pieces.flatMap(({ insert, attributes, by }): Node[] => {
    if (typeof insert !== 'string' || insert === '') return [];
    const marks = Object.entries(attributes ?? {}).filter(isSound).map(([key, value]) => ({
      type: markName(key),
      ...(typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? { attrs: value as Record<string, unknown> } : {}),
    }));
    return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}), ...(by === undefined ? {} : { by }) }];
  });
}

// The guard lets no other link in; what is older than that check is not passed on either.
function isSound([key, value]: [string, unknown]): boolean {
  const mark = markName(key);
  if (isPassageMark(mark)) return mayPoint(value);
  return mark !== 'link' || mayFollow((value as { href?: unknown } | null)?.href);
}

const halves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** As PostgreSQL can keep it: no U+0000 and no half characters, wherever somebody put them. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(halves, '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [storable(key), storable(held)])) as T;
  }
  return value;
}
