import type { TextNode } from '@samsyn/domain/export/textNode';
import { mayFollow } from '@samsyn/domain/writing/textShape';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Converted, FoundPicture } from './converted.js';
import { Differences } from './differences.js';
import { Notes } from './htmlNotes.js';
import { gridOf, isForLooks, type Place } from './htmlTable.js';
import { attribute, elementsIn, hasClass, isElement, isHidden, isStruck, looksHidden, wordsIn } from './htmlTree.js';
import { raised } from './raised.js';
import { saysWhose } from './saysWhose.js';

type Mark = NonNullable<TextNode['marks']>[number];

const passedOver: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'noscript', 'button', 'input', 'select', 'textarea', 'audio', 'video', 'canvas', 'nav', 'dialog', 'title', 'link', 'meta']);
const embedded: ReadonlySet<string> = new Set(['iframe', 'object', 'embed', 'audio', 'video', 'canvas']);
const lines: ReadonlySet<string> = new Set(['p', 'pre', 'dt', 'dd', 'figcaption', 'caption', 'address', 'summary']);
const inline: ReadonlySet<string> = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'math', 'nobr', 'picture', 'q', 'rb', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']);
const deepest = 60;

/** The text of a web page, read as a browser reads it; nothing runs and nothing is fetched. `names` are of those who wrote the notes with these ids; a page may be of our own making and not say so. */
export function fromHtml(html: string, names: ReadonlyMap<string, string> = new Map(), isOurs = false, differences = new Differences()): Converted {
  const reader = new Reader(parse(html), names, isOurs, differences);
  const content = reader.read();
  return { title: reader.title, author: '', content: { type: 'doc', content }, pictures: reader.pictures, elsewhere: reader.elsewhere, differences: differences.list() };
}

class Reader {
  readonly pictures: FoundPicture[] = [];
  elsewhere = 0;
  title = '';
  private readonly notes: Notes;
  private readonly isOurs: boolean;
  /** Within lines that stand as they were set. */
  private set = 0;
  /** Pictures that stand among words come after their paragraph. */
  private waiting: TextNode[] = [];

  constructor(
    private readonly page: Tree.Document,
    private readonly names: ReadonlyMap<string, string>,
    isOurs: boolean,
    private readonly differences: Differences,
  ) {
    this.notes = new Notes(page);
    this.isOurs = isOurs || [...elementsIn(page)].some((element) => element.tagName === 'meta' && attribute(element, 'name') === 'generator' && attribute(element, 'content') === 'Samsyn');
  }

  read(): TextNode[] {
    const all = [...elementsIn(this.page)];
    const named = all.find(({ tagName }) => tagName === 'title');
    // A page that says where its text is, is read there: the rest is the way around the site.
    const main = all.find((element) => element.tagName === 'main' || attribute(element, 'role') === 'main');
    const within = main === undefined ? [] : this.blocks(main.childNodes, 0);
    const content = within.length === 0 ? this.blocks(this.page.childNodes, 0) : within;
    // A heading above all the others is what the text is called, and so is one that the page is called after.
    const called = named === undefined ? '' : wordsIn(named).trim();
    const tops = content.filter(({ type, attrs }) => type === 'paragraph' && attrs?.['top'] === true).map((top) => ({ top, words: wordsOf(top) }));
    const [first] = tops;
    const isAbove = first !== undefined && first.top === content[0];
    if (isAbove) content.shift();
    this.title = first !== undefined && (isAbove || called === '' || called.includes(first.words)) ? first.words : called;
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
      if (node.nodeName === '#text' || (isElement(node) && isInline(node) && !holdsBlocks(node))) run.push(...this.words(node, [], depth));
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
    if (depth > deepest || this.isLeftOut(element) || this.notes.has(element)) return [];
    if (/^h[1-6]$/.test(tagName)) return this.line(childNodes, depth, { level: tagName < 'h3' ? 2 : 3, ...(tagName === 'h1' ? { top: true } : {}) });
    if (tagName === 'pre') return this.asSet(() => (holdsBlocks(element) ? this.blocks(childNodes, depth) : this.line(childNodes, depth)));
    if (lines.has(tagName) && !holdsBlocks(element)) return this.line(childNodes, depth);
    if (tagName === 'ul' || tagName === 'ol') return this.list(element, depth);
    if (tagName === 'blockquote') return [{ type: 'blockquote', content: this.blocks(childNodes, depth) }];
    if (tagName === 'table') return this.table(element, depth);
    if (tagName === 'hr') return [];
    const blocks = this.blocks(childNodes, depth);
    // Where nothing but notes stood, their heading heads nothing.
    const headsNothing = tagName === 'section' && blocks.every(({ attrs }) => typeof attrs?.['level'] === 'number') && [...elementsIn(element)].some((one) => this.notes.has(one));
    return headsNothing ? [] : blocks;
  }

