import { fieldTexts, isPassageMark, markName, mayFollow, mayPoint, textAttributes, textBlocks, textMarks, type TextBlock } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';

/** The root of a framing's document that holds the text written together. */
export const textRoot = 'text';

const fieldNames: ReadonlySet<string> = new Set(Object.values(fieldTexts));
const markNames: ReadonlySet<string> = new Set(textMarks);
const attributeNames: ReadonlySet<string> = new Set(textAttributes);

/** Gives every root its type, so that what arrives later finds it. */
export function openRoots(document: Y.Doc): void {
  document.getXmlFragment(textRoot);
  for (const name of fieldNames) document.getText(name);
}

/** What a place takes: blocks at the root or within a block, items of a list, rows of a table and their cells, a line of words, a note, nothing, words, a field's letters; or it is gone. */
export type Place = 'root' | 'blocks' | 'list' | 'rows' | 'cells' | 'line' | 'note' | 'nothing' | 'words' | 'field' | 'gone';

const placeIn: Readonly<Record<TextBlock, Place>> = {
  paragraph: 'line',
  heading: 'line',
  bullet_list: 'list',
  ordered_list: 'list',
  list_item: 'blocks',
  blockquote: 'blocks',
  table: 'rows',
  table_row: 'cells',
  table_header: 'blocks',
  table_cell: 'blocks',
  picture: 'nothing',
  hard_break: 'nothing',
  footnote: 'note',
  citation: 'nothing',
};

/** A place, and the attribute of it if it is not among the children. */
export interface Spot {
  readonly place: Place;
  readonly attribute: string | null;
}

/** The place a root name stands for; null when there is no such root. */
export function placeOfRoot(name: string): Place | null {
  return name === textRoot ? 'root' : fieldNames.has(name) ? 'field' : null;
}

/** The place a type makes for its children. */
export function placeOfType(document: Y.Doc, type: unknown): Place | null {
  if (type instanceof Y.XmlText) return 'words';
  if (type instanceof Y.XmlElement) return placeIn[type.nodeName as TextBlock] ?? 'nothing';
  if (type === document.share.get(textRoot)) return 'root';
  return type instanceof Y.Text && type._item === null ? 'field' : null;
}

/**
 * What stands where. An editor that meets anything else breaks for everybody who has the text open, or
 * throws the block away with the words of others in it [W3].
 */
export function mayStand(content: Y.Item['content'], { place, attribute }: Spot, isSmall: (value: unknown) => boolean): boolean {
  // Yjs keeps nothing of what comes where everything is gone, such as an attribute of a block another has deleted.
  if (content instanceof Y.ContentDeleted || (place === 'gone' && !(content instanceof Y.ContentDoc))) return true;
  if (attribute !== null) {
    const has = place !== 'root' && place !== 'words' && place !== 'field';
    // One that an editor does not know would be thrown away by it, or keep it closed for everybody.
    return has && attributeNames.has(attribute) && content instanceof Y.ContentAny && content.arr.every(isSmall);
  }
  if (content instanceof Y.ContentString) return place === 'words' || place === 'field';
  if (content instanceof Y.ContentFormat) {
    const mark = markName(content.key);
    return place === 'words' && markNames.has(mark) && content.key.length <= 100 && isSmall(content.value) && carriesWell(mark, content.value);
  }
  if (!(content instanceof Y.ContentType)) return false;
  if (content.type instanceof Y.XmlText) return place === 'line' || place === 'note';
  return content.type instanceof Y.XmlElement && mayHold(place, content.type.nodeName);
}

// Nothing where a mark ends. An address that could run as script is never in the text, whoever shows it.
function carriesWell(mark: string, value: unknown): boolean {
  if (value === null) return true;
  if (isPassageMark(mark)) return mayPoint(value);
  return mark !== 'link' || (typeof value === 'object' && mayFollow((value as { href?: unknown }).href));
}

// Rows, cells and items stand in what they are parts of, and some things stand only among words.
const onlyIn: Readonly<Partial<Record<TextBlock, Place>>> = {
  list_item: 'list',
  table_row: 'rows',
  table_header: 'cells',
  table_cell: 'cells',
  hard_break: 'line',
  footnote: 'line',
  citation: 'line',
};

function mayHold(place: Place, name: string): boolean {
  if (!(textBlocks as readonly string[]).includes(name)) return false;
  const within = onlyIn[name as TextBlock];
  return within === undefined ? place === 'root' || place === 'blocks' : place === within;
}
