import { listStart, mayFollow } from '@samsyn/domain/writing/textShape';
import { Fragment, lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { Dress, TextNode } from '../lib/beside';
import { linesOf, textNodeFrom, wordsOf } from './textNode';
import './framing.css';

// Few texts have any of it.
const Cited = lazy(() => import('./Sources').then((m) => ({ default: m.Cited })));
const Notes = lazy(() => import('./Notes').then((m) => ({ default: m.Notes })));
const NoteSign = lazy(() => import('./Notes').then((m) => ({ default: m.NoteSign })));

interface Reading {
  readonly dress: Dress;
  readonly lines: ReadonlyMap<TextNode, number>;
  readonly notes: readonly TextNode[];
}

const plain: Dress = {};

/** A text written together, to be read: plain headings, paragraphs and lists, dressed by what is shown beside it. */
export function ReadText({ content, dress = plain }: { content: unknown; dress?: Dress }) {
  const root = useMemo(() => textNodeFrom(content), [content]);
  const found = useMemo(() => (root === null ? null : { lines: linesOf(root), notes: nodesOf(root, 'footnote') }), [root]);
  if (root === null || found === null) return null;
  const className = dress.beside === undefined ? 'read-text' : 'read-text read-text-beside';
  const reading = { ...found, dress };
  return (
    <div className={className}>
      {blocksOf(root, reading)}
      {found.notes.length === 0 ? null : (
        <Suspense fallback={null}>
          <Notes notes={found.notes.map((note) => blocksOf(note, reading))} />
        </Suspense>
      )}
    </div>
  );
}

/** Is there anything to read in it? */
export function hasWords(content: unknown): boolean {
  const root = textNodeFrom(content);
  return root !== null && (wordsOf(root).trim() !== '' || nodesOf(root, 'picture').length > 0);
}

function nodesOf(root: TextNode, type: string): TextNode[] {
  return (root.content ?? []).flatMap((node) => (node.type === type ? [node] : nodesOf(node, type)));
}

function blocksOf(node: TextNode, reading: Reading): ReactNode[] {
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{withBeside(child, blockOf(child, reading), reading)}</Fragment>);
}

// A line and what stands beside it are one row, so that they stay together on any screen.
function withBeside(node: TextNode, block: ReactNode, { dress, lines }: Reading): ReactNode {
  const line = lines.get(node);
  if (dress.beside === undefined || line === undefined || block === null) return block;
  return (
    <div
      className="line-row"
      id={`line-${line}`}
      data-line={line}
      onDragOver={(event) => dress.onDragOver?.(event, line)}
      onDrop={(event) => dress.onDrop?.(event, line)}
    >
      {block}
      <div className="line-beside">{dress.beside(line, node)}</div>
    </div>
  );
}

function blockOf(node: TextNode, reading: Reading): ReactNode {
  const inside = blocksOf(node, reading);
  switch (node.type) {
    case 'text':
      return wordsOfPiece(node, reading);
    case 'hard_break':
      return <br />;
    case 'paragraph':
      return inside.length === 0 ? null : <p dir="auto">{inside}</p>;
    // The text stands under a heading of the page, so its own begin one level further in.
    case 'heading':
      return Number(node.attrs?.['level'] ?? 2) >= 3 ? <h4 dir="auto">{inside}</h4> : <h3 dir="auto">{inside}</h3>;
    case 'bullet_list':
      return <ul>{inside}</ul>;
    case 'ordered_list':
      return <ol start={listStart(node.attrs?.['start'])}>{inside}</ol>;
    case 'list_item':
      return <li dir="auto">{inside}</li>;
    case 'blockquote':
      return <blockquote dir="auto">{inside}</blockquote>;
    case 'table':
      return (
        <div className="table-region">
          <table>
            <tbody>{inside}</tbody>
          </table>
        </div>
      );
    case 'table_row':
      return <tr>{inside}</tr>;
    case 'table_header':
      // An empty one would name its column by nothing.
      return wordsOf(node).trim() === '' ? <td dir="auto">{inside}</td> : <th dir="auto">{inside}</th>;
    case 'table_cell':
      return <td dir="auto">{inside}</td>;
    case 'footnote':
      return (
        <Suspense fallback={null}>
          <NoteSign number={reading.notes.indexOf(node) + 1} />
        </Suspense>
      );
    case 'citation':
      return (
        <Suspense fallback="…">
          <Cited id={String(node.attrs?.['source'])} />
        </Suspense>
      );
    case 'picture':
      return (
        <figure className="picture">
          <img src={`/media/${encodeURIComponent(String(node.attrs?.['media']))}`} alt={String(node.attrs?.['description'] ?? '')} loading="lazy" />
          <figcaption dir="auto" aria-hidden="true">
            {String(node.attrs?.['description'] ?? '')}
          </figcaption>
        </figure>
      );
    // Something a newer editor knows: its words are shown, without its dress.
    default:
      return <div dir="auto">{inside}</div>;
  }
}

function wordsOfPiece(node: TextNode, { dress }: Reading): ReactNode {
  const words = (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => {
    if (mark.type === 'strong') return <strong>{inner}</strong>;
    if (mark.type === 'em') return <em>{inner}</em>;
    const href = mark.attrs?.['href'];
    if (mark.type !== 'link' || !mayFollow(href)) return inner;
    return (
      <a href={href} rel="noopener noreferrer nofollow">
        {inner}
      </a>
    );
  }, node.text ?? '');
  return dress.piece?.(node, words) ?? words;
}
