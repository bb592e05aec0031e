import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Converted } from './converted.js';
import { fromHtml } from './fromHtml.js';

/** The text of a Markdown file; HTML in it is read as HTML is. */
export function fromMarkdown(text: string): Converted {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  markdown.use(footnotes);
  return fromHtml(markdown.render(text));
}
