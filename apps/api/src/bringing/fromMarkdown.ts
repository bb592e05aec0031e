import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Converted } from './converted.js';
import { fromHtml } from './fromHtml.js';
import { withoutFrontMatter } from './frontMatter.js';
import { saysWhose } from './saysWhose.js';

/** The text of a Markdown file; HTML in it is read as HTML is. */
export function fromMarkdown(file: string): Converted {
  const { text, title, author } = withoutFrontMatter(file);
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.use(footnotes);
  const read = fromHtml(markdown.render(text), new Map(), saysWhose(/^\[\^w1\]: (.*)$/m.exec(text)?.[1] ?? ''));
  return { ...read, title: read.title || title, author };
}
