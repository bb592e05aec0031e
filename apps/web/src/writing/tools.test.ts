import { expect, test } from '@jest/globals';
import { splitListItem } from 'prosemirror-schema-list';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { startOf, textSchema } from './textSchema';
import { tools } from './tools';

const { nodes } = textSchema;
const line = (text: string) => nodes.paragraph.create(null, text === '' ? null : textSchema.text(text));
const item = (...content: ReturnType<typeof line>[]) => nodes.list_item.create(null, content);

const stateAt = (doc: ReturnType<typeof line>, at: number): EditorState => {
  const state = EditorState.create({ doc });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
};
const after = (state: EditorState, act: Command): EditorState => {
  let next = state;
  act(state, (change) => (next = state.apply(change)));
  return next;
};
const tool = (name: string): Command => tools.find((one) => one.name === name)!.act;

test('[F2] a list changes its sort, and goes back to lines, without losing a word', () => {
  const bullets = stateAt(nodes.doc.create(null, [nodes.bullet_list.create(null, [item(line('ett')), item(line('två'))])]), 4);
  const numbered = after(bullets, tool('numbers'));
  expect(numbered.doc.child(0).type.name).toBe('ordered_list');
  expect(numbered.doc.textContent).toBe('etttvå');
  expect(after(numbered, tool('numbers')).doc.child(0).type.name).toBe('paragraph');
});

test('[F2] a numbered list keeps the number it begins at, in the editor and in the shared text', () => {
  const document = new Y.Doc();
  const text = document.getXmlFragment('text');
  const list = nodes.ordered_list.create(startOf(3), [item(line('tre'))]);
  updateYFragment(document, text, nodes.doc.create(null, [list, nodes.ordered_list.create(startOf(1), [item(line('ett'))])]), { mapping: new Map(), isOMark: new Map() });
  expect(text.toArray().map((one) => (one as Y.XmlElement).getAttributes())).toEqual([{ start: 3 }, {}]);
  const { doc } = initProseMirrorDoc(text, textSchema);
  expect([doc.child(0).attrs, doc.child(1).attrs]).toEqual([{ start: 3 }, { start: null }]);
  expect([doc.child(0), doc.child(1)].map((node) => node.type.spec.toDOM?.(node))).toEqual([['ol', { start: 3 }, 0], ['ol', {}, 0]]);
});

test('[F2] Enter in an empty inner item makes an item with a line to write in', () => {
  const inner = nodes.bullet_list.create(null, [item(line('inre')), item(line(''))]);
  const doc = nodes.doc.create(null, [nodes.bullet_list.create(null, [item(line('yttre'), inner as never)])]);
  const places: number[] = [];
  doc.descendants((node, at) => {
    if (node.type === nodes.paragraph && node.content.size === 0) places.push(at + 1);
  });
  const next = after(stateAt(doc, places[0]!), splitListItem(nodes.list_item));
  next.doc.descendants((node) => {
    if (node.type === nodes.list_item) expect(node.childCount).toBeGreaterThan(0);
  });
  expect(next.selection.$from.parent.type.name).toBe('paragraph');
});

test('[W16] a line becomes a heading while another writes in it, and keeps every letter of theirs', () => {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const text = mine.getXmlFragment('text');
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText('Vägen är mörk')]);
  text.insert(0, [block]);
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  const { doc, meta } = initProseMirrorDoc(text, textSchema);
  const heading = after(stateAt(doc as never, 3), tool('heading'));
  expect(tools.find(({ name }) => name === 'heading')!.on!(heading)).toBe(true);
  updateYFragment(mine, text, heading.doc, meta);
  ((theirs.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(13, ' om kvällen');
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  for (const one of [mine, theirs]) {
    const line = initProseMirrorDoc(one.getXmlFragment('text'), textSchema).doc.child(0);
    expect([line.attrs['level'], line.textContent]).toEqual([2, 'Vägen är mörk om kvällen']);
  }
  expect(after(heading, tool('heading')).doc.child(0).attrs['level']).toBeNull();
});
