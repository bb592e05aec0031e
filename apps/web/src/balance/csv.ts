import { kinds } from '@samsyn/domain/shared/enums';
import { kindWord } from '../kit/KindMark';
import type { Words } from '../lib/words';
import type { Row } from './rows';

// A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it words again.
const cell = (value: string | number) => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The numbers as a table that spreadsheets open: with a byte order mark, and the separator the language's spreadsheets expect. */
export function balanceCsv(parts: readonly { readonly part: string; readonly rows: readonly Row[] }[], { t, language }: Words): string {
  const heading = [t('balance.columnPart'), t('balance.who'), ...kinds.map((kind) => t(kindWord[kind])), t('balance.notStated'), t('balance.all')];
  const lines = parts.flatMap(({ part, rows }) =>
    rows.map((row) => [part, row.name, ...kinds.map((kind) => row.counts[kind]), row.kindNotStated, row.total]),
  );
  const separator = language === 'sv' ? ';' : ',';
  return `\uFEFF${[heading, ...lines].map((line) => line.map(cell).join(separator)).join('\r\n')}\r\n`;
}
