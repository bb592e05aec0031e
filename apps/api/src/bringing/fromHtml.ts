import type { TextNode } from '@samsyn/domain/export/textNode';
import { mayFollow } from '@samsyn/domain/writing/textShape';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Converted, FoundPicture } from './converted.js';
import { attribute, elementsIn, hasClass, isElement, wordsIn } from './htmlTree.js';

type Mark = NonNullable<TextNode['marks']>[number];

const passedOver: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'noscript', 'form', 'button', 'input', 'select', 'textarea', 'audio', 'video', 'canvas', 'nav', 'dialog', 'title', 'link', 'meta']);
const lines: ReadonlySet<string> = new Set(['p', 'pre', 'dt', 'dd', 'figcaption', 'caption', 'address', 'summary']);
const inline: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']);
const deepest = 60;

/** The text of a web page, read as a browser reads it; nothing runs and nothing is fetched. `names` are of those who wrote the notes with these ids. */
export function fromHtml(html: string, names: ReadonlyMap<string, string> = new Map()): Converted {
  const reader = new Reader(parse(html), names);
  const content = reader.read();
  return { title: reader.title, author: '', content: { type: 'doc', content }, pictures: reader.pictures, elsewhere: reader.elsewhere };
}

class Reader {
  readonly pictures: FoundPicture[] = [];
  elsewhere = 0;
  title = '';
  private readonly byId = new Map<string, Tree.Element>();
  private readonly notes = new Set<Tree.Element>();
  /** Pictures that stand among words come after their paragraph. */
  private waiting: TextNode[] = [];

  constructor(
    private readonly page: Tree.Document,
    private readonly names: ReadonlyMap<string, string>,
  ) {
    for (const element of elementsIn(page)) {
      const id = attribute(element, 'id');
      if (id !== '' && !this.byId.has(id)) this.byId.set(id, element);
    }
    for (const element of elementsIn(page)) {
      const note = this.noteAt(element);
      if (note !== null) this.notes.add(note);
    }
  }

  read(): TextNode[] {
    const named = [...elementsIn(this.page)].find(({ tagName }) => tagName === 'title');
    const content = this.blocks(this.page.childNodes, 0);
    const [first] = content;
    // A heading above all the others is what the text is called.
    this.title = first?.type === 'paragraph' && first.attrs?.['top'] === true ? wordsOf(content.shift()) : named === undefined ? '' : wordsIn(named).trim();
    return content;
  }

  private blocks(nodes: readonly Tree.ChildNode[], depth: number): TextNode[] {
    const blocks: TextNode[] = [];
    let run: TextNode[] = [];
    const end = (): void => {
      const line = tidied(run);
      if (line.length > 0) blocks.push({ type: 'paragraph', content: line });
      run = [];
      blocks.push(...this.waiting);
      this.waiting = [];
    };
    for (const node of nodes) {
      if (node.nodeName === '#text' || (isElement(node) && inline.has(node.tagName) && !holdsBlocks(node))) run.push(...this.words(node, [], depth));
      else if (isElement(node)) {
        end();
        blocks.push(...this.block(node, depth + 1));
      }
    }
    end();
    return blocks;
  }

  private block(element: Tree.Element, depth: number): TextNode[] {
    const { tagName, childNodes } = element;
    if (depth > deepest || passedOver.has(tagName) || this.notes.has(element) || hasClass(element, 'back')) return [];
    if (/^h[1-6]$/.test(tagName)) return this.line(childNodes, depth, { level: tagName < 'h3' ? 2 : 3, ...(tagName === 'h1' ? { top: true } : {}) });
    if (lines.has(tagName) && !holdsBlocks(element)) return this.line(childNodes, depth);
    if (tagName === 'ul' || tagName === 'ol') {
      const items = childNodes.filter((child) => isElement(child) && !this.notes.has(child)) as Tree.Element[];
      if (items.length === 0) return [];
      return [{ type: tagName === 'ul' ? 'bullet_list' : 'ordered_list', content: items.map((item) => ({ type: 'list_item', content: this.blocks(item.childNodes, depth) })) }];
    }
    if (tagName === 'blockquote') return [{ type: 'blockquote', content: this.blocks(childNodes, depth) }];
    if (tagName === 'table') return this.table(element, depth);
    if (tagName === 'hr') return [];
    return this.blocks(childNodes, depth);
  }

  private line(nodes: readonly Tree.ChildNode[], depth: number, attrs?: Record<string, unknown>): TextNode[] {
    const content = tidied(nodes.flatMap((node) => this.words(node, [], depth)));
    const pictures = this.waiting;
    this.waiting = [];
    return [...(content.length === 0 ? [] : [{ type: 'paragraph', ...(attrs === undefined ? {} : { attrs }), content }]), ...pictures];
  }

