import type { Dossier, Entry, Fact } from '@samsyn/domain/export/dossier';
import { Document, HeadingLevel, LevelFormat, LineRuleType, Packer, Paragraph, TextRun } from 'docx';
import type { Picture } from './picture.js';
import { WordText } from './wordText.js';

/** A framing as a Word file: its own notes as footnotes, whose words and which knowledge as comments on the very words. */
export async function wordOf(dossier: Dossier, pictures: readonly Picture[]): Promise<Uint8Array> {
  const { language, title, made, notes, whose, words } = dossier;
  const text = new WordText(dossier, new Map(pictures.map((picture) => [picture.id, picture])));
  const heading = (said: string, level: 1 | 2): Paragraph => text.line([{ kind: 'words', text: said }], { heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
  const facts = (all: readonly Fact[]): Paragraph[] => all.map(({ term, pieces }) => text.line([{ kind: 'words', text: `${term}: `, em: true }, ...pieces], { style: 'Fact' }));
  const entry = ({ title: who, blocks, facts: about }: Entry) => [heading(who, 2), ...text.blocks(blocks), ...facts(about)];
  const children = [
    text.line([{ kind: 'words', text: title }], { heading: HeadingLevel.TITLE }),
    ...facts(dossier.facts),
    ...dossier.bounds.flatMap((bound) => [heading(bound.title, 1), ...text.blocks(bound.blocks)]),
    heading(dossier.textTitle, 1),
    ...text.blocks(dossier.body),
    ...(dossier.sources.length === 0 ? [] : [heading(words.sources, 1)]),
    ...dossier.sources.map(({ number, pieces }) => text.line([{ kind: 'words', text: `[${number}] ` }, ...pieces])),
    heading(words.knew, 1),
    text.line([{ kind: 'words', text: dossier.knew.length === 0 ? words.knewNone : words.knewHow }]),
    ...dossier.knew.flatMap(entry),
  ];
  const document = new Document({
    title,
    creator: dossier.authors.join(', ') || 'Samsyn',
    lastModifiedBy: 'Samsyn',
    styles: {
      default: {
        document: { run: { font: { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman' }, size: 22, language: { value: language === 'sv' ? 'sv-SE' : 'en-GB', bidirectional: 'ar-SA' } }, paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } } },
        title: { run: { size: 44, bold: true } },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 260, after: 80 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
      paragraphStyles: [
        { id: 'Fact', name: 'Fact', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 40 } } },
        // What names a column is seen to, and says so by its style: bold words would come back as words somebody stressed.
        { id: 'Column', name: 'Column', basedOn: 'Normal', run: { bold: true } },
        { id: 'Quotation', name: 'Quotation', basedOn: 'Normal', paragraph: { indent: { start: 500 } } },
      ],
    },
    numbering: { config: [...text.numberings].map(([reference, start]) => ({ reference, levels: Array.from({ length: 9 }, (_, level) => ({ level, start, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, style: { paragraph: { indent: { start: 500 * (level + 1), hanging: 360 } } } })) })) },
    footnotes: Object.fromEntries(notes.map(({ number, pieces }) => [number, { children: [text.line(pieces)] }])),
    comments: {
      children: whose.map(({ number, names, lines }) => ({ id: number, author: names, initials: initialsOf(names), date: new Date(made), children: lines.map((pieces) => new Paragraph({ children: [new TextRun(pieces.map((piece) => (piece.kind === 'words' ? piece.text : '')).join(''))] })) })),
    },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

// What Word draws beside a comment.
function initialsOf(names: string): string {
  return names.split(/[\s(]+/).slice(0, 2).map((part) => [...part][0] ?? '').join('').toUpperCase();
}
