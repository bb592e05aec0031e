import { addressOf } from './address';
import { gridOf } from './grid';
import { listLine, listsFrom, type Line } from './lists';
import { takeNotes } from './notes';

/** What came on the clipboard, as far as it has a place in a text, and how many pictures it lacks now. */
export interface Cleaned {
  readonly html: string;
  readonly pictures: number;
}

const dropped = 'script, style, meta, link, title, head, template, noscript, iframe, object, embed, svg, math, canvas, audio, video, input, select, textarea, button, del, xml';
const blocks = new Set('address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(' '));

/**
 * What another program laid on the clipboard, cleaned to what a text here may hold. It is read in a document of its
 * own in which no script runs and nothing is fetched.
 */
export function cleanHtml(given: string): Cleaned {
  const page = new DOMParser().parseFromString(undressed(given), 'text/html');
  for (const gone of page.querySelectorAll(dropped)) gone.remove();
  const pictures = [...page.querySelectorAll('img, v\\:imagedata')].length;
  takeNotes(page);
  return { html: blocksOf(page.body).map(listsFrom).join(''), pictures };
}

// Pictures that lie in it letter by letter are taken out before anything is read. Styles are kept as a note of what was
// meant: our page allows none but its own, and says so each time it meets one.
function undressed(html: string): string {
  return html
    .replace(/(["'(])data:[^"')]{200,}/g, '$1')
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='));
}

/** What a program says of how this looks. */
function styleOf(element: Element): string {
  return element.getAttribute('data-style') ?? '';
}

function isHidden(element: Element): boolean {
  // What somebody remarked in Word is not part of the text, nor is the sign that stands where they did.
  return element.hasAttribute('hidden') || /^Mso(?:CommentReference|CommentText)$/.test(element.className) || /mso-list:\s*Ignore|display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(styleOf(element));
}

/** Blocks of a node: whole blocks of HTML, and lines that become lists where they stand together. */
function blocksOf(parent: Node): (readonly Line[] | string)[] {
  const out: (Line[] | string)[] = [];
  let loose = '';
  const flush = (): void => {
    if (loose.replaceAll('<br>', '').trim() !== '') out.push(`<p>${loose}</p>`);
    loose = '';
  };
  for (const child of parent.childNodes) {
    if (!isBlock(child)) {
      loose += inline(child);
      continue;
    }
    flush();
    const element = child as HTMLElement;
    if (isHidden(element)) continue;
    const line = listLine(element);
    const before = out.at(-1);
    if (line === null) out.push(...block(element));
    else {
      const listed = { ...line, html: lineOf(element) };
      if (Array.isArray(before)) before.push(listed);
      else out.push([listed]);
    }
  }
  flush();
  return out;
}

// Something that stands for itself, or holds what does: some pages lay whole paragraphs in a span.
function isBlock(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  const name = node.localName;
  return blocks.has(name) || (name !== 'table' && [...node.children].some(isBlock));
}

function block(element: HTMLElement): (Line[] | string)[] {
  const name = element.localName;
  const level = levelOf(element);
  if (level !== null) return [`<h${level}>${lineOf(element)}</h${level}>`];
  if (name === 'ul' || name === 'ol') return [listOf(element, name)];
  if (name === 'table') return [tableOf(element)];
  if (name === 'blockquote') return [`<blockquote>${within(element)}</blockquote>`];
  if (name === 'hr') return [];
  if (name === 'pre') return (element.textContent ?? '').split('\n').map((line) => `<p>${escaped(line)}</p>`);
  if ([...element.children].some(isBlock)) return blocksOf(element) as (Line[] | string)[];
  const words = lineOf(element);
  return words === '' ? [] : [`<p>${words}</p>`];
}

function within(element: Node): string {
  return blocksOf(element).map(listsFrom).join('');
}

// In some programs an inner list stands beside its item, not in it.
function listOf(list: Element, name: string): string {
  let items: string[] = [];
  for (const child of list.children) {
    if (child.localName === 'ul' || child.localName === 'ol') {
      const last = items.at(-1);
      if (last === undefined) items = [`<li><p></p>${listOf(child, child.localName)}</li>`];
      else items[items.length - 1] = last.replace(/<\/li>$/, `${listOf(child, child.localName)}</li>`);
    } else items.push(`<li>${within(child) || '<p></p>'}</li>`);
  }
  const start = list instanceof HTMLOListElement && list.start !== 1 ? ` start="${list.start}"` : '';
  return `<${name}${start}>${items.join('')}</${name}>`;
}

function tableOf(table: Element): string {
  const rows = gridOf(table);
  // A table in which everything lies in one cell is only a way to lay out a page.
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (only != null) return within(only);
  const line = (row: readonly (Element | null)[]): string => row.map((cell) => (cell === null ? '<td><p></p></td>' : `<${cell.localName}>${within(cell) || '<p></p>'}</${cell.localName}>`)).join('');
  return `<table><tbody>${rows.map((row) => `<tr>${line(row)}</tr>`).join('')}</tbody></table>`;
}

// Headings by their name, by what Word says of their level, or by being the title.
function levelOf(element: HTMLElement): 2 | 3 | null {
  const named = /^h([1-6])$/.exec(element.localName)?.[1] ?? /mso-outline-level:\s*(\d)/.exec(styleOf(element))?.[1] ?? (/^MsoTitle/.test(element.className) ? '1' : null);
  if (named === null || listLine(element) !== null) return null;
  return Number(named) <= 2 ? 2 : 3;
}

/** The words of a line, without blanks and breaks at its ends. */
function lineOf(element: Node): string {
  return [...element.childNodes].map(inline).join('').replace(/^(?:\s|&nbsp;|<br>)+|(?:\s|&nbsp;|<br>)+$/g, '');
}

function inline(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped((node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' '));
  if (!(node instanceof HTMLElement)) return node instanceof Element ? [...node.childNodes].map(inline).join('') : '';
  const style = styleOf(node);
  if (isHidden(node)) return '';
  if (/mso-(?:spacerun|tab-count)/.test(style)) return ' ';
  if (node.localName === 'br') return '<br>';
  if (node.localName === 'span' && node.className === 'footnote') return `<span class="footnote">${escaped((node.textContent ?? '').trim())}</span>`;
  let words = [...node.childNodes].map(inline).join('');
  if (words === '') return '';
  if (isStrong(node, style)) words = `<strong>${words}</strong>`;
  if (isEm(node, style)) words = `<em>${words}</em>`;
  const href = node.localName === 'a' ? addressOf(node.getAttribute('href')) : null;
  return href === null ? words : `<a href="${escaped(href).replaceAll('"', '&quot;')}">${words}</a>`;
}

// The style is asked first: a program may lay a whole text in a <b> that is not bold.
function isStrong(node: Element, style: string): boolean {
  const weight = /(?<![-\w])font-weight:\s*(\w+)/.exec(style)?.[1];
  return weight === undefined ? node.localName === 'b' || node.localName === 'strong' : weight === 'bold' || Number(weight) >= 600;
}

function isEm(node: Element, style: string): boolean {
  const slant = /(?<![-\w])font-style:\s*(\w+)/.exec(style)?.[1];
  return slant === undefined ? node.localName === 'i' || node.localName === 'em' : slant === 'italic';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
