/** A table as a spreadsheet program writes it: every cell in quotation marks. */
export function stringify(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
}
