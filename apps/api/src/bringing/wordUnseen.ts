import type { Differences } from './differences.js';
import { WordNumbers } from './wordNumbers.js';
import { lookOf, type Look, type WordStyles } from './wordStyles.js';
import { isOn, plain, saidBy, tagsIn, type Tag } from './xmlTags.js';

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number;
  /** Its end was taken away, so it reads on in the next. */
  isJoined: boolean;
  /** Where it begins, behind what is said of it. */
  begins: number;
  seen: boolean;
  last: Passage | null;
}

interface Run {
  style: string | null;
  look: Look;
  words: string;
  readonly parts: [from: number, to: number][];
}

interface Passage {
  readonly sort: 'HIDDEN' | 'STRUCK';
  words: string;
}

/** What stands in a part twice: as new word processors draw it, and as old ones do, which is what is read. */
interface Twofold {
  readonly boxes: string[];
  isReadAnyhow: boolean;
}

// Fields have a beginning and an end of their own, which must stay together.
const keptParts: ReadonlySet<string> = new Set(['w:rPr', 'w:fldChar', 'w:instrText']);
const named = { 'c:chart': 'CHART', 'cx:chart': 'CHART', 'dgm:relIds': 'DIAGRAM', 'o:OLEObject': 'EMBEDDED' } as const;

/** A mark that says which number a paragraph has in its list. */
export const numberMark = /<a id="nr-(\d{1,9})"><\/a>/g;

/** A part of a Word file without words that nobody sees in it, or that are struck through; what is left out is counted. */
export function withoutUnseen(xml: string, styles: WordStyles, numbers: WordNumbers | null, differences: Differences): string {
  return new Part(xml, styles, numbers, differences).read();
}

