import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../shared/refusal.js';
import { asMapping } from './mapping.js';
import { separatorOf } from './separator.js';
import { notUnderstood } from './notUnderstood.js';
import { capacityIn, kindsIn, looksLikeHeading, proposeMapping, toldApart, waysIn } from './spoken.js';
import { readRow, type Row } from './spreadsheet.js';

const mapping = { text: 0, author: 1, capacity: 2, kinds: 3, howKnown: 4, source: 5 };
const read = (...cells: string[]) => readRow(cells, 6, mapping);
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : null);

test('[C6] kinds and capacities are understood in Swedish and English, and anything else is not stated', () => {
  expect(kindsIn('Fakta; förtrogenhet')).toEqual(['FACTS', 'FAMILIARITY']);
  expect(kindsIn('SKILL')).toEqual(['SKILL']);
  expect(kindsIn('Färdighetskunskap och förståelse')).toEqual(['UNDERSTANDING', 'SKILL']);
  expect(kindsIn('fo\u0308rsta\u030aelse')).toEqual(['UNDERSTANDING']);
  expect(['faktafel', 'kunskap', '', '1', 'toString'].map(kindsIn)).toEqual([[], [], [], [], []]);
  expect(['Forskare', 'civil servant', 'Boende.', 'invånare'].map(capacityIn)).toEqual(['RESEARCHER', 'OFFICIAL', 'RESIDENT', 'RESIDENT']);
  expect(['näringsliv', '', 'forskare, boende', 'constructor'].map(capacityIn)).toEqual([null, null, null, null]);
  expect(waysIn('läst, upplevt')).toEqual(['READ', 'LIVED']);
});

test('[C6] a row comes in with what its columns say', () => {
  expect(read('Det drar.', 'Amina', 'boende', 'förtrogenhet', 'levt', 'https://a.se/x')).toEqual({
    text: 'Det drar.', author: 'Amina', capacity: 'RESIDENT', kinds: ['FAMILIARITY'], howKnown: ['LIVED'], sourceUrl: 'https://a.se/x', sourceText: null,
  });
  expect(read('Det drar.', ' ', '', '', '', 'Rapport 2015')).toMatchObject({ author: null, capacity: null, kinds: [], sourceUrl: null, sourceText: 'Rapport 2015' });
});

test('[C6] what is not mapped is not stated, whatever the file says', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 5, maxLength: 5 }), (rest) => {
      const row = readRow(['Det drar.', ...rest], 6, { text: 0 });
      expect(row).toMatchObject({ author: null, capacity: null, kinds: [], howKnown: [], sourceUrl: null, sourceText: null });
    }),
  );
});

test('[C6] a row that cannot come in says why', () => {
  expect(codeOf(read('', '', '', '', '', ''))).toBe('import/row-empty');
  expect(codeOf(read('x'.repeat(100_000), '', '', '', '', ''))).toBe('import/row-too-long');
  expect(codeOf(read('kort', '', '', '', '', 'x'.repeat(100_000)))).toBe('import/row-too-long');
  expect(codeOf(read('a\u0000b', '', '', '', '', ''))).toBe('import/row-not-allowed');
  expect(codeOf(read('a', '\u0000', '', '', '', ''))).toBe('import/row-not-allowed');
  expect(codeOf(read('a', 'n'.repeat(121), '', '', '', ''))).toBe('import/row-too-long');
  expect(codeOf(readRow(['för få'], 6, mapping))).toBe('import/row-columns');
  expect(codeOf(readRow(['a', '', '', '', '', '', 'för många'], 6, mapping))).toBe('import/row-columns');
  expect(codeOf(readRow(['a', '', '', '', '', '', '', ''], 6, mapping))).toBe(null);
});

test('[C6] any cell at all gives a row or a coded refusal, and the text is kept as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { minLength: 6, maxLength: 6 }), (cells) => {
      const row = readRow(cells, 6, mapping);
      if (isRefusal(row)) expect(row.refused).toMatch(/^import\/row-/);
      else expect((row as Row).text).toBe((cells[0] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim());
    }),
  );
});

test('[C6] a mapping names columns that the file has', () => {
  expect(asMapping({ text: 0 }, 1)).toEqual({ text: 0, author: null, capacity: null, kinds: null, howKnown: null, source: null });
  for (const wrong of [{ text: 1 }, { text: -1 }, { text: 0.5 }, { text: 0, author: 7 }, { text: Number.NaN }]) {
    expect(codeOf(asMapping(wrong, 1))).toBe('import/column');
  }
});

test('[C6] headings propose a mapping that people can change', () => {
  expect(proposeMapping(['id', 'Kunskapsslag', 'Uttalande', 'Vem', 'Roll', 'Källa'])).toEqual({ kinds: 1, text: 2, author: 3, capacity: 4, source: 5 });
  expect(proposeMapping(['timestamp', 'author-id', 'agrees', 'comment-body'])).toEqual({ author: 1, text: 3 });
  expect(proposeMapping(['Vad som sägs', 'Egenskap', 'Hur man vet det'])).toEqual({ text: 0, capacity: 1, howKnown: 2 });
  expect(proposeMapping(['capacity', 'what is said'])).toEqual({ text: 1, capacity: 0 });
  expect(proposeMapping(['a', 'b'])).toEqual({});
});

test('[C6] the separator is found, also with quotes, line breaks and commas in the cells', () => {
  expect(separatorOf('a;b;c\n"ett, två, tre";"x\ny;z";3\n1,5;2;3\n')).toBe(';');
  expect(separatorOf('a\tb\n1,2\t3\n')).toBe('\t');
  expect(separatorOf('a|b|c\n1|2|3')).toBe('|');
  expect(separatorOf('text,who\n"Hej; du",Bo\n')).toBe(',');
  expect(separatorOf('bara en kolumn\nrad ett\n')).toBe(',');
  expect(separatorOf('')).toBe(',');
});

test('[C6] a word for capacity, kind or way of knowing that nobody understands is named, and what says "not stated" is not', () => {
  const unclear = (...cells: string[]) => notUnderstood(cells, mapping).map(({ part, word }) => `${part}: ${word}`);
  expect(unclear('a', 'b', 'Polis', 'fakta', 'gissning', '')).toEqual(['capacity: polis', 'howKnown: gissning']);
  expect(unclear('a', 'b', 'forskare, boende', 'fakta och magkänsla', 'läst', '')).toEqual(['capacity: forskare, boende', 'kinds: magkänsla']);
  expect(unclear('a', 'b', 'Vet inte', '–', 'ej angivet', '')).toEqual([]);
  expect(notUnderstood(['a', 'b', 'Polis'], { text: 0 })).toEqual([]);
});

test('[C6] a first row is taken for headings unless it can only be something said', () => {
  for (const headings of [['a', 'b'], ['Text', 'Polis'], ['nr', 'Det som folk sa på mötet'], ['']]) expect(looksLikeHeading(headings)).toBe(true);
  for (const said of [['Det är mörkt vid tunneln.', 'Åsa'], ['Åsa', 'boende', 'Mörkt'], ['Mörkt', 'https://a.se'], ['x'.repeat(81)], ['rad\nrad']]) expect(looksLikeHeading(said)).toBe(false);
});

test('[C6] headings that are the same are told apart', () => {
  expect(toldApart(['vem', 'text', 'vem', 'vem'])).toEqual(['vem', 'text', 'vem (2)', 'vem (3)']);
  expect(toldApart(['vem', 'vem', 'vem (2)'])).toEqual(['vem', 'vem (3)', 'vem (2)']);
});
