import { expect, test } from '@jest/globals';
import { initProseMirrorDoc } from 'y-prosemirror';
import * as Y from 'yjs';
import { isStrange } from './strangeText';
import { textSchema } from './textSchema';
import { showsTheText } from './watchdog';

const textWith = (name: string): Y.XmlFragment => {
  const text = new Y.Doc().getXmlFragment('text');
  const block = new Y.XmlElement(name);
  block.insert(0, [new Y.XmlText('några ord')]);
  text.insert(0, [block]);
  return text;
};

test('[F2] a block that this editor does not know keeps it closed, since the binding would delete the block for everybody', () => {
  expect(isStrange(textWith('paragraph'))).toBe(false);
  const strange = textWith('marquee');
  expect(isStrange(strange)).toBe(true);
  initProseMirrorDoc(strange, textSchema);
  expect(strange.length).toBe(0);
});

test('[F2] so does a mark it does not know', () => {
  const text = textWith('paragraph');
  const words = (text.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  words.format(0, 4, { strong: {} });
  expect(isStrange(text)).toBe(false);
  words.format(0, 4, { 'contribution--aB3+/9==': { id: 'd2a9c4f0-0000-4000-8000-000000000001' } });
  expect(isStrange(text)).toBe(false);
  words.format(0, 4, { blink: {} });
  expect(isStrange(text)).toBe(true);
});

test('[F2] a screen that shows something else than the shared text is noticed', () => {
  const text = textWith('paragraph');
  const shown = initProseMirrorDoc(text, textSchema).doc;
  const view = { state: { doc: shown } } as Parameters<typeof showsTheText>[0];
  expect(showsTheText(view, text)).toBe(true);
  ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x');
  expect(showsTheText(view, text)).toBe(false);
});
