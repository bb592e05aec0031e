import { mayFollow } from '@samsyn/domain/writing/textShape';
import { Fragment, useMemo, type ReactNode } from 'react';
import { placesOf, textNodeFrom, wordsOf, type TextNode } from './textNode';

interface Reading {
  readonly pieces: ReadonlyMap<TextNode, number>;
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

/** A text written together, to be read: plain headings, paragraphs and lists. `quotes` are marked where they stand. */
export function ReadText({ content, quotes }: { content: unknown; quotes: readonly string[] }) {
  const root = useMemo(() => textNodeFrom(content), [content]);
  const reading = useMemo<Reading | null>(() => {
    if (root === null) return null;
    const { words, pieces } = wordsOf(root);
    return { pieces, places: placesOf(words, quotes) };
  }, [root, quotes]);
  if (root === null || reading === null) return null;
  return <div className="read-text">{blocksOf(root, reading)}</div>;
}

/** Is there anything to read in it? */
export function hasWords(content: unknown): boolean {
  const root = textNodeFrom(content);
  return root !== null && wordsOf(root).words.trim() !== '';
}

function blocksOf(node: TextNode, reading: Reading): ReactNode[] {
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{blockOf(child, reading)}</Fragment>);
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
      return <ol>{inside}</ol>;
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
      return <th dir="auto">{inside}</th>;
    case 'table_cell':
      return <td dir="auto">{inside}</td>;
    case 'footnote':
      return <span className="footnote" role="note">{inside}</span>;
    // Something a newer editor knows: its words are shown, without its dress.
    default:
      return <div dir="auto">{inside}</div>;
  }
}

function wordsOfPiece(node: TextNode, { pieces, places }: Reading): ReactNode {
  const text = node.text ?? '';
  const begin = pieces.get(node) ?? 0;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const place of places) {
    const from = Math.max(place.from - begin, at);
    const to = Math.min(place.to - begin, text.length);
    if (to <= from) continue;
    parts.push(text.slice(at, from), <mark key={from} className="pointed">{text.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => {
    if (mark.type === 'strong') return <strong>{inner}</strong>;
    if (mark.type === 'em') return <em>{inner}</em>;
    const href = mark.attrs?.['href'];
    if (mark.type !== 'link' || !mayFollow(href)) return inner;
    return (
      <a href={href} rel="noopener noreferrer nofollow">
        {inner}
      </a>
    );
  }, <>{parts}</>);
}
