import { expect, test } from '@jest/globals';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { addColumn, addRow, hasHeaderRow, headerRow, insertTable, nextCell, removeColumn, removeRow, tableAround } from './tables';
import { textSchema } from './textSchema';

const { nodes } = textSchema;

const after = (state: EditorState, act: Command): EditorState => {
  let next = state;
  act(state, (change) => (next = state.apply(change)));
  return next;
};
const type = (state: EditorState, words: string): EditorState => state.apply(state.tr.insertText(words));
const begun = (): EditorState => after(EditorState.create({ doc: nodes.doc.create(null, nodes.paragraph.create(null, textSchema.text('Före'))) }), insertTable(2, 2));
const shape = (table: Node): string[][] => table.children.map((row) => row.children.map((cell) => cell.textContent));
const table = (state: EditorState): Node => tableAround(state)!.table;

test('[F2] a table is filled in by Tab alone, and after its last cell comes a new row', () => {
  let state = begun();
  expect(hasHeaderRow(table(state))).toBe(true);
  for (const words of ['Plats', 'Ljus', 'Tunneln', 'nej', 'Bron']) state = after(type(state, words), nextCell(1));
  expect(shape(table(state))).toEqual([['Plats', 'Ljus'], ['Tunneln', 'nej'], ['Bron', '']]);
  expect(after(state, nextCell(-1)).selection.$from.parent.textContent).toBe('Bron');
});

test('[F2] rows and columns come and go around the caret, which stays in the table', () => {
  let state = type(after(type(begun(), 'a'), nextCell(1)), 'b');
  state = after(state, addColumn(1));
  expect(shape(table(state))).toEqual([['a', 'b', ''], ['', '', '']]);
  expect(tableAround(state)).toMatchObject({ row: 0, column: 2 });
  expect(hasHeaderRow(table(state))).toBe(true);
  state = after(type(state, 'c'), addRow(0));
  expect(shape(table(state))).toEqual([['', '', ''], ['a', 'b', 'c'], ['', '', '']]);
  state = after(after(state, removeRow), headerRow);
  expect(shape(table(state))).toEqual([['a', 'b', 'c'], ['', '', '']]);
  expect(hasHeaderRow(table(state))).toBe(false);
  state = after(state, removeColumn);
  expect(shape(table(state))[0]).toHaveLength(2);
  for (let times = 0; times < 2; times += 1) state = after(state, removeColumn);
  expect(tableAround(state)).toBeNull();
  expect(state.doc.textContent).toBe('Före');
});

const random = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

test('[F2] two who change rows and columns and write in cells at the same time end with one table, and no word of a cell that stands is lost', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const roll = random(seed);
    const docs = [new Y.Doc(), new Y.Doc()];
    const first = docs[0]!.getXmlFragment('text');
    const { meta } = initProseMirrorDoc(first, textSchema);
    updateYFragment(docs[0]!, first, type(begun(), 'rot').doc, meta);
    Y.applyUpdate(docs[1]!, Y.encodeStateAsUpdate(docs[0]!));
    let number = 0;
    for (let round = 0; round < 12; round += 1) {
      const written: string[] = [];
      let removed = false;
      for (const doc of docs) {
        const text = doc.getXmlFragment('text');
        const opened = initProseMirrorDoc(text, textSchema);
        let state = EditorState.create({ doc: opened.doc });
        const places: number[] = [];
        state.doc.descendants((node, at, parent) => {
          if (node.type === nodes.paragraph && parent?.type === nodes.table_cell) places.push(at + 1 + node.content.size);
        });
        if (places.length === 0) continue;
        state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, places[Math.floor(roll() * places.length)]!)));
        const which = Math.floor(roll() * 8);
        const act = [addRow(0), addRow(1), addColumn(0), addColumn(1), headerRow, removeRow, removeColumn][which];
        if (which === 5 || which === 6) removed = true;
        if (act === undefined) {
          number += 1;
          written.push(`w${number}w`);
          state = type(state, `w${number}w`);
        } else state = after(state, act);
        updateYFragment(doc, text, state.doc, opened.meta);
      }
      Y.applyUpdate(docs[1]!, Y.encodeStateAsUpdate(docs[0]!));
      Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(docs[1]!));
      const [one, other] = docs.map((doc) => initProseMirrorDoc(doc.getXmlFragment('text'), textSchema).doc.toString());
      expect(one).toBe(other);
      if (!removed) for (const words of written) expect({ seed, round, has: one!.includes(words) }).toEqual({ seed, round, has: true });
    }
  }
});
