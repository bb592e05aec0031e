import { fieldTexts, mayFollow, textBlocks, textMarks, type TextBlock } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';

/** The root of a framing's document that holds the text written together. */
export const textRoot = 'text';

const fieldNames: ReadonlySet<string> = new Set(Object.values(fieldTexts));
const markNames: ReadonlySet<string> = new Set(textMarks);

/** Gives every root its type, so that what arrives later finds it. */
export function openRoots(document: Y.Doc): void {
  document.getXmlFragment(textRoot);
  for (const name of fieldNames) document.getText(name);
}

/** What a place takes: blocks at the root or within a block, items of a list, a line of words, nothing, words, a field's letters; or it is gone. */
export type Place = 'root' | 'blocks' | 'list' | 'line' | 'nothing' | 'words' | 'field' | 'gone';

const placeIn: Readonly<Record<TextBlock, Place>> = {
  paragraph: 'line',
  heading: 'line',
  bullet_list: 'list',
  ordered_list: 'list',
  list_item: 'blocks',
  blockquote: 'blocks',
  hard_break: 'nothing',
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
    return has && attribute.length <= 100 && content instanceof Y.ContentAny && content.arr.every(isSmall);
  }
  if (content instanceof Y.ContentString) return place === 'words' || place === 'field';
  if (content instanceof Y.ContentFormat) {
    // Marks that may lie over each other carry a digest behind their name.
    const mark = content.key.replace(/--.*$/, '');
    return place === 'words' && markNames.has(mark) && content.key.length <= 100 && isSmall(content.value) && (mark !== 'link' || leadsWell(content.value));
  }
  if (!(content instanceof Y.ContentType)) return false;
  if (content.type instanceof Y.XmlText) return place === 'line';
  return content.type instanceof Y.XmlElement && mayHold(place, content.type.nodeName);
}

// Nothing where a link ends. An address that could run as script is never in the text, whoever shows it.
function leadsWell(link: unknown): boolean {
  return link === null || (typeof link === 'object' && mayFollow((link as { href?: unknown }).href));
}

function mayHold(place: Place, name: string): boolean {
  if (!(textBlocks as readonly string[]).includes(name)) return false;
  if (place === 'root' || place === 'blocks') return name !== 'list_item' && name !== 'hard_break';
  return (place === 'list' && name === 'list_item') || (place === 'line' && name === 'hard_break');
}
