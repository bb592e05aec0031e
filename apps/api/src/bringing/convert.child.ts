import { works } from '../core/apart.child.js';
import type { Converted } from './converted.js';
import { pageTextOf, textOf } from './fileText.js';

/** What is asked of the process that reads files. */
export interface ToRead {
  readonly format: 'WORD' | 'MARKDOWN' | 'HTML';
  readonly bytes: Uint8Array;
}

works(async ({ format, bytes }: ToRead): Promise<Converted> => {
  if (format === 'WORD') return (await import('./fromWord.js')).fromWord(bytes);
  if (format === 'HTML') return (await import('./fromHtml.js')).fromHtml(pageTextOf(bytes));
  return (await import('./fromMarkdown.js')).fromMarkdown(textOf(bytes));
});