class Part {
  private readonly open: { readonly tag: Tag; readonly name: string }[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly runs: Run[] = [];
  /** Is the row one that is not shown? */
  private readonly rows: boolean[] = [];
  private readonly twofold: Twofold[] = [];
  private readonly passages: Passage[] = [];
  private readonly edits: { from: number; to: number; put: string }[] = [];

  constructor(
    private readonly xml: string,
    private readonly styles: WordStyles,
    private readonly numbers: WordNumbers | null,
    private readonly differences: Differences,
  ) {}

  read(): string {
    for (const tag of tagsIn(this.xml)) {
      if (tag.kind !== 'closes') {
        this.opens(tag);
        this.open.push({ tag, name: tag.name });
      }
      if (tag.kind !== 'opens' && this.open.at(-1)?.name === tag.name) {
        const begun = (this.open.pop() as { tag: Tag }).tag;
        this.closes(begun, tag);
      }
    }
    for (const { sort, words } of this.passages) this.differences.add(sort, sort === 'STRUCK' ? words : '');
    return this.edited();
  }

  private opens(tag: Tag): void {
    const [parent, above] = [this.open.at(-1)?.name, this.open.at(-2)?.name];
    const [paragraph, run] = [this.paragraphs.at(-1), this.runs.at(-1)];
    if (tag.name === 'w:p') this.paragraphs.push({ style: null, list: null, level: 0, isJoined: false, begins: tag.to, seen: false, last: null });
    else if (tag.name === 'w:r') this.runs.push({ style: null, look: {}, words: '', parts: [] });
    else if (tag.name === 'w:tr') this.rows.push(false);
    else if (tag.name === 'w:hidden' && parent === 'w:trPr') this.rows[this.rows.length - 1] = isOn(tag);
    else if (tag.name === 'mc:AlternateContent') this.twofold.push({ boxes: [], isReadAnyhow: false });
    else if (parent === 'w:rPr' && above === 'w:r' && run !== undefined) {
      if (tag.name === 'w:rStyle') run.style = saidBy(tag, 'w:val');
      else if (tag.name === 'w:position') this.raise(tag);
      else run.look = { ...run.look, ...lookOf(tag) };
    } else if (paragraph !== undefined && parent === 'w:pPr' && tag.name === 'w:pStyle') paragraph.style = saidBy(tag, 'w:val');
    else if (paragraph !== undefined && parent === 'w:rPr' && above === 'w:pPr' && tag.name === 'w:del') paragraph.isJoined = true;
    else if (paragraph !== undefined && parent === 'w:numPr' && above === 'w:pPr') {
      if (tag.name === 'w:numId') paragraph.list = saidBy(tag, 'w:val');
      if (tag.name === 'w:ilvl') paragraph.level = Number(saidBy(tag, 'w:val')) || 0;
    } else if (tag.name in named) this.differences.add(named[tag.name as keyof typeof named]);
  }

  private closes(begun: Tag, end: Tag): void {
    const parent = this.open.at(-1)?.name;
    const run = this.runs.at(-1);
    const inner = (): string => this.xml.slice(begun.to, end.from);
    switch (begun.name) {
      case 'w:r':
        this.ended(this.runs.pop() as Run);
        break;
      case 'w:p':
        this.numbered(this.paragraphs.pop() as Paragraph);
        break;
      case 'w:pPr':
        if (parent === 'w:p') (this.paragraphs.at(-1) as Paragraph).begins = end.to;
        break;
      case 'w:t':
        if (run !== undefined) run.words += plain(inner());
        break;
      case 'w:ins':
      case 'w:del':
        if (hasWords(inner())) this.differences.add(begun.name === 'w:ins' ? 'INSERTED' : 'DELETED');
        break;
      case 'w:tr':
        if (this.rows.pop() === true && !this.isUnread()) this.hide(begun, end);
        break;
      case 'w:txbxContent':
        this.box(inner());
        break;
      case 'mc:AlternateContent':
        this.told(this.twofold.pop());
        break;
    }
    if (parent === 'w:r' && run !== undefined && begun.name !== 'w:r' && !keptParts.has(begun.name)) run.parts.push([begun.from, end.to]);
  }

  // Some word processors set a figure above the line by lifting it, which nobody would read as 10⁶.
  private raise(tag: Tag): void {
    const halfPoints = Number(saidBy(tag, 'w:val'));
    if (tag.kind === 'empty' && Math.abs(halfPoints) >= 2) this.edits.push({ from: tag.from, to: tag.to, put: `<w:vertAlign w:val="${halfPoints > 0 ? 'super' : 'sub'}script"/>` });
  }

  private ended(run: Run): void {
    const paragraph = this.paragraphs.at(-1);
    if (run.parts.length === 0 || paragraph === undefined || this.isUnread()) return;
    const { hidden, struck } = this.styles.shown(run.look, run.style, paragraph.style);
    if (hidden !== true && struck !== true) {
      paragraph.seen = true;
      paragraph.last = null;
      return;
    }
    const sort = hidden === true ? 'HIDDEN' : 'STRUCK';
    for (const [from, to] of run.parts) this.edits.push({ from, to, put: '' });
    if (paragraph.last?.sort === sort) paragraph.last.words += run.words;
    else this.passages.push((paragraph.last = { sort, words: run.words }));
  }

  private hide(begun: Tag, end: Tag): void {
    this.edits.push({ from: begun.from, to: end.to, put: '' });
    this.passages.push({ sort: 'HIDDEN', words: '' });
  }

  private numbered(paragraph: Paragraph): void {
    const { list, level, style, isJoined, begins, seen, last } = paragraph;
    if (this.numbers === null || isJoined || this.isUnread() || (last !== null && !seen)) return;
    const where = list === null ? this.styles.numbering(style) : { list, level };
    const number = where === null ? null : this.numbers.next(where);
    if (number !== null) this.edits.push({ from: begins, to: begins, put: `<w:bookmarkStart w:id="0" w:name="nr-${String(number)}"/>` });
  }

  // Its words are read where old word processors would find them, and nowhere else.
  private box(inner: string): void {
    if (!hasWords(inner)) return;
    const within = this.open.map(({ name }) => name);
    const drawnAnew = within.lastIndexOf('w:drawing') > within.lastIndexOf('w:pict');
    const twofold = this.twofold.at(-1);
    if (!drawnAnew && twofold !== undefined && within.includes('mc:Fallback')) twofold.isReadAnyhow = true;
    else if (drawnAnew && twofold !== undefined) twofold.boxes.push(inner);
    else if (drawnAnew) this.differences.add('TEXT_BOX', wordsOf(inner));
  }

  private told(twofold: Twofold | undefined): void {
    if (twofold === undefined || twofold.isReadAnyhow) return;
    for (const inner of twofold.boxes) this.differences.add('TEXT_BOX', wordsOf(inner));
  }

  private isUnread(): boolean {
    return this.open.some(({ name }) => name === 'mc:Choice' || name === 'w:del' || name === 'w:moveFrom');
  }

  private edited(): string {
    const put: string[] = [];
    let at = 0;
    for (const { from, to, put: instead } of this.edits.sort((one, other) => one.from - other.from || other.to - one.to)) {
      if (from < at) continue;
      put.push(this.xml.slice(at, from), instead);
      at = to;
    }
    return put.join('') + this.xml.slice(at);
  }
}

function hasWords(xml: string): boolean {
  return /<w:(?:t|delText)(?:\s[^>]*)?>[^<]*[^<\s]/.test(xml);
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)|<\/w:p>/g)].map(([, words]) => (words === undefined ? ' ' : plain(words))).join('');
}
