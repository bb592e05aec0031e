import { listStart, mayFollow, mayPoint, passageMarks, type PassageMark } from '@samsyn/domain/writing/textShape';
import { Schema, type Attrs, type DOMOutputSpec, type MarkSpec } from 'prosemirror-model';

const block = (tag: string, more: Record<string, string> = {}): DOMOutputSpec => [tag, { dir: 'auto', ...more }, 0];

const cellAttrs = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };
const levels: Readonly<Record<string, number | null>> = { p: null, h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
const tagOf = (level: unknown): string => (level === 2 ? 'h2' : typeof level === 'number' ? 'h3' : 'p');

// A heading is a paragraph with a level: the block stays the same when it becomes one, and so do the words another is
// writing in it just then. The node `heading` is what older texts and files from elsewhere hold.
// Content is allowed to be empty wherever two people may empty it from both ends at once: y-prosemirror throws away
// a block that breaks its own rule, with the words of others in it.
/** What a text written together may hold. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: null } },
      parseDOM: Object.entries(levels).map(([tag, level]) => ({ tag, attrs: { level } })),
      toDOM: (node) => block(tagOf(node.attrs['level'])),
    },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 2 } },
      defining: true,
      // A level from elsewhere is shown as the nearest of the two there are.
      toDOM: (node) => block(node.attrs['level'] === 3 ? 'h3' : 'h2'),
    },
    bullet_list: { group: 'block', content: 'list_item*', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      group: 'block',
      content: 'list_item*',
      attrs: { start: { default: null } },
      parseDOM: [{ tag: 'ol', getAttrs: (dom) => startOf((dom as HTMLOListElement).start) }],
      toDOM: ({ attrs }) => ['ol', attrs['start'] === null ? {} : { start: listStart(attrs['start']) }, 0],
    },
    // Not so an item: the commands of lists would make items without a line to write in.
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => block('li') },
    blockquote: { group: 'block', content: 'block*', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => block('blockquote') },
    table: { group: 'block', content: 'table_row*', isolating: true, tableRole: 'table', parseDOM: [{ tag: 'table' }], toDOM: () => ['table', ['tbody', 0]] },
    table_row: { content: '(table_header | table_cell)*', tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    table_header: { content: 'block+', attrs: cellAttrs, isolating: true, tableRole: 'header_cell', toDOM: (node) => ['th', spanTo(node.attrs), 0] },
    table_cell: {
      content: 'block+',
      attrs: { ...cellAttrs, header: { default: null } },
      isolating: true,
      tableRole: 'cell',
      parseDOM: [{ tag: 'th, td.header', getAttrs: (dom) => ({ ...spanOf(dom), header: true }) }, { tag: 'td', getAttrs: spanOf }],
      // Not a header to the browser while it is written in: an empty one would name its column by nothing.
      toDOM: (node) => ['td', { ...spanTo(node.attrs), ...(node.attrs['header'] === true ? { class: 'header' } : {}) }, 0],
    },
    // What one sees in it is said in words; the picture itself is kept beside the text.
    picture: {
      group: 'block',
      atom: true,
      attrs: { media: { default: null }, description: { default: '' } },
      parseDOM: [{ tag: 'img[data-media]', getAttrs: (dom) => ({ media: dom.getAttribute('data-media'), description: dom.getAttribute('alt') ?? '' }) }],
      toDOM: (node) => {
        const media = String(node.attrs['media']);
        return ['img', { 'data-media': media, src: `/media/${encodeURIComponent(media)}`, alt: String(node.attrs['description']) }];
      },
    },
    text: { group: 'inline' },
    hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    // The words of a note are words of the text: each has its author.
    footnote: { group: 'inline', inline: true, atom: true, content: 'text*', parseDOM: [{ tag: 'span.footnote' }], toDOM: () => ['span', { class: 'footnote', role: 'note' }, 0] },
    // A place in the list of sources.
    citation: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { source: { default: null } },
      parseDOM: [{ tag: 'cite[data-source]', getAttrs: (dom) => ({ source: dom.getAttribute('data-source') }) }],
      toDOM: (node) => ['cite', { 'data-source': String(node.attrs['source']) }],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom): Attrs | false => linkOf(dom.getAttribute('href')) }],
      toDOM: (mark): DOMOutputSpec =>
        mayFollow(mark.attrs['href']) ? ['a', { href: mark.attrs['href'], rel: 'noopener noreferrer nofollow' }, 0] : ['span', 0],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null }],
      toDOM: () => ['strong', 0],
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i', getAttrs: (dom) => dom.style.fontStyle !== 'normal' && null }], toDOM: () => ['em', 0] },
    ...(Object.fromEntries(passageMarks.map((name) => [name, passageMark(name)])) as Record<PassageMark, MarkSpec>),
  },
});

// Words suggested to come or go are told as such to those who do not see them.
const tags: Partial<Record<PassageMark, string>> = { insertion: 'ins', deletion: 'del' };

// Any number lie over each other. What is typed at the edge is not part of it; what is typed within it is.
function passageMark(name: PassageMark): MarkSpec {
  const read = (dom: HTMLElement): Attrs | false => {
    const id = { id: dom.getAttribute(`data-${name}`) };
    return mayPoint(id) ? id : false;
  };
  return {
    attrs: { id: {} },
    excludes: '',
    inclusive: false,
    parseDOM: [{ tag: `[data-${name}]`, getAttrs: read }],
    toDOM: (mark) => [tags[name] ?? 'span', { class: `on-${name}`, [`data-${name}`]: String(mark.attrs['id']) }, 0],
  };
}

/** What a list that begins at this number carries: nothing, where it begins as others do. */
export const startOf = (number: number): Attrs => ({ start: listStart(number) === 1 ? null : number });

function spanOf(dom: HTMLElement): Attrs {
  const span = (name: string): number => Math.min(Math.max(Math.trunc(Number(dom.getAttribute(name) ?? 1)) || 1, 1), 50);
  return { colspan: span('colspan'), rowspan: span('rowspan') };
}

function spanTo({ colspan, rowspan }: Attrs): Record<string, string> {
  return { ...(colspan > 1 ? { colspan: String(colspan) } : {}), ...(rowspan > 1 ? { rowspan: String(rowspan) } : {}) };
}

function linkOf(href: string | null): Attrs | false {
  return mayFollow(href) ? { href } : false;
}