  private table(table: Tree.Element, depth: number): TextNode[] {
    const rows = [...elementsIn(table, 'table')].filter(({ tagName }) => tagName === 'tr');
    const caption = table.childNodes.filter((child) => isElement(child) && child.tagName === 'caption').flatMap((child) => this.block(child as Tree.Element, depth));
    const cells = (row: Tree.Element): Tree.Element[] => row.childNodes.filter((child): child is Tree.Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'));
    const content = rows.map((row) => ({
      type: 'table_row',
      content: cells(row).map((cell) => ({ type: 'table_cell', ...(cell.tagName === 'th' ? { attrs: { header: true } } : {}), content: this.blocks(cell.childNodes, depth + 1) })),
    }));
    return content.length === 0 ? caption : [...caption, { type: 'table', content }];
  }

  private words(node: Tree.ChildNode, marks: readonly Mark[], depth: number): TextNode[] {
    if (node.nodeName === '#text') return textNode((node as Tree.TextNode).value, marks);
    if (!isElement(node) || depth > deepest || passedOver.has(node.tagName) || hasClass(node, 'whose')) return [];
    const note = this.noteAt(node);
    if (note !== null) return [{ type: 'footnote', content: this.noteWords(note, depth) }];
    if (node.tagName === 'br') return [{ type: 'hard_break' }];
    if (node.tagName === 'img') return this.picture(node);
    const more = marksOf(node);
    const within = node.childNodes.flatMap((child) => this.words(child, more === null ? marks : [...marks, more], depth + 1));
    return node.tagName === 'q' ? [...textNode('”', marks), ...within, ...textNode('”', marks)] : within;
  }

  // A sign that leads to a note, in the ways Word, Markdown and web pages write them.
  private noteAt(element: Tree.Element): Tree.Element | null {
    const link = element.tagName === 'a' ? element : element.tagName === 'sup' && element.childNodes.length === 1 && isElement(element.childNodes[0]) ? element.childNodes[0] : null;
    if (link === null || link.tagName !== 'a' || hasClass(element, 'whose')) return null;
    const isSign = element.tagName === 'sup' || attribute(link, 'role') === 'doc-noteref';
    const href = attribute(link, 'href');
    const target = isSign && href.startsWith('#') ? this.byId.get(href.slice(1)) : undefined;
    return target !== undefined && (target.tagName === 'li' || target.tagName === 'aside') ? target : null;
  }

  private noteWords(note: Tree.Element, depth: number): TextNode[] {
    const back = (node: Tree.ChildNode): boolean => isElement(node) && node.tagName === 'a' && attribute(node, 'href').startsWith('#');
    const collect = (nodes: readonly Tree.ChildNode[]): TextNode[] =>
      nodes.filter((node) => !back(node)).flatMap((node) => (isElement(node) && !inline.has(node.tagName) ? [...collect(node.childNodes), ...textNode(' ', [])] : this.words(node, [], depth + 1)));
    const name = this.names.get(attribute(note, 'id'));
    const words = tidied(collect(note.childNodes)).filter((node) => node.text !== undefined);
    return name === undefined ? words : [{ type: 'text', text: `${name}: ` }, ...words].map((node) => ({ ...node, by: { actorId: null, stated: name } }));
  }

  private picture(element: Tree.Element): TextNode[] {
    const source = attribute(element, 'src');
    const description = attribute(element, 'alt').trim();
    const data = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/=\s]+)$/i.exec(source)?.[1];
    if (source.startsWith('brought:')) this.waiting.push({ type: 'picture', attrs: { media: source.slice('brought:'.length), description } });
    else if (data !== undefined) {
      const key = `found-${this.pictures.length}`;
      this.pictures.push({ key, bytes: new Uint8Array(Buffer.from(data, 'base64')) });
      this.waiting.push({ type: 'picture', attrs: { media: key, description } });
    } else this.elsewhere += 1;
    return [];
  }
}

function marksOf(element: Tree.Element): Mark | null {
  if (element.tagName === 'strong' || element.tagName === 'b') return { type: 'strong' };
  if (element.tagName === 'em' || element.tagName === 'i') return { type: 'em' };
  const href = attribute(element, 'href').trim();
  return element.tagName === 'a' && mayFollow(href) ? { type: 'link', attrs: { href } } : null;
}

function holdsBlocks(element: Tree.Element): boolean {
  return element.childNodes.some((child) => isElement(child) && (!inline.has(child.tagName) || holdsBlocks(child)) && !passedOver.has(child.tagName));
}

function textNode(value: string, marks: readonly Mark[]): TextNode[] {
  const text = value.replace(/[ \t\r\n\f]+/g, ' ').normalize('NFC');
  if (text === '') return [];
  const own = marks.filter((mark, at) => marks.findIndex(({ type }) => type === mark.type) === at);
  return [{ type: 'text', text, ...(own.length === 0 ? {} : { marks: own }) }];
}

// As it is shown: no blank at either end, and one where there are several.
function tidied(nodes: readonly TextNode[]): TextNode[] {
  const line: TextNode[] = [];
  for (const node of nodes) {
    const before = line.at(-1);
    const glued = before === undefined || before.type === 'hard_break' || (before.text ?? 'x').endsWith(' ');
    const text = node.text === undefined ? undefined : glued ? node.text.replace(/^ /, '') : node.text;
    if (text !== '') line.push(text === undefined ? node : { ...node, text });
  }
  while (line.length > 0) {
    const last = line.at(-1) as TextNode;
    if (last.type === 'hard_break') line.pop();
    else if (last.text?.endsWith(' ') === true) {
      line.pop();
      if (last.text.trimEnd() !== '') line.push({ ...last, text: last.text.trimEnd() });
    } else break;
  }
  return line;
}

function wordsOf(node: TextNode | undefined): string {
  return node === undefined ? '' : (node.text ?? (node.content ?? []).map(wordsOf).join('')).trim();
}
