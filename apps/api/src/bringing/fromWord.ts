import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Converted, FoundPicture } from './converted.js';
import { Differences } from './differences.js';
import { fromHtml } from './fromHtml.js';
import { repacked } from './unpack.js';
import { commentsAsNotes } from './wordComments.js';
import { numberMark } from './wordUnseen.js';

// A table of contents is made from the headings, and its page numbers are of another paper.
const styles = ["p[style-name^='toc '] => !", "p[style-name='TOC Heading'] => !", "p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='Quotation'] => blockquote > p:fresh", "p[style-name='Quotations'] => blockquote > p:fresh", "p[style-name='Block Text'] => blockquote > p:fresh", "p[style-name='Intense Quote'] => blockquote > p:fresh"];

/** The text of a Word file. */
export async function fromWord(file: Uint8Array): Promise<Converted> {
  const differences = new Differences();
  const packed = repacked(file, differences);
  const pictures: FoundPicture[] = [];
  const names = new Map<string, string>();
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(packed) },
    {
      styleMap: styles,
      // A part that only points outside the file is never followed; it is counted.
      externalFileAccess: false,
      transformDocument: (document: Parameters<typeof commentsAsNotes>[0]) => commentsAsNotes(document, names),
      convertImage: mammoth.images.imgElement(async (image) => {
        const bytes = await image.readAsBuffer().catch(() => null);
        if (bytes === null) return { src: '' };
        const key = `found-${pictures.length}`;
        pictures.push({ key, bytes: new Uint8Array(bytes) });
        return { src: `brought:${key}` };
      }),
    } as Parameters<typeof mammoth.convertToHtml>[1],
  );
  const numbered = value.replaceAll(/<li>(<a id="nr-\d{1,9}"><\/a>)/g, (_item, mark: string) => mark.replace(numberMark, '<li value="$1">')).replaceAll(numberMark, '');
  const read = fromHtml(numbered, names, false, differences);
  return { ...read, author: authorOf(packed), pictures };
}

// Who the file says wrote it: its first property of that name.
function authorOf(packed: Uint8Array): string {
  const core = unzipSync(packed, { filter: ({ name }) => name === 'docProps/core.xml' })['docProps/core.xml'];
  const said = core === undefined ? '' : (/<dc:creator>([^<]{0,400})<\/dc:creator>/.exec(new TextDecoder().decode(core))?.[1] ?? '');
  return said.replace(/&amp;/g, '&').replace(/&[a-z#0-9]+;/gi, ' ').trim();
}