  private line(nodes: readonly Tree.ChildNode[], depth: number, attrs?: Record<string, unknown>): TextNode[] {
    const content = tidied(nodes.flatMap((node) => this.words(node, [], depth)));
    const pictures = this.waiting;
    this.waiting = [];
    return [...(content.length === 0 ? [] : [{ type: 'paragraph', ...(attrs === undefined ? {} : { attrs }), content }]), ...pictures];
  }

  // What stands in a list without being an item belongs to the item before it, as a browser shows it.
  private list(list: Tree.Element, depth: number): TextNode[] {
    const items: Item[] = [];
    let next = numberOf(list, 'start') ?? 1;
    for (const child of list.childNodes) {
      if (!isElement(child) ? child.nodeName !== '#text' : this.notes.has(child)) continue;
      const isItem = isElement(child) && child.tagName === 'li';
      const blocks = isItem ? this.blocks(child.childNodes, depth) : this.blocks([child], depth);
      const before = items.at(-1);
      if (!isItem && before !== undefined) before.blocks.push(...blocks);
      else if (isItem || blocks.length > 0) {
        const number = (isItem ? numberOf(child, 'value') : null) ?? next;
        next = number + 1;
        items.push({ number, blocks });
      }
    }
    return listsOf(items, list.tagName === 'ul');
  }

  private table(table: Tree.Element, depth: number): TextNode[] {
    const caption = table.childNodes.filter((child) => isElement(child) && child.tagName === 'caption').flatMap((child) => this.block(child as Tree.Element, depth));
    const grid = gridOf(table);
    const wordsAt = (place: Place | null): TextNode[] => (place?.first === true ? this.blocks(place.cell.childNodes, depth + 1) : []);
    if (isForLooks(table, grid)) return [...caption, ...grid.flat().flatMap((place) => wordsAt(place))];
    const content = grid.map((row) => ({
      type: 'table_row',
      content: row.map((place) => ({ type: 'table_cell', ...(place?.cell.tagName === 'th' ? { attrs: { header: true } } : {}), content: wordsAt(place) })),
    }));
    return content.length === 0 ? caption : [...caption, { type: 'table', content }];
  }

  private asSet<T>(read: () => T): T {
    this.set += 1;
    const found = read();
    this.set -= 1;
    return found;
  }

  private words(node: Tree.ChildNode, marks: readonly Mark[], depth: number): TextNode[] {
    if (node.nodeName === '#text') return this.set > 0 ? linesSet((node as Tree.TextNode).value, marks) : textNode((node as Tree.TextNode).value, marks);
    if (!isElement(node) || depth > deepest || this.isLeftOut(node) || (node.tagName === 'a' && hasClass(node, 'back'))) return [];
    const note = this.notes.at(node);
    if (note !== null) {
      const content = this.noteWords(note, depth);
      return this.isOurs && saysWhose(content.map(wordsOf).join('')) ? [] : [{ type: 'footnote', content }];
    }
    if (node.tagName === 'br') return [{ type: 'hard_break' }];
    if (node.tagName === 'img') return this.picture(node);
    if (node.tagName === 'math') return textNode(formulaIn(node), marks);
    if (node.tagName === 'sup' || node.tagName === 'sub') {
      const set = raised([node, ...elementsIn(node)].map(wordsIn).join(''), node.tagName);
      if (set !== null) return textNode(set, marks);
    }
    const more = marksOf(node);
    const within = node.childNodes.flatMap((child) => this.words(child, more === null ? marks : [...marks, more], depth + 1));
    return node.tagName === 'q' ? [...textNode('”', marks), ...within, ...textNode('”', marks)] : within;
  }

