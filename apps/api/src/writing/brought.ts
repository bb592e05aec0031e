import type { Fields } from '@samsyn/domain/framing/framing';
import type { FramingField } from '@samsyn/domain/shared/enums';
import { fieldTexts, isPassageMark } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import type { LineageRange } from './lineageRange.js';
import { keyOf } from './marks.js';
import { openRoots, textRoot } from './place.js';
import type { Node } from './render.js';

/** The first update of a framing whose text was brought from elsewhere, and whose words each character of it is. */
export interface BroughtUpdate {
  readonly update: Uint8Array;
  readonly clientId: number;
  readonly lineage: readonly LineageRange[];
}

/** Writes a brought text under a client of the server. Whoever brings it is not its author: each character says whose it is [X3]. */
export function broughtUpdate(fields: Fields, content: Node): BroughtUpdate {
  const document = new Y.Doc();
  try {
    openRoots(document);
    const text = document.getXmlFragment(textRoot);
    document.transact(() => {
      for (const [field, name] of Object.entries(fieldTexts)) {
        const said = fields[field as FramingField];
        if (said !== '') document.getText(name).insert(0, said);
      }
      text.insert(0, blocksOf(content.content ?? []));
    });
    return { update: Y.encodeStateAsUpdate(document), clientId: document.clientID, lineage: lineageOf(text, wordsOf(content)) };
  } finally {
    document.destroy();
  }
}

// Running text of one line is one Yjs text; what stands among the words stands between two of these.
function blocksOf(nodes: readonly Node[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = [];
  let run: Node[] = [];
  const end = (): void => {
    if (run.length > 0) {
      const text = new Y.XmlText();
      text.applyDelta(run.map((node) => ({ insert: node.text ?? '', attributes: marksOf(node) })), { sanitize: false });
      made.push(text);
    }
    run = [];
  };
  for (const node of nodes) {
    if (node.text !== undefined) {
      run.push(node);
      continue;
    }
    end();
    const element = new Y.XmlElement(node.type);
    for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string);
    element.insert(0, blocksOf(node.content ?? []));
    made.push(element);
  }
  end();
  return made;
}

function marksOf(node: Node): Record<string, unknown> {
  return Object.fromEntries(
    (node.marks ?? []).map(({ type, attrs }) => {
      const id = attrs?.['id'];
      return isPassageMark(type) && typeof id === 'string' ? [keyOf({ mark: type, id }), { id }] : [type, attrs ?? {}];
    }),
  );
}

function wordsOf(node: Node): Node[] {
  return node.text !== undefined ? [node] : (node.content ?? []).flatMap(wordsOf);
}

// The characters come in the order of the tree; each piece of it says whose they are.
function lineageOf(text: Y.XmlFragment, pieces: readonly Node[]): LineageRange[] {
  const ranges: LineageRange[] = [];
  let [piece, used] = [0, 0];
  for (const item of itemsIn(text)) {
    for (let at = 0; at < item.length; ) {
      const { text: words = '', by } = pieces[piece] ?? {};
      const length = Math.min(item.length - at, words.length - used);
      if (length > 0) ranges.push({ client: item.id.client, clock: item.id.clock + at, length, by: by ?? { actorId: null }, reason: 'IMPORT' });
      at += length;
      used += length;
      if (used >= words.length) [piece, used] = [piece + 1, 0];
      if (piece >= pieces.length) break;
    }
  }
  return ranges;
}

function itemsIn(fragment: Y.XmlFragment): Y.Item[] {
  return fragment.toArray().flatMap((child) => {
    if (child instanceof Y.XmlElement) return itemsIn(child);
    const items: Y.Item[] = [];
    if (child instanceof Y.XmlText) for (let item = child._start; item !== null; item = item.right) if (!item.deleted && item.content instanceof Y.ContentString) items.push(item);
    return items;
  });
}
