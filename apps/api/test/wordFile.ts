import { zipSync } from 'fflate';

const bytes = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const names = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/** A run of a Word file, with what is said of how it looks. */
export function run(text: string, look = ''): string {
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of one. */
export function paragraph(content: string, about = ''): string {
  return `<w:p>${about === '' ? '' : `<w:pPr>${about}</w:pPr>`}${content}</w:p>`;
}

/** A Word file, part by part as a word processor packs it. */
export function wordFile({ body, styles = '', numbering = '', footnotes = '', points = '', document }: { body?: string; styles?: string; numbering?: string; footnotes?: string; points?: string; document?: string }): Uint8Array {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return zipSync({
    '[Content_Types].xml': bytes(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/></Types>`),
    '_rels/.rels': bytes(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/_rels/document.xml.rels': bytes(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'numbering', 'footnotes'].map((part, at) => `<Relationship Id="rId${at + 1}" Type="${office}/${part}" Target="${part}.xml"/>`).join('')}${points}</Relationships>`),
    'word/styles.xml': bytes(`<w:styles ${names}>${styles}</w:styles>`),
    'word/numbering.xml': bytes(`<w:numbering ${names}>${numbering}</w:numbering>`),
    'word/footnotes.xml': bytes(`<w:footnotes ${names}>${footnotes}</w:footnotes>`),
    'word/document.xml': document === undefined ? bytes(`<w:document ${names}><w:body>${body ?? ''}</w:body></w:document>`) : new TextEncoder().encode(document),
  });
}
