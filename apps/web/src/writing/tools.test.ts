import { expect, test } from '@jest/globals';
import { splitListItem } from 'prosemirror-schema-list';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { textSchema } from './textSchema';
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
