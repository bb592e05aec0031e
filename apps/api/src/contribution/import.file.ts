import { separatorOf } from '@samsyn/domain/contribution/separator';
import { looksLikeHeading, toldApart } from '@samsyn/domain/contribution/spoken';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { parse } from 'csv-parse';
import { fileTypeFromBuffer } from 'file-type';
import { Readable } from 'node:stream';

/** How a file is written, and what its heading says. */
export interface Sheet {
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly delimiter: string;
  /** What the first row says, each told apart from the others. */
  readonly columns: string[];
  /** Is the first row a heading? A guess, for people to change. */
  readonly heading: boolean;
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

// Some spreadsheets say their separator in a line of its own, which they do not count as a row.
const saysSeparator = /^sep=([^\p{L}\p{N}"\r\n])(\r\n|\r|\n)/iu;

/** The records of a text one by one, empty lines left out. Throws what csv-parse throws. */
export async function* recordsOf(whole: string, delimiter: string): AsyncGenerator<SheetRow> {
  const text = whole.replace(saysSeparator, '');
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
  const type = await fileTypeFromBuffer(file).catch(() => undefined);
  if (isWorkbook(file, type?.mime)) return refuse('import/workbook', { rule: 'C6' });
  if (isSomethingElse(file, type?.mime)) return refuse('import/not-a-table', { rule: 'C6' });
  const { text, encoding } = decode(file);
  const delimiter = saysSeparator.exec(text)?.[1] ?? separatorOf(text.slice(0, 64 * 1024).replace(/\r\n?/g, '\n'));
  const counted = await count(text, delimiter);
  return isRefusal(counted) ? counted : { encoding, delimiter, ...counted };
}

async function count(text: string, delimiter: string): Promise<Pick<Sheet, 'columns' | 'heading' | 'rows'> | Refusal> {
  let columns: string[] | null = null;
  let heading = true;
  let rows = 0;
  try {
    for await (const { cells } of recordsOf(text, delimiter)) {
      if (columns === null) {
        if (cells.length > limits.importColumns) return refuse('import/too-many-columns', { rule: 'C6', with: { max: limits.importColumns } });
        columns = toldApart(cells.map((cell, at) => headingOf(cell) || String(at + 1)));
        heading = looksLikeHeading(cells);
        rows = heading ? 0 : 1;
      } else rows += 1;
      if (rows > limits.importRows) return refuse('import/too-many-rows', { rule: 'C6', with: { max: limits.importRows } });
    }
  } catch (error) {
    if (!isParseError(error)) throw error;
    // A quotation mark that is opened and never closed swallows the rest; where it stands can be found.
    const { code, records } = error as { code?: unknown; records?: unknown };
    return code === 'CSV_QUOTE_NOT_CLOSED' && typeof records === 'number' ? refuse('import/open-quote', { rule: 'C6', with: { row: records + 1 } }) : refuse('import/not-a-table', { rule: 'C6' });
  }
  return columns === null || rows === 0 ? refuse('import/empty', { rule: 'C6' }) : { columns, heading, rows };
}

/** Did the parser refuse the text, as it does when a quotation mark is never closed? */
export function isParseError(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code ?? '').startsWith('CSV_');
}

function headingOf(cell: string): string {
  return cell.toWellFormed().replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, limits.name).toWellFormed();
}

// Named one by one: words too can look like the beginning of some old format ("BM" begins a bitmap, and many a heading).
const noTables = /^application\/(zip|pdf|gzip|x-gzip|x-cfb|x-rar-compressed|x-7z-compressed|vnd\.(openxmlformats|oasis|ms-excel).*)$/;

// A workbook, a picture or an archive has a known beginning; and a table of text is hardly full of control signs.
function isSomethingElse(file: Uint8Array, mime: string | undefined): boolean {
  if (mime !== undefined && noTables.test(mime)) return true;
  const start = decode(file.subarray(0, 64 * 1024)).text;
  return (start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0) * 20 > start.length;
}

// Known by what lies in it, whatever the file is called: the parts of a workbook, or the stream of an older one.
function isWorkbook(file: Uint8Array, mime: string | undefined): boolean {
  if (mime === undefined || !noTables.test(mime)) return false;
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return /spreadsheet|ms-excel/.test(mime) || bytes.includes('xl/workbook') || bytes.includes('opendocument.spreadsheet') || (mime === 'application/x-cfb' && bytes.includes(Buffer.from('Workbook', 'utf16le')));
}
