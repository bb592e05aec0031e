import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, elementsIn, isElement } from './htmlTree.js';

const most = 50;

/** A place in a table: the cell that reaches over it, and whether its words stand here. */
export interface Place {
  readonly cell: Tree.Element;
  readonly first: boolean;
}

/** The cells of a table, row by row. A cell that reaches over several places is followed by empty ones, so that what stands under a heading still does. */
export function gridOf(table: Tree.Element): (Place | null)[][] {
  const rows = [...elementsIn(table, 'table')].filter(({ tagName }) => tagName === 'tr');
  const grid: (Place | null)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      while (grid[at]?.[column] !== undefined) column += 1;
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let below = 0; below < down && at + below < rows.length; below += 1) {
        for (let beside = 0; beside < across; beside += 1) {
          const line = grid[at + below] as (Place | null)[];
          if (line[column + beside] === undefined) line[column + beside] = { cell, first: below === 0 && beside === 0 };
        }
      }
      column += across;
    }
  });
  return grid.filter((row) => row.length > 0).map((row) => Array.from(row, (place) => place ?? null));
}

/** Is the table there only to put things side by side? Its text is no table. */
export function isForLooks(table: Tree.Element, grid: readonly (readonly (Place | null)[])[]): boolean {
  return ['presentation', 'none'].includes(attribute(table, 'role')) || grid.flat().length === 1;
}

function spanOf(cell: Tree.Element, name: string): number {
  return Math.min(most, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1));
}
