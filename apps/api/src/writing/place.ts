import * as Y from 'yjs';

/** The field of a framing's document that holds the text written together. */
export const textRoot = 'text';

/** The fields of a framing's document that hold its name and bounds, by the name the rest of the house uses. */
export const fieldRoots = {
  NAME: 'name',
  BELONGS: 'belongs',
  OUTSIDE: 'outside',
  FOR_WHOM: 'forWhom',
  UNKNOWN: 'unknown',
  NORMS: 'norms',
} as const;

const fieldNames: ReadonlySet<string> = new Set(Object.values(fieldRoots));

/** Gives every root its type, so that what arrives later finds it. */
export function openRoots(document: Y.Doc): void {
  document.getXmlFragment(textRoot);
  for (const name of fieldNames) document.getText(name);
}

/** Where something stands in a document: the row of blocks, in a block, among words, in a field; or nowhere any more. */
export type Place = 'blocks' | 'block' | 'words' | 'field' | 'gone';

/** A place, and the attribute of it if it is not among the children. */
export interface Spot {
  readonly place: Place;
  readonly attribute: string | null;
}

/** The place a root name stands for; null when there is no such root. */
export function placeOfRoot(name: string): Place | null {
  return name === textRoot ? 'blocks' : fieldNames.has(name) ? 'field' : null;
}

/** The place a type makes for its children. */
export function placeOfType(document: Y.Doc, type: unknown): Place | null {
  if (type instanceof Y.XmlText) return 'words';
  if (type instanceof Y.XmlElement) return 'block';
  if (type === document.share.get(textRoot)) return 'blocks';
  return type instanceof Y.Text && type._item === null ? 'field' : null;
}

/** What stands where: an editor that meets anything else breaks for everybody who has the text open [W3]. */
export function mayStand(content: Y.Item['content'], { place, attribute }: Spot, jsonWithin: (value: unknown) => boolean): boolean {
  if (content instanceof Y.ContentDeleted) return true;
  if (attribute !== null) {
    return place !== 'blocks' && place !== 'words' && place !== 'field' && attribute.length <= 100 && content instanceof Y.ContentAny && content.arr.every(jsonWithin);
  }
  if (content instanceof Y.ContentString) return place === 'words' || place === 'field' || place === 'gone';
  if (content instanceof Y.ContentFormat) return (place === 'words' || place === 'gone') && content.key.length <= 100 && jsonWithin(content.value);
  if (!(content instanceof Y.ContentType)) return false;
  if (content.type instanceof Y.XmlText) return place === 'block' || place === 'gone';
  return content.type instanceof Y.XmlElement && place !== 'words' && place !== 'field' && /^[a-z][a-z0-9_-]{0,39}$/i.test(content.type.nodeName);
}
