import { expect, test } from '@jest/globals';
import { stringify } from '../../test/csv.js';
import fc from 'fast-check';
import { decode, readSheet, recordsOf } from './import.file.js';

const words = 'namn;text\n“Åsa” – Ärlig;3 € – ”citat”\n';

test('[C6] a file is read as it was written: UTF-8 with or without its mark, UTF-16, Windows-1252', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
  const win = Buffer.from(words.replace(/[“”–€]/g, (letter) => ({ '“': '\x93', '”': '\x94', '–': '\x96', '€': '\x80' })[letter] ?? ''), 'latin1');
  for (const [file, encoding] of [[Buffer.from(words), 'utf-8'], [Buffer.from(`\uFEFF${words}`), 'utf-8'], [utf16, 'utf-16le'], [win, 'windows-1252']] as const) {
    expect(decode(file)).toEqual({ text: words, encoding });
    expect(await readSheet(file)).toMatchObject({ encoding, delimiter: ';', columns: ['namn', 'text'], rows: 1 });
  }
});

test('[C6] whatever the cells hold, the table that comes out is the one that went in', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('"', '""', 'a,b;c\td|e', 'rad ett\nrad två', 'مرحبا', '👩‍👩‍👧', '', ' ', "'", '=1+1', 'x'.repeat(100_000)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
      const text = stringify([['nr', 'text', 'vem'], ...rows.map((row, at) => [`${at}`, ...row.slice(1)])], delimiter);
      expect(await readSheet(Buffer.from(text))).toMatchObject({ delimiter, columns: ['nr', 'text', 'vem'], rows: rows.length });
      const read: string[][] = [];
      for await (const { cells } of recordsOf(text, delimiter)) read.push(cells);
      expect(read.slice(1)).toEqual(rows.map((row, at) => [`${at}`, ...row.slice(1)]));
    }),
    { numRuns: 25 },
  );
});

test('[C6] any bytes at all are a table or a refusal with a code, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const sheet = await readSheet(bytes);
      if ('refused' in sheet) expect(sheet.refused).toMatch(/^import\//);
      else expect(sheet.rows).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test('[C6] a heading that begins like an old picture format is a heading; a workbook is no table', async () => {
  for (const start of ['BMI', 'MZ', 'II*', 'GIF', 'ID3', 'FLV']) expect(await readSheet(Buffer.from(`${start};text\n1;Det drar\n`))).toMatchObject({ rows: 1 });
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const withoutMark = Buffer.from(words, 'utf16le');
  for (const file of [Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), Buffer.from('%PDF-1.7\n1 0 obj\n'), old, withoutMark]) {
    expect(await readSheet(file)).toMatchObject({ refused: 'import/not-a-table' });
  }
});

test('[C6] headings are made readable: empty ones get their number, and none is endless', async () => {
  expect(await readSheet(Buffer.from(`text,,a\u0000b,${'x'.repeat(500)}\n1,2,3,4\n`))).toMatchObject({ columns: ['text', '2', 'a b', 'x'.repeat(120)] });
});

test('[C6] the line in which a spreadsheet says its separator is no row, and the separator is believed', async () => {
  const text = 'sep=;\r\ntext;vem\r\na,b,c;Bo\r\nd,e,f;Eva\r\n';
  expect(await readSheet(Buffer.from(`\uFEFF${text}`))).toMatchObject({ delimiter: ';', columns: ['text', 'vem'], rows: 2 });
  const read = [];
  for await (const one of recordsOf(text, ';')) read.push(one);
  expect(read[1]).toEqual({ row: 2, cells: ['a,b,c', 'Bo'] });
});

test('[C6] a file without headings loses no row, and two headings alike are told apart', async () => {
  expect(await readSheet(Buffer.from('Det är mörkt vid tunneln.;Åsa;boende\nDet drar här inne.;Bo;boende\n'))).toMatchObject({ heading: false, rows: 2 });
  expect(await readSheet(Buffer.from('text;vem;vem\n1;2;3\n'))).toMatchObject({ heading: true, columns: ['text', 'vem', 'vem (2)'], rows: 1 });
});

test('[C6] a quotation mark that never ends is found by its row, and a workbook is told to be saved as CSV', async () => {
  expect(await readSheet(Buffer.from('text,vem\nhej,Bo\n"öppet,Eva\nmer,text\n'))).toEqual({ refused: 'import/open-quote', rule: 'C6', with: { row: 3 } });
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('Workbook', 'utf16le'), Buffer.alloc(600)]);
  const open = Buffer.concat([Buffer.from('504b03041400000000000000000000000000000000000000000008000000', 'hex'), Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')]);
  const parts = Buffer.concat([Buffer.from('504b03041400000000000000000000000000000000000000000008000000', 'hex'), Buffer.from('a/b.xml.xl/workbook.xml'), Buffer.alloc(50)]);
  for (const file of [old, open, parts]) expect(await readSheet(file)).toMatchObject({ refused: 'import/workbook' });
});
