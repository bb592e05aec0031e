import { separatorOf } from '@samsyn/domain/contribution/separator';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { parse } from 'csv-parse';
import { fileTypeFromBuffer } from 'file-type';
import { Readable } from 'node:stream';

/** How a file is written, and what its heading says. */
export interface Sheet {
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly delimiter: string;
  readonly columns: string[];
  readonly rows: number;
}

/** A record with its number as a spreadsheet counts: the heading is row 1. */
export interface SheetRow {
  readonly row: number;
  readonly cells: string[];
}

// Where Windows-1252 differs from Latin 1; the rest is the same letter by number.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file, by its mark or by what its bytes can be. */
export function decode(file: Uint8Array): { text: string; encoding: Sheet['encoding'] } {
  if (file[0] === 0xff && file[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(file), encoding: 'utf-16le' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file), encoding: 'utf-8' };
  } catch {
    // Node's own decoder of this name reads Latin 1, and would lose dashes and quotation marks.
    const latin = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
    return { text: latin.replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter), encoding: 'windows-1252' };
  }
}

/** The records of a text one by one, empty lines left out. Throws what csv-parse throws. */
export async function* recordsOf(text: string, delimiter: string): AsyncGenerator<SheetRow> {
  // In pieces, so that a long file never holds up everybody else.
  const parser = Readable.from(pieces(Buffer.from(text))).pipe(parse({ delimiter, relax_column_count: true, relax_quotes: true, bom: true, skip_empty_lines: false, record_delimiter: ['\r\n', '\n', '\r'] }));
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    row += 1;
    if (cells.length > 1 || (cells[0] ?? '').trim() !== '') yield { row, cells };
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) yield bytes.subarray(at, at + 64 * 1024);
}

/** Reads a file as far as is needed to show it: how it is written, its heading, how many rows it has. */
export async function readSheet(file: Uint8Array): Promise<Sheet | Refusal> {
  if (file.length > limits.importMegabytes * 1024 * 1024) return refuse('import/too-large', { rule: 'C6', with: { max: limits.importMegabytes } });
  if (await isSomethingElse(file)) return refuse('import/not-a-table', { rule: 'C6' });
  const { text, encoding } = decode(file);
  const delimiter = separatorOf(text.slice(0, 64 * 1024).replace(/\r\n?/g, '\n'));
  const counted = await count(text, delimiter);
  return isRefusal(counted) ? counted : { encoding, delimiter, ...counted };
}

async function count(text: string, delimiter: string): Promise<Pick<Sheet, 'columns' | 'rows'> | Refusal> {
  let columns: string[] | null = null;
  let rows = 0;
  try {
    for await (const { cells } of recordsOf(text, delimiter)) {
      if (columns === null) {
        if (cells.length > limits.importColumns) return refuse('import/too-many-columns', { rule: 'C6', with: { max: limits.importColumns } });
        columns = cells.map((cell, at) => heading(cell) || String(at + 1));
      } else rows += 1;
      if (rows > limits.importRows) return refuse('import/too-many-rows', { rule: 'C6', with: { max: limits.importRows } });
    }
  } catch (error) {
    if (isParseError(error)) return refuse('import/not-a-table', { rule: 'C6' });
    throw error;
  }
  return columns === null || rows === 0 ? refuse('import/empty', { rule: 'C6' }) : { columns, rows };
}

/** Did the parser refuse the text, as it does when a quotation mark is never closed? */
export function isParseError(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code ?? '').startsWith('CSV_');
}

function heading(cell: string): string {
  return cell.toWellFormed().replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, limits.name).toWellFormed();
}

// Named one by one: words too can look like the beginning of some old format ("BM" begins a bitmap, and many a heading).
const noTables = /^application\/(zip|pdf|gzip|x-gzip|x-cfb|x-rar-compressed|x-7z-compressed|vnd\.(openxmlformats|oasis|ms-excel).*)$/;

// A workbook, a picture or an archive has a known beginning; and a table of text is hardly full of control signs.
async function isSomethingElse(file: Uint8Array): Promise<boolean> {
  const type = await fileTypeFromBuffer(file).catch(() => undefined);
  if (type !== undefined && noTables.test(type.mime)) return true;
  const start = decode(file.subarray(0, 64 * 1024)).text;
  return (start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0) * 20 > start.length;
}
