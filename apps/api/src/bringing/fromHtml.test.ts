import { expect, test } from '@jest/globals';
import type { TextNode } from '@samsyn/domain/export/textNode';
import { pageTextOf, textOf } from './fileText.js';
import { fromHtml } from './fromHtml.js';
import { fromMarkdown } from './fromMarkdown.js';
import { formatOf } from './readFile.js';
import { withFormulas } from './wordFormulas.js';

// A text as an outline: what stands in what, and the words.
function outline(node: TextNode): string {
  if (node.text !== undefined) return node.text;
  const within = (node.content ?? []).map(outline);
  switch (node.type) {
    case 'doc':
      return within.join('\n');
    case 'paragraph':
      return within.join('');
    case 'hard_break':
      return '/';
    case 'footnote':
      return `{${within.join('')}}`;
    case 'table':
      return within.join('\n');
    case 'table_row':
      return `|${within.join('|')}|`;
    case 'table_cell':
      return within.join(' ');
    default:
      return `<${node.type} ${within.join(', ')}>`;
  }
}
const read = (html: string) => fromHtml(html);
const words = (html: string) => outline(read(html).content as TextNode);

test('[X5] a table with cells that reach over several places keeps each figure under its heading', () => {
  const table = `<table><thead><tr><th rowspan=2>År<th colspan=2>Stopp</tr><tr><th>Vår<th>Höst</tr></thead>
    <tr><td rowspan=2>2023<td>14<td>15</tr><tr><td>16<td>17</tr><tr><td colspan=2>Summa<td>62</tr><tr><td colspan=99999 rowspan=x>Slut</tr></table>`;
  expect(words(table).split('\n').slice(0, 5)).toEqual(['|År|Stopp|', '||Vår|Höst|', '|2023|14|15|', '||16|17|', '|Summa||62|'].map((row, at) => (at === 0 ? '|År|Stopp||' : row)));
  // A heading over two columns heads them both.
  expect(read(table).content).toMatchObject({ content: [{ content: [{ content: [{}, {}, { attrs: { header: true } }] }, { content: [{ attrs: { header: true } }, {}, {}] }, {}, {}, {}, {}] }] });
  // What is a table only to stand side by side is text.
  expect(words('<table role=presentation><tr><td>Ett<td><p>Två</table><table><tr><td><h2>Rubrik</h2>Tre</table>')).toBe('Ett\nTvå\nRubrik\nTre');
});

test('[X5] of a page only what it says is its text comes in, also where it stands in a form, and nothing that is hidden', () => {
  const page = `<title>Hissen | Staden</title><body><a href="#m">Hoppa till innehåll</a><form><div role=navigation><a href="/">Hem</a></div>
    <main id=m><p>Nyhet</p><h1>Hissen</h1><p hidden>dolt</p><p style="display: none">dolt</p><p>Den <span aria-hidden=true>★</span>står.</p><div class=back>Baksidan</div></main></form><footer>Kakor</footer>`;
  expect([read(page).title, words(page)]).toEqual(['Hissen', 'Nyhet\nHissen\nDen står.\nBaksidan']);
  expect(read('<title>Vår rapport</title><p>Vår rapport<h1>Inledning</h1>').title).toBe('Vår rapport');
  expect(words('<form><input><p>Ett formulär med text</p></form>')).toBe('Ett formulär med text');
});

test('[X5] figures above and below the line, lines that are set, formulas and lists in lists say what they said', () => {
  expect(words('<p>10<sup>6</sup> m<sup><b>2</b></sup>, CO<sub>2</sub>, 1<sup>st</sup>, 30<sup>[1]</sup>')).toBe('10⁶ m², CO₂, 1st, 30[1]');
  expect(words('<pre>om a\n  så b\n</pre>')).toBe('om a/\u00a0\u00a0så b');
  expect(words('<p>Då <math alttext="a/b"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>.')).toBe('Då a/b.');
  expect(words('<ul>löst<li>Ett</li><ul><li>Under</li></ul><li>Två</li></ul>')).toBe('<bullet_list <list_item löst>, <list_item Ett, <bullet_list <list_item Under>>>, <list_item Två>>');
  expect(words('<p>Ett ord<o:p></o:p>, <st1:place>Malmö</st1:place>.')).toBe('Ett ord, Malmö.');
});

