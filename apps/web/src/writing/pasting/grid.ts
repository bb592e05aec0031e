const most = 50;

/** The cells of a table, row by row: a cell that reaches over several places is followed by empty ones. */
export function gridOf(table: Element): (Element | null)[][] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const grid: (Element | null)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.children) {
      if (cell.localName !== 'td' && cell.localName !== 'th') continue;
      while (grid[at]?.[column] !== undefined) column += 1;
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let below = 0; below < down && at + below < rows.length; below += 1) {
        for (let beside = 0; beside < across; beside += 1) {
          const line = grid[at + below];
          if (line !== undefined) line[column + beside] = below === 0 && beside === 0 ? cell : null;
        }
      }
      column += across;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.filter((row) => row.length > 0).map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
}

function spanOf(cell: Element, name: string): number {
  return Math.min(most, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
}
