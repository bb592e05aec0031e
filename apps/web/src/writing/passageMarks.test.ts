import { expect, test } from '@jest/globals';
import { Node } from 'prosemirror-model';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { textSchema } from './textSchema';

test('[C11] the name an editor gives a mark in the shared document is the one the server gives it', () => {
  const marks = [{ type: 'contribution', attrs: { id: '0b6a7f0e-6a39-4c53-9c3e-0d2f3a4b5c6d' } }];
  const document = new Y.Doc();
  const doc = Node.fromJSON(textSchema, { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Det drar', marks }] }] });
  const fragment = prosemirrorToYXmlFragment(doc, document.getXmlFragment('text'));
  const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  // The server's own name for it is held by a test on its side.
  expect(Object.keys(text.toDelta()[0].attributes)).toEqual(['contribution--z594qCf7']);
});
