import { Fragment, type Node } from 'prosemirror-model';
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { insertBlock } from './inserting';
import { textSchema } from './textSchema';

const { nodes } = textSchema;

/** Where in a table the caret stands: the table, and the row and column by their numbers. */
export interface InTable {
  readonly table: Node;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** The innermost table around the caret. */
export function tableAround({ selection: { $from } }: EditorState): InTable | null {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if ($from.node(depth - 2).type === nodes.table) return { table: $from.node(depth - 2), at: $from.before(depth - 2), row: $from.index(depth - 2), column: $from.index(depth - 1) };
  }
  return null;
}

const emptyCell = (like: Node | null): Node => nodes.table_cell.create(like === null ? null : { header: isHeader(like) || null }, nodes.paragraph.create());

const isHeader = (cell: Node): boolean => cell.type === nodes.table_header || cell.attrs['header'] === true;

/** Puts a table with a header row beneath the block one stands in, and the caret in its first cell. */
export function insertTable(rows: number, columns: number): Command {
  return ({ tr }, dispatch) => {
    const line = (header: boolean): Node => nodes.table_row.create(null, Array.from({ length: columns }, () => nodes.table_cell.create({ header: header || null }, nodes.paragraph.create())));
    const table = nodes.table.create(null, Array.from({ length: rows }, (_, row) => line(row === 0)));
    const at = insertBlock(tr, table);
    tr.setSelection(Selection.near(tr.doc.resolve(at + 3)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

const inTable = (change: (tr: Transaction, where: InTable) => void): Command => (state, dispatch) => {
  const where = tableAround(state);
  if (where === null) return false;
  if (dispatch !== undefined) {
    const { tr } = state;
    change(tr, where);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

const rowAt = ({ table, at }: InTable, row: number): number => at + 1 + table.children.slice(0, row).reduce((sum, one) => sum + one.nodeSize, 0);
const cellAt = (where: InTable, row: number, column: number): number => rowAt(where, row) + 1 + where.table.child(row).children.slice(0, column).reduce((sum, one) => sum + one.nodeSize, 0);
const columnsOf = (table: Node): number => Math.max(1, ...table.children.map((row) => row.childCount));
const stand = (tr: Transaction, at: number): void => void tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size))));

/** Puts an empty row before or after the caret's. */
export const addRow = (after: 0 | 1): Command =>
  inTable((tr, where) => {
    const row = nodes.table_row.create(null, Array.from({ length: columnsOf(where.table) }, () => emptyCell(null)));
    const at = rowAt(where, where.row + after);
    tr.insert(at, row);
    stand(tr, at + 2);
  });

/** Puts an empty column before or after the caret's; a row that is too short is filled up on the way. */
export const addColumn = (after: 0 | 1): Command =>
  inTable((tr, where) => {
    const column = where.column + after;
    // From the last row to the first, so that what lies before stays where it is.
    for (let row = where.table.childCount - 1; row >= 0; row -= 1) {
      const line = where.table.child(row);
      const missing = Math.max(0, column - line.childCount);
      const like = line.childCount === 0 ? null : line.child(Math.min(column, line.childCount - 1));
      tr.insert(cellAt(where, row, Math.min(column, line.childCount)), Fragment.from(Array.from({ length: missing + 1 }, () => emptyCell(row === 0 ? like : null))));
    }
    const before = where.table.children.slice(0, where.row).length * 4;
    stand(tr, cellAt(where, where.row, Math.min(column, where.table.child(where.row).childCount)) + before + 1);
  });

/** Takes away the caret's row; with the last row goes the table. */
export const removeRow: Command = inTable((tr, where) => {
  if (where.table.childCount === 1) tr.delete(where.at, where.at + where.table.nodeSize);
  else tr.delete(rowAt(where, where.row), rowAt(where, where.row + 1));
  stand(tr, where.table.childCount === 1 ? where.at : rowAt(where, Math.max(0, where.row - 1)) + 2);
});

/** Takes away the caret's column; with the last column goes the table. */
export const removeColumn: Command = inTable((tr, where) => {
  if (columnsOf(where.table) === 1) tr.delete(where.at, where.at + where.table.nodeSize);
  else
    for (let row = where.table.childCount - 1; row >= 0; row -= 1) {
      const line = where.table.child(row);
      if (where.column >= line.childCount) continue;
      // A row keeps a cell to write in, also where another has taken away the rest just now.
      if (line.childCount === 1) tr.replaceWith(cellAt(where, row, 0), cellAt(where, row, 1), emptyCell(null));
      else tr.delete(cellAt(where, row, where.column), cellAt(where, row, where.column + 1));
    }
  stand(tr, Math.min(where.at + 3, tr.doc.content.size));
});

/** Takes away the whole table. */
export const removeTable: Command = inTable((tr, { at, table }) => {
  tr.delete(at, at + table.nodeSize);
  stand(tr, at);
});

/** Makes the first row name the columns, or no longer do so. */
export const headerRow: Command = inTable((tr, where) => {
  const on = hasHeaderRow(where.table);
  where.table.firstChild?.forEach((cell, offset) => {
    // In place, so that what another writes in the cell stays; a header cell from elsewhere becomes one of ours.
    tr.setNodeMarkup(where.at + 2 + offset, nodes.table_cell, { ...cell.attrs, header: on ? null : true });
  });
});

/** Do the cells of the first row name their columns? */
export function hasHeaderRow(table: Node): boolean {
  return table.firstChild !== null && table.firstChild.childCount > 0 && table.firstChild.children.every(isHeader);
}

/** To the next cell, or the one before; after the last one comes a new row. */
export const nextCell = (step: 1 | -1): Command => (state, dispatch, view) => {
  const where = tableAround(state);
  if (where === null) return false;
  const cells = where.table.children.flatMap((row, at) => row.children.map((_cell, column) => [at, column] as const));
  const now = cells.findIndex(([row, column]) => row === where.row && column === where.column);
  const to = cells[now + step];
  if (to === undefined) return step === 1 ? addRow(1)(state, dispatch, view) : false;
  const $cell = state.doc.resolve(cellAt(where, to[0], to[1]) + 1);
  const start = Selection.near($cell, 1);
  const end = Selection.near(state.doc.resolve($cell.end()), -1);
  dispatch?.(state.tr.setSelection(TextSelection.between(start.$from, end.$to)).scrollIntoView());
  return true;
};
