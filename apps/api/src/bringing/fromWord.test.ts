import { expect, test } from '@jest/globals';
import { broughtLines } from '@samsyn/domain/bringing/broughtLines';
import type { TextNode } from '@samsyn/domain/export/textNode';
import { paragraph, run, wordFile } from '../../test/wordFile.js';
import { fromWord } from './fromWord.js';

async function read(parts: Parameters<typeof wordFile>[0]) {
  const { content, differences, elsewhere } = await fromWord(wordFile(parts));
  return { content: content as TextNode, lines: broughtLines(content as TextNode).map(({ text }) => text), differences, elsewhere };
}

test('[X5] what is hidden in a Word file stays hidden, by whatever it is hidden, and it is said that it was there', async () => {
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="DoldFet"><w:name w:val="Dold fet"/><w:basedOn w:val="Dold"/><w:rPr><w:b/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Anteckning"><w:name w:val="Anteckning"/><w:rPr><w:vanish/></w:rPr></w:style>',
  ].join('');
  const body = [
    paragraph(run('Hissen står') + run(' hos Namnsson', '<w:vanish/>') + run(' i hus 4', '<w:vanish/><w:b/>') + run('.')),
    paragraph(run('Dolt ord', '<w:rStyle w:val="DoldFet"/>') + run('Synligt', '<w:rStyle w:val="Dold"/><w:vanish w:val="0"/>') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    paragraph(run('En hel anteckning'), '<w:pStyle w:val="Anteckning"/>') + paragraph(run('Visas', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Anteckning"/>'),
    `<w:tbl><w:tr><w:tc>${paragraph(run('År'))}</w:tc><w:tc>${paragraph(run('Stopp'))}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph(run('1999'))}</w:tc><w:tc>${paragraph(run('Dold rad'))}</w:tc></w:tr></w:tbl>`,
    // A field that is hidden has a beginning and an end, and no words.
    paragraph('<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText> XE "Hiss" </w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>' + run('Slut')),
  ].join('');
  const footnotes = `<w:footnote w:id="2">${paragraph(run('Mätt') + run(' av Namnsson', '<w:vanish/>'))}</w:footnote>`;
  const { lines, differences } = await read({ body, styles, footnotes });
  expect(lines).toEqual(['Hissen står.', 'Synligt [Mätt]', 'Visas', 'År | Stopp', 'Slut']);
  // How often, and never what.
  expect(differences).toEqual([{ sort: 'HIDDEN', count: 5, words: [] }]);
});

test('[X5] struck words of a Word file do not become ordinary ones; it is said which they were, and what was tracked', async () => {
  const styles = '<w:style w:type="character" w:styleId="Utgar"><w:name w:val="Utgår"/><w:rPr><w:strike/></w:rPr></w:style>';
  const del = (words: string) => `<w:del w:id="1" w:author="Kim"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
  const body = [
    paragraph(run('Avgiften är ') + run('200', '<w:strike/>') + run(' kr', '<w:b/><w:dstrike/>') + run(' 300 kr') + run('.', '<w:strike w:val="0"/>')),
    paragraph(run('Paragrafen utgår', '<w:rStyle w:val="Utgar"/>')),
    paragraph(run('Hissen ska ') + del('inte ') + `<w:ins w:id="2" w:author="Kim">${run('genast ')}</w:ins>` + run('lagas')),
    paragraph(run('Ett ') + del('helt '), '<w:rPr><w:del w:id="3" w:author="Kim"/></w:rPr>') + paragraph(run('stycke')),
  ].join('');
  const { lines, differences } = await read({ body, styles });
  expect(lines).toEqual(['Avgiften är 300 kr.', 'Hissen ska genast lagas', 'Ett stycke']);
  expect(differences).toEqual([
    { sort: 'DELETED', count: 2, words: [] },
    { sort: 'INSERTED', count: 1, words: [] },
    { sort: 'STRUCK', count: 2, words: ['200 kr', 'Paragrafen utgår'] },
  ]);
});

test('[X5] charts, diagrams, objects and boxes with text that do not come in are told by their sort', async () => {
  const graphic = (inner: string) => `<w:drawing><wp:inline><a:graphic><a:graphicData uri="x">${inner}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
  const drawn = (words: string) => graphic(`<wps:wsp><wps:txbx>${box(words)}</wps:txbx></wps:wsp>`);
  const body = [
    paragraph(run('Före')),
    paragraph(`<w:r>${graphic('<c:chart r:id="rId9"/>')}</w:r><w:r>${graphic('<c:chart r:id="rId9"/>')}</w:r><w:r>${graphic('<dgm:relIds r:dm="rId9"/>')}</w:r>`),
    paragraph('<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r>'),
    // As old word processors find it too, its words come in; drawn only anew, they are told.
    paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn('I en ruta')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('I en ruta')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`),
    paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn('Bara ritad')}</mc:Choice></mc:AlternateContent></w:r><w:r>${drawn('')}</w:r>`),
  ].join('');
  const { lines, differences } = await read({ body });
  expect(lines).toEqual(['Före', 'I en ruta']);
  expect(differences).toEqual([
    { sort: 'CHART', count: 2, words: [] },
    { sort: 'DIAGRAM', count: 1, words: [] },
    { sort: 'EMBEDDED', count: 1, words: [] },
    { sort: 'TEXT_BOX', count: 1, words: ['Bara ritad'] },
  ]);
});

test('[X5] a numbered list of a Word file keeps its numbers: begun elsewhere, gone on with after other words, begun anew', async () => {
  const level = (at: number, format = 'decimal', start = 1, style = '') => `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${style}</w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 3, '<w:pStyle w:val="Num"/>')}${level(1)}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet')}</w:abstractNum>`,
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>',
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
  ].join('');
  const styles = '<w:style w:type="paragraph" w:styleId="Num"><w:name w:val="Num"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>';
  const item = (text: string, list = 5, at = 0) => paragraph(text === '' ? '' : run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const body = [item('Tre'), item('Under', 5, 1), item('Under två', 5, 1), item('Fyra'), paragraph(run('Emellan')), paragraph(run('Fem'), '<w:pStyle w:val="Num"/>'), item('Punkt', 6), item('Nio', 7), item('Tio', 7)].join('');
  const { content } = await read({ body, numbering, styles });
  const outline = (node: TextNode): unknown => (node.text !== undefined ? node.text : node.type === 'paragraph' ? (node.content ?? []).map(outline).join('') : [...(node.type === 'ordered_list' ? [node.attrs?.['start'] ?? 1] : node.type === 'bullet_list' ? ['-'] : []), ...(node.content ?? []).map(outline)]);
  expect((content.content ?? []).map(outline)).toEqual([[3, ['Tre', [1, ['Under'], ['Under två']]], ['Fyra']], 'Emellan', [5, ['Fem']], ['-', ['Punkt']], [9, ['Nio'], ['Tio']]]);
});

test('[X5] a figure that is only lifted stands above the line, and a picture that lies elsewhere is told of', async () => {
  const points = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/>';
  const picture = '<w:r><w:drawing><wp:inline><wp:docPr descr="Huset"/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const body = paragraph(run('10') + run('6', '<w:position w:val="8"/><w:sz w:val="19"/>') + run(' H') + run('2', '<w:position w:val="-2"/>') + run('O') + picture);
  const { lines, elsewhere } = await read({ body, points });
  expect([lines, elsewhere]).toEqual([['10⁶ H₂O'], 1]);
});

test('[X5] a paragraph set in as a quotation is one, by the names several word processors have for it', async () => {
  const names = ['Quote', 'Quotations', 'Block Text'];
  const styles = names.map((name, at) => `<w:style w:type="paragraph" w:styleId="S${at}"><w:name w:val="${name}"/></w:style>`).join('');
  const { content } = await read({ styles, body: names.map((name, at) => paragraph(run(name), `<w:pStyle w:val="S${at}"/>`) + paragraph(run('emellan'))).join('') });
  expect(content.content?.map(({ type }) => type)).toEqual(names.flatMap(() => ['blockquote', 'paragraph']));
});