test('[X5] struck words do not become ordinary ones, and it is said which they were; so is what a page shows in other ways', () => {
  const page = '<p>Avgiften är <s>200</s> <span style="text-decoration: line-through">250</span> 300 kr.</p><del><p>Hela stycket</p></del><ul><li><strike>Gjort</strike></li><li>Kvar</li></ul><p style="display:none;mso-hide:all">dolt</p><video></video><iframe src=x></iframe>';
  expect(words(page)).toBe('Avgiften är 300 kr.\n<bullet_list <list_item Kvar>>');
  expect(read(page).differences).toEqual([{ sort: 'STRUCK', count: 4, words: ['200', '250', 'Hela stycket', 'Gjort'] }, { sort: 'HIDDEN', count: 1, words: [] }, { sort: 'EMBEDDED', count: 2, words: [] }]);
  const text = fromMarkdown('Taxan ~~gamla~~ gäller');
  expect([outline(text.content as TextNode), text.differences]).toEqual(['Taxan gäller', [{ sort: 'STRUCK', count: 1, words: ['gamla'] }]]);
});

test('[X5] numbered lists begin where they began, and leap where they leapt', () => {
  const starts = (content: unknown) => (content as TextNode).content?.filter(({ type }) => type === 'ordered_list').map(({ attrs, content: items }) => [attrs?.['start'] ?? 1, items?.length]);
  expect(starts(read('<ol start=4><li>Fyra<li>Fem</ol><p>Emellan<ol><li>Ett<li value=7>Sju<li>Åtta<li><s>Nio</s><li>Tio</ol><ol start=x><li>Ett</ol>').content)).toEqual([[4, 2], [1, 1], [7, 2], [10, 1], [1, 1]]);
  expect(starts(fromMarkdown('3. Tre\n4. Fyra\n\nEmellan\n\n5. Fem').content)).toEqual([[3, 2], [5, 1]]);
});

test('[X5] notes of word processors are notes, and their numbers never run into a figure', () => {
  const writer = '<table><tr><td>År<td>30<a class=sdfootnoteanc name=sdfootnote1anc href="#sdfootnote1sym"><sup>1</sup></a></table><p>Slut<a name=e1a href="#e1s"><sup>i</sup></a></p><div id=sdfootnote1><p><a name=sdfootnote1sym href="#sdfootnote1anc">1</a>Uppskattat.</p><p>Två rader.</p></div><div id=e1><p><a name=e1s href="#e1a">i</a>Slutnot</p></div>';
  expect(words(writer)).toBe('|År|30{Uppskattat. Två rader.}|\nSlut{Slutnot}');
  expect(words('<p>Ord<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Ur protokollet</p></div></div>')).toBe('Ord{Ur protokollet}');
  // What our own files say of whose words these are does not come back as words.
  expect(words('<meta name=generator content=Samsyn><p>Ord<sup class=whose><a id=wr1 href="#w1">¶1</a></sup><sup><a id=nr1 href="#n1" role=doc-noteref>1</a></sup></p><section><h2>Noter</h2><ol><li id=n1><p>Mätt</p><a class=back href="#nr1">Tillbaka</a></li></ol></section><section><h2>Vems ord</h2><ol><li id=w1><p>Skrivet av Siv (enligt filen).</p></li></ol></section>')).toBe('Ord{Mätt}');
  expect(outline(fromMarkdown('Ord[^1][^w1]\n\n[^1]: Mätt\n\n[^w1]: Written by Siv.').content as TextNode)).toBe('Ord{Mätt}');
  // In a file of others that is a note like any.
  expect(outline(fromMarkdown('Ord[^1]\n\n[^1]: Written by Siv in 2019.').content as TextNode)).toBe('Ord{Written by Siv in 2019.}');
  // A list of contents that leads to headings, and they back, is no note.
  expect(words('<p><a id=c1 href="#h1">Kapitel ett</a></p><h2><a id=h1 href="#c1">Kapitel ett</a></h2>')).toBe('Kapitel ett\nKapitel ett');
});

