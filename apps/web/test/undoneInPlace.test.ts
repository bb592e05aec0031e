import { expect, test } from '@jest/globals';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { judge } from '../../api/src/writing/guard.js';
import { openRoots } from '../../api/src/writing/place.js';
import { textSchema } from '../src/writing/textSchema';
import { undoneInPlace } from '../src/writing/undoneInPlace';

function aText(): { document: Y.Doc; text: Y.XmlFragment } {
  const document = new Y.Doc();
  openRoots(document);
  return { document, text: document.getXmlFragment('text') };
}

function withinA(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

const anItem = (): Y.XmlElement => withinA('list_item', withinA('paragraph', new Y.XmlText('kallt')));

test('[W3] whoever undoes and redoes blocks with their words, alone and offline, is never refused, and others read the same', () => {
  let state = 7;
  const any = (most: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % 65_521 % most;
  for (let round = 0; round < 60; round += 1) {
    const { document, text } = aText();
    document.clientID = 101 + round;
    const server = aText();
    const plugin = undoneInPlace(text);
    plugin.spec.view?.({ state: EditorState.create({ schema: textSchema }) } as EditorView);
    const undoing = new Y.UndoManager(text, { captureTimeout: 10_000 });
    const blocks = () => [...text.createTreeWalker((one) => one instanceof Y.XmlElement)] as Y.XmlElement[];
    for (let step = 0; step < 60; step += 1) {
      const block = blocks()[any(blocks().length)];
      const lines = [...text.createTreeWalker((one) => one instanceof Y.XmlText)] as unknown as Y.XmlText[];
      const line = lines[any(lines.length)];
      const which = any(12);
      if (any(2) === 0) undoing.stopCapturing();
      if (which < 2 || block === undefined || line === undefined) text.insert(any(text.length + 1), [withinA('bullet_list', anItem(), anItem())]);
      else if (which < 3 && block.nodeName === 'bullet_list') block.insert(any(block.length + 1), [anItem()]);
      else if (which < 5) line.insert(any(line.length + 1), 'mörk');
      else if (which < 6) line.delete(0, any(line.length + 1));
      else if (which < 7) (block.parent as Y.XmlElement).delete(0, 1);
      else if (which < 10) undoing.undo();
      else undoing.redo();
      // A stretch without a network, of any length.
      if (any(4) > 0) continue;
      const update = Y.encodeStateAsUpdate(document, Y.encodeStateVector(server.document));
      const verdict = judge(server.document, update, (client) => client === document.clientID);
      expect(isRefusal(verdict) ? verdict : null).toBeNull();
      Y.applyUpdate(server.document, update);
      expect(server.text.toString()).toBe(text.toString());
      const again = aText();
      Y.applyUpdate(again.document, Y.encodeStateAsUpdate(document));
      expect(again.text.toString()).toBe(text.toString());
    }
  }
});
