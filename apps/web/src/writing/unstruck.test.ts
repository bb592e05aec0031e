import { expect, test } from '@jest/globals';
import { EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { textSchema } from './textSchema';
import { unstruck } from './unstruck';

const id = '0b6a7f0e-6a39-4c53-9c3e-0d2f3a4b5c6d';
const typing = new Plugin({ ...unstruck });
const { paragraph } = textSchema.nodes;
const { deletion, strong } = textSchema.marks;

/** "Det är mörkt här." with "mörkt" struck, in bold, and somebody who goes somewhere and writes. */
function writes(from: number, to: number, words: string): string {
  const line = paragraph.create(null, [textSchema.text('Det är '), textSchema.text('mörkt', [strong.create(), deletion.create({ id })]), textSchema.text(' här.')]);
  let state = EditorState.create({ doc: textSchema.topNodeType.create(null, [line]), plugins: [typing] });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from + 1, to + 1)));
  for (const letter of words) {
    const { from: at, to: end } = state.selection;
    const view = { state, composing: false, dispatch: (transaction: Transaction) => (state = state.apply(transaction)) } as unknown as EditorView;
    if (typing.props.handleTextInput?.call(typing, view, at, end, letter, () => state.tr) !== true) state = state.apply(state.tr.insertText(letter, at, end));
  }
  let read = '';
  state.doc.descendants((node) => {
    if (node.isText) read += deletion.isInSet(node.marks) ? `[${node.text}]` : strong.isInSet(node.marks) ? `*${node.text}*` : (node.text ?? '');
  });
  return read;
}

test('[W13] what one writes in the midst of words suggested to go is not suggested to go, and keeps its dress', () => {
  expect(writes(10, 10, 'ss')).toBe('Det är [mör]*ss*[kt] här.');
  // In the place of some of them; at the edges; beside them.
  expect(writes(8, 11, 'ul')).toBe('Det är [m]*ul*[t] här.');
  expect(writes(7, 10, 'p')).toBe('Det är *p*[kt] här.');
  expect(writes(7, 7, 'x')).toBe('Det är x[mörkt] här.');
  expect(writes(12, 12, 'x')).toBe('Det är [mörkt]*x* här.');
  expect(writes(3, 3, 'x')).toBe('Detx är [mörkt] här.');
});