test('[X5] what stands above a Markdown text about itself is not its text; addresses in it can be followed', () => {
  const read = fromMarkdown('---\ntitle: "Hissen: igen"\nauthor:\n  - Siv Öberg\n  - Kim\ntags: [hiss]\n---\n\nSe https://example.org/a och fil.md\n');
  expect([read.title, read.author, outline(read.content as TextNode)]).toEqual(['Hissen: igen', 'Siv Öberg, Kim', 'Se https://example.org/a och fil.md']);
  expect(JSON.stringify(read.content).match(/"href":"[^"]+"/g)).toEqual(['"href":"https://example.org/a"']);
  // Between two rules there may be text.
  expect(outline(fromMarkdown('---\nVi säger: så här.\n\n---\n\nMer').content as TextNode)).toBe('Vi säger: så här.\nMer');
});

test('[X4] a page or text in other letters is read in them', async () => {
  const page = (said: string, ...bytes: number[]) => new Uint8Array([...Buffer.from(`<html><head>${said}</head><body><p>`), ...bytes]);
  const shown = (file: Uint8Array) => words(pageTextOf(file));
  expect(shown(page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', 0xe3, 0xd5, 0xda, 0xcf))).toBe('مصعد');
  expect(shown(page('<meta charset="windows-1251">', 0xcb, 0xe8, 0xf4, 0xf2))).toBe('Лифт');
  expect(shown(page('<meta charset="hittepå">', 0xe5, 0x96))).toBe('å–');
  // Saved anew in UTF-8 while it still says otherwise.
  expect(shown(page('<meta charset="windows-1251">', ...Buffer.from('Лифт')))).toBe('Лифт');
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from('<p>Hissen – står', 'utf16le')]);
  const other = new Uint8Array([0xfe, 0xff, ...Buffer.from('Hissen', 'utf16le').swap16()]);
  expect([await formatOf(wide, 'a.html'), shown(wide), await formatOf(other, 'a.txt'), textOf(other)]).toEqual(['HTML', 'Hissen – står', 'MARKDOWN', 'Hissen']);
});

test('[X4] a text that begins with a brace is a text', async () => {
  const format = (text: string, name: string) => formatOf(new Uint8Array(Buffer.from(text)), name);
  expect([await format('{Hissen} är', 'a.md'), await format('{ "format": 1 }', 'a.md'), await format('{trasig', 'a.json')]).toEqual(['MARKDOWN', 'RECORD', 'RECORD']);
});

test('[X5] a formula of a Word file comes in as a line of signs that says the same', () => {
  const run = (sign: string) => `<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>${sign}</m:t></m:r>`;
  const formula = `<m:oMathPara><m:oMath>${run('x')}${run('=')}<m:f><m:fPr/><m:num>${run('a')}${run('+')}${run('b')}</m:num><m:den>${run('2')}</m:den></m:f>${run('&lt;')}<m:sSup><m:e>${run('10')}</m:e><m:sup>${run('6')}</m:sup></m:sSup></m:oMath></m:oMathPara>`;
  expect(withFormulas(`<w:p>${formula}<w:r><w:t>kvar</w:t></w:r></w:p>`)).toBe('<w:p><w:r><w:t xml:space="preserve">x=(a+b)/2&#60;10^6</w:t></w:r><w:r><w:t>kvar</w:t></w:r></w:p>');
});