  // What is struck through would say the opposite as ordinary words; here such a line means what is suggested to go.
  private isLeftOut(element: Tree.Element): boolean {
    if (passedOver.has(element.tagName)) {
      if (embedded.has(element.tagName)) this.differences.add('EMBEDDED');
      return true;
    }
    const sort = isHidden(element) ? 'HIDDEN' : isStruck(element) ? 'STRUCK' : null;
    if (sort === null) return false;
    const words = [element, ...elementsIn(element)].map(wordsIn).join(' ');
    // What a page hides is mostly its machinery; a text hides by how it looks.
    if (words.trim() !== '' && (sort === 'STRUCK' || looksHidden(element))) this.differences.add(sort, sort === 'STRUCK' ? words : '');
    return true;
  }

  private noteWords(note: Tree.Element, depth: number): TextNode[] {
    const back = (node: Tree.ChildNode): boolean => isElement(node) && node.tagName === 'a' && attribute(node, 'href').startsWith('#');
    const collect = (nodes: readonly Tree.ChildNode[]): TextNode[] =>
      nodes.filter((node) => !back(node)).flatMap((node) => (isElement(node) && !isInline(node) ? [...collect(node.childNodes), ...textNode(' ', [])] : this.words(node, [], depth + 1)));
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

interface Item {
  readonly number: number;
  readonly blocks: TextNode[];
}

// Where the numbers leap a new list begins. An item whose words were all left out leaves its number behind.
function listsOf(items: readonly Item[], isBullets: boolean): TextNode[] {
  const lists: { start: number; content: TextNode[] }[] = [];
  let next: number | null = null;
  for (const { number, blocks } of items) {
    if (blocks.length === 0) continue;
    const item = { type: 'list_item', content: blocks };
    if (next === number || (isBullets && next !== null)) lists.at(-1)?.content.push(item);
    else lists.push({ start: number, content: [item] });
    next = number + 1;
  }
  return lists.map(({ start, content }) => (isBullets ? { type: 'bullet_list', content } : { type: 'ordered_list', ...(start === 1 ? {} : { attrs: { start } }), content }));
}

function numberOf(element: Tree.Element, name: string): number | null {
  const said = attribute(element, name).trim();
  return /^-?\d{1,9}$/.test(said) ? Number(said) : null;
}

function marksOf(element: Tree.Element): Mark | null {
  if (element.tagName === 'strong' || element.tagName === 'b') return { type: 'strong' };
  if (element.tagName === 'em' || element.tagName === 'i') return { type: 'em' };
  const href = attribute(element, 'href').trim();
  return element.tagName === 'a' && mayFollow(href) ? { type: 'link', attrs: { href } } : null;
}

function holdsBlocks(element: Tree.Element): boolean {
  return element.childNodes.some((child) => isElement(child) && (!isInline(child) || (child.tagName !== 'math' && holdsBlocks(child))) && !passedOver.has(child.tagName));
}

// A name with a colon is of a word processor, and of no block.
function isInline({ tagName }: Tree.Element): boolean {
  return inline.has(tagName) || tagName.includes(':');
}

// As whoever wrote it typed it, or else what it is called; its signs one after the other would say something else.
function formulaIn(formula: Tree.Element): string {
  const typed = [...elementsIn(formula)].find((element) => element.tagName === 'annotation' && /tex/i.test(attribute(element, 'encoding')));
  return (typed === undefined ? '' : wordsIn(typed).trim()) || attribute(formula, 'alttext') || [...elementsIn(formula)].filter(({ tagName }) => tagName !== 'annotation').map(wordsIn).join(' ');
}

// Lines stay lines, and what is set in stays so.
function linesSet(value: string, marks: readonly Mark[]): TextNode[] {
  return value.split(/\r\n?|\n/).flatMap((line, at): TextNode[] => [...(at === 0 ? [] : [{ type: 'hard_break' }]), ...textNode(line.replace(/^[ \t]+/, (blanks) => '\u00a0'.repeat(Math.min(40, blanks.replaceAll('\t', '    ').length))), marks)]);
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
