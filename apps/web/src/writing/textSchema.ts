import { mayFollow } from '@samsyn/domain/writing/textShape';
import { Schema, type Attrs, type DOMOutputSpec } from 'prosemirror-model';

const block = (tag: string, more: Record<string, string> = {}): DOMOutputSpec => [tag, { dir: 'auto', ...more }, 0];

// Content is allowed to be empty wherever two people may empty it from both ends at once: y-prosemirror throws away
// a block that breaks its own rule, with the words of others in it.
/** What a text written together may hold. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => block('p') },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 2 } },
      defining: true,
      parseDOM: [
        { tag: 'h1', attrs: { level: 2 } },
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
        { tag: 'h4', attrs: { level: 3 } },
      ],
      // A level from elsewhere is shown as the nearest of the two there are.
      toDOM: (node) => block(node.attrs['level'] === 3 ? 'h3' : 'h2'),
    },
    bullet_list: { group: 'block', content: 'list_item*', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { group: 'block', content: 'list_item*', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    // Not so an item: the commands of lists would make items without a line to write in.
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => block('li') },
    blockquote: { group: 'block', content: 'block*', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => block('blockquote') },
    text: { group: 'inline' },
    hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
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
  },
});

function linkOf(href: string | null): Attrs | false {
  return mayFollow(href) ? { href } : false;
}
