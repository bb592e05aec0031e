import { expect, test } from '@jest/globals';
import { broughtLines } from '@samsyn/domain/bringing/broughtLines';
import type { TextNode } from '@samsyn/domain/export/textNode';
import { CommentReference, Document, FootnoteReferenceRun, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import { installed } from '../../test/installed.js';
import type { Somebody } from '../../test/installation.js';
import { aRoom, type Room } from '../../test/room.js';
import { Writing } from '../writing/writing.js';

const here = await installed();
const writing = here.app.get(Writing, { strict: false });
const [amina, olle, rut] = [await here.people.aResident('Amina'), await here.people.anOfficial('Olle'), await here.people.aResearcher('Rut')];
const arabic = 'المصعد متوقف كل شتاء';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAGklEQVR4nO3BMQEAAADCoPVP7W8GoAAAAOANDi4AAWSBPj4AAAAASUVORK5CYII=', 'base64');

async function anAllianceOf(...people: Somebody[]): Promise<Room & { problemId: string }> {
  const room = await aRoom(here, 'CLOSED');
  await room.takesPart(...people);
  return { ...room, problemId: (await here.db.query('select id from problem where alliance_id = $1', [room.allianceId])).rows[0].id as string };
}

async function brings(who: Somebody, allianceId: string, name: string, file: string | Uint8Array): Promise<{ id?: string; code?: string }> {
  const answer = await who.fetch(`/bring?alliance=${allianceId}&name=${encodeURIComponent(name)}`, { method: 'POST', body: typeof file === 'string' ? file : Buffer.from(file), headers: { 'content-type': 'application/octet-stream' } });
  const body = (await answer.json()) as { id?: string; errors?: { extensions: { code: string } }[] };
  return body.id === undefined ? { code: body.errors?.[0]?.extensions.code ?? '' } : { id: body.id };
}

const SHOWN = 'query($id: ID!) { bringing(id: $id) { format state title author signed origin elsewhere differences { sort count words } content paragraphs { number text heading } rights { verb may } } }';
const OPEN = 'mutation($id: ID!, $problemId: ID!, $name: String!, $author: String, $descriptions: [BroughtDescription!]) { bringAsFraming(id: $id, problemId: $problemId, name: $name, author: $author, descriptions: $descriptions) { state opened framing { id name belongs } } }';
const GIVE = 'mutation($id: ID!, $framingId: ID, $picks: [BroughtPick!]!) { bringAsContributions(id: $id, framingId: $framingId, picks: $picks) { state contributions } }';
const UNDO = 'mutation($id: ID!) { undoBringing(id: $id) { state } }';

const pieces = (node: TextNode): [string, unknown][] => (node.text === undefined ? (node.content ?? []).flatMap(pieces) : [[node.text, node.by]]);

async function aWordFile(): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  return Packer.toBuffer(
    new Document({
      creator: 'Siv Öberg',
      comments: { children: [['Kim', 'Stämmer det?'], ['Samsyn', 'Skrivet av Siv.']].map(([author = '', said = ''], id) => ({ id, author, date: new Date(0), children: [new Paragraph(said)] })) },
      footnotes: { 1: { children: [new Paragraph('Sedan 2024')] } },
      sections: [{
        children: [
          new Paragraph({ text: 'Hissen', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Vad vi sett', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun('Den står '), new TextRun({ text: 'stilla', bold: true }), new TextRun('.'), new FootnoteReferenceRun(1), new TextRun({ children: [new CommentReference(0), new CommentReference(1)] })] }),
          new Paragraph({ bidirectional: true, children: [new TextRun({ text: arabic, rightToLeft: true })] }),
          new Table({ rows: [new TableRow({ tableHeader: true, children: [cell('År'), cell('Stopp')] }), new TableRow({ children: [cell('2023'), cell('14')] })] }),
          new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation: { width: 40, height: 30 }, altText: { name: 'bild', title: '', description: 'Trapphuset' } })] }),
          new Paragraph({ children: [new ImageRun({ type: 'png', data: Buffer.from('ingen bild alls'), transformation: { width: 40, height: 30 } })] }),
        ],
      }],
    }),
  );
}

test('[X5] a Word file is shown, becomes a framing whose words are as the file states, and can be undone', async () => {
  const room = await anAllianceOf(amina, olle);
  const { id } = await brings(amina, room.allianceId, 'Hissen.docx', await aWordFile());
  const { bringing } = await amina.asks(SHOWN, { id });
  expect(bringing).toMatchObject({ format: 'WORD', state: 'PREVIEW', title: 'Hissen', author: 'Siv Öberg', signed: false });
  expect(bringing.paragraphs.map((one: { text: string }) => one.text)).toEqual(['Vad vi sett', 'Den står stilla. [Sedan 2024] [Kim: Stämmer det?]', arabic, 'År | Stopp\n2023 | 14']);
  const pictures = bringing.content.content.filter((node: TextNode) => node.type === 'picture');
  expect(pictures.map((node: TextNode) => node.attrs?.['description'])).toEqual(['Trapphuset']);
  expect(bringing.differences).toEqual([{ sort: 'PICTURE', count: 1, words: [] }]);
  // Nobody outside sees what is on its way in.
  expect((await rut.asks(SHOWN, { id })).bringing).toBeNull();

  const { bringAsFraming } = await amina.asks(OPEN, { id, problemId: room.problemId, name: 'Hissen', author: 'Siv Öberg' });
  const { content, actorIds } = await writing.attributedReadingOf(bringAsFraming.framing.id);
  expect(actorIds).toEqual([]);
  expect(new Set(pieces(content as TextNode).map(([, by]) => JSON.stringify(by)))).toEqual(new Set(['Siv Öberg', 'Kim'].map((stated) => JSON.stringify({ actorId: null, stated }))));
  expect(broughtLines(content as TextNode)).toEqual(bringing.paragraphs);
  expect((await olle.fetch(`/media/${pictures[0].attrs.media}`)).status).toBe(200);
  expect((await rut.fetch(`/media/${pictures[0].attrs.media}`)).status).toBe(404);

  expect((await olle.asks(UNDO, { id })).undoBringing.state).toBe('UNDONE');
  expect((await here.db.query('select 1 from framing where id = $1', [bringAsFraming.framing.id])).rows).toEqual([]);
  expect((await olle.fetch(`/media/${pictures[0].attrs.media}`)).status).toBe(404);
});

test('[X5] a framing that somebody has written in since is not undone with its file', async () => {
  const room = await anAllianceOf(amina);
  const { id } = await brings(amina, room.allianceId, 'a.md', 'Ord');
  const { bringAsFraming } = await amina.asks(OPEN, { id, problemId: room.problemId, name: 'Ord' });
  await writing.setField(bringAsFraming.framing.id, 'BELONGS', 'Allt', amina.id);
  expect((await amina.ask(UNDO, { id })).errors?.[0]?.extensions.code).toBe('bring/written-since');
  expect((await writing.attributedReadingOf(bringAsFraming.framing.id)).content.content).toHaveLength(1);
});

test('[X5] ticked paragraphs become contributions of those who are named, never of whoever brings them', async () => {
  const room = await anAllianceOf(amina, olle);
  const { id } = await brings(olle, room.allianceId, 'möte.md', '# Möte\n\nJag bär barnvagnen.\n\n- Hissen[^1]\n\n[^1]: Hus 4\n\n<script>alert(1)</script><p onclick="x">Från <b>HTML</b></p>');
  const { bringing } = await olle.asks(SHOWN, { id });
  expect([bringing.title, bringing.paragraphs.map((one: { text: string }) => one.text)]).toEqual(['Möte', ['Jag bär barnvagnen.', 'Hissen [Hus 4]', 'Från HTML']]);
  expect((await olle.ask(GIVE, { id, picks: [] })).errors?.[0]?.extensions.code).toBe('bring/nothing-chosen');
  const picks = [{ number: 2, kinds: [], howKnown: [] }, { number: 1, kinds: ['FAMILIARITY'], howKnown: ['LIVED'], author: 'Siv' }, { number: 99, kinds: [], howKnown: [] }];
  expect((await olle.asks(GIVE, { id, framingId: room.framingId, picks })).bringAsContributions).toEqual({ state: 'DONE', contributions: 2 });
  const { rows } = await here.db.query('select text, kinds::text[], stated_author, (select array_agg(actor_id) from contribution_author x where x.contribution_id = c.id) as actors from contribution c where import_id = $1 order by import_row', [id]);
  expect(rows).toEqual([{ text: 'Jag bär barnvagnen.', kinds: ['FAMILIARITY'], stated_author: 'Siv', actors: [null] }, { text: 'Hissen [Hus 4]', kinds: [], stated_author: null, actors: [null] }]);
  await olle.asks(UNDO, { id });
  expect((await here.db.query('select 1 from contribution where import_id = $1', [id])).rows).toEqual([]);
  expect((await olle.ask(GIVE, { id, picks })).errors?.[0]?.extensions.code).toBe('import/state');
});

test('[X3] what we signed comes back with the same authors, character by character, and points at the same contributions', async () => {
  const room = await anAllianceOf(amina, olle);
  const give = 'mutation($input: Give!) { give(input: $input) { id } }';
  const known = (await amina.asks(give, { input: { allianceId: room.allianceId, framingId: room.framingId, text: 'Jag bär', kinds: ['FAMILIARITY'], howKnown: [] } })).give.id as string;
  const first = await brings(amina, room.allianceId, 'a.md', `Hissen **står** stilla. 🙂\n\n${arabic}`);
  const { framing } = (await amina.asks(OPEN, { id: first.id, problemId: room.problemId, name: 'Hissen', author: 'Siv' })).bringAsFraming;
  await writing.apply(framing.id, (document) => {
    const [line] = document.getXmlFragment('text').toArray() as import('yjs').XmlElement[];
    const text = line?.get(0) as import('yjs').XmlText;
    text.insert(0, 'Olle säger: ', {});
    text.format(0, 4, { 'contribution--abcdefgh': { id: known } });
  }, olle.id, 'IMPORT');
  const was = await writing.attributedReadingOf(framing.id);
  expect(new Set(pieces(was.content as TextNode).map(([, by]) => (by as { actorId: string | null }).actorId))).toEqual(new Set([olle.id, null]));
  const file = await (await amina.fetch(`/export/${framing.id}.json`)).text();

  const again = async (text: string, into: { allianceId: string; problemId: string }) => {
    const { id } = await brings(amina, into.allianceId, 'hissen.json', text);
    const { bringing } = await amina.asks(SHOWN, { id });
    const opened = (await amina.asks(OPEN, { id, problemId: into.problemId, name: bringing.title })).bringAsFraming.framing;
    return { bringing, framing: opened, content: (await writing.attributedReadingOf(opened.id)).content as TextNode };
  };
  const back = await again(file, room);
  expect(back.bringing).toMatchObject({ format: 'RECORD', signed: true, title: 'Hissen' });
  expect(back.content).toEqual(was.content);
  // The file of the copy says the same of the same characters.
  const [one, other] = [JSON.parse(file) as Record<string, unknown>, (await (await amina.fetch(`/export/${back.framing.id}.json`)).json()) as Record<string, unknown>];
  expect(other['runs']).toEqual(one['runs']);

  // In another alliance the contribution is quoted, by its id and where it is.
  const elsewhere = await anAllianceOf(amina);
  const quoted = await again(file, elsewhere);
  expect(pieces(quoted.content)).toEqual(pieces(was.content as TextNode));
  expect(JSON.stringify(quoted.content)).not.toContain('"contribution"');
  expect((await here.db.query('select title, authors, note, url from source where framing_id = $1', [quoted.framing.id])).rows).toEqual([{ title: 'Jag bär', authors: 'Amina', note: known, url: `http://127.0.0.1:4000/c/${known}` }]);

  // One letter changed, and nobody here is its author any more.
  const changed = await again(file.replace(' säger: ', ' lovar: '), room);
  expect(changed.bringing.signed).toBe(false);
  expect(pieces(changed.content).map(([, by]) => by)).toContainEqual({ actorId: null, stated: 'Olle' });
  expect((await writing.attributedReadingOf(changed.framing.id)).actorIds).toEqual([]);
});

test('[X4] what cannot be read is refused by its code, and leaves nothing behind', async () => {
  const room = await anAllianceOf(amina);
  const document = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Ord</w:t></w:r></w:p></w:body></w:document>';
  const bytes = (text: string) => new TextEncoder().encode(text);
  const whole = await aWordFile();
  const code = async (name: string, file: string | Uint8Array) => (await brings(amina, room.allianceId, name, file)).code;
  expect(await code('bomb.docx', zipSync({ 'word/document.xml': bytes(document), 'word/media/a.xml': new Uint8Array(40 * 1024 * 1024) }))).toBe('bring/packed');
  expect(await code('many.docx', zipSync(Object.fromEntries([['word/document.xml', bytes(document)], ...Array.from({ length: 2_500 }, (_, at) => [`word/${at}.xml`, bytes('x')])])))).toBe('bring/packed');
  expect(await code('half.docx', whole.slice(0, whole.length / 2))).toBe('bring/broken');
  expect(await code('empty.docx', zipSync({ 'word/document.xml': bytes('<w:document') }))).toBe('bring/broken');
  expect(await code('sheet.zip', zipSync({ 'xl/workbook.xml': bytes('<x/>') }))).toBe('bring/kind');
  expect(await code('picture.docx', png)).toBe('bring/broken');
  expect(await code('picture.md', png)).toBe('bring/kind');
  expect(await code('deep.json', `{"format":"samsyn/framing","version":1,"content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).toMatch(/^bring\/(broken|empty)$/);
  expect(await code('other.json', '{"a":1}')).toBe('bring/kind');
  expect(await code('deep.html', `<html>${'<div>'.repeat(100_000)}x`)).toMatch(/^bring\/(broken|empty)$/);
  expect(await code('nothing.md', ' \n ')).toBe('bring/empty');
  expect(await code('large.md', new Uint8Array(10 * 1024 * 1024 + 1).fill(120))).toBe('bring/too-large');
  expect(await code('long.md', 'ord '.repeat(200_000))).toBe('bring/too-long');
  expect((await brings(rut, room.allianceId, 'a.md', 'Ord')).code).toBe('not-found');
  expect((await brings(here.people.nobody(), room.allianceId, 'a.md', 'Ord')).code).toBe('session/none');
  expect((await here.db.query('select 1 from bringing where alliance_id = $1', [room.allianceId])).rows).toEqual([]);
}, 60_000);

test('[X4] nothing that a page points at is fetched', async () => {
  const room = await anAllianceOf(amina);
  let asked = 0;
  const { createServer } = await import('node:http');
  const elsewhere = createServer((_request, answer) => {
    asked += 1;
    answer.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as { port: number };
  const { id } = await brings(amina, room.allianceId, 'a.html', `<!doctype html><link rel=stylesheet href="http://127.0.0.1:${port}/a.css"><p>Ord<img src="http://127.0.0.1:${port}/a.png" alt="Bild"><a href="javascript:alert(1)">länk</a></p>`);
  const { bringing } = await amina.asks(SHOWN, { id });
  expect([bringing.elsewhere, JSON.stringify(bringing.content)]).toEqual([1, expect.not.stringContaining('javascript')]);
  elsewhere.close();
  expect(asked).toBe(0);
});

test('[X5] a file as a Swedish word processor writes it keeps its headings, and of what was struck out nothing', async () => {
  const room = await anAllianceOf(amina);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const run = (text: string, more = '') => `<w:r>${more}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = [
    `<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Toc1"/>${run('Trapphuset')}<w:bookmarkEnd w:id="0"/></w:p>`,
    `<w:sdt><w:sdtContent><w:p>${run('Det är ')}<w:proofErr w:type="spellStart"/><w:ins w:id="1" w:author="Kim" w:date="2026-01-01T00:00:00Z">${run('mycket ')}</w:ins><w:del w:id="2" w:author="Kim"><w:r><w:delText>inte </w:delText></w:r></w:del>${run('kallt', '<w:rPr><w:b/></w:rPr>')}<w:r><w:tab/></w:r>${run('i januari.')}</w:p></w:sdtContent></w:sdt>`,
    `<w:p><w:pPr><w:pStyle w:val="Liststycke"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>${run('Element')}</w:p>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "javascript:alert(1)" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('länk')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    `<w:p><w:r><w:drawing/></w:r>${run('Slut')}</w:p>`,
  ].join('');
  const file = zipSync({
    '[Content_Types].xml': bytes('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': bytes('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
    'word/_rels/document.xml.rels': bytes('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>'),
    'word/styles.xml': bytes(`<?xml version="1.0"?><w:styles ${w}><w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Liststycke"><w:name w:val="List Paragraph"/></w:style></w:styles>`),
    'word/numbering.xml': bytes(`<?xml version="1.0"?><w:numbering ${w}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`),
    'word/document.xml': bytes(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
  });
  const { id } = await brings(amina, room.allianceId, 'Trapphuset.docx', file);
  const { bringing } = await amina.asks(SHOWN, { id });
  expect(bringing.title).toBe('Trapphuset');
  expect(bringing.paragraphs.map((one: { text: string }) => one.text)).toEqual(['Det är mycket kallt i januari.', 'Element', 'länk', 'Slut']);
  expect(bringing.differences).toEqual([{ sort: 'INSERTED', count: 1, words: [] }, { sort: 'DELETED', count: 1, words: [] }]);
  expect(bringing.content.content[1].type).toBe('bullet_list');
  expect(JSON.stringify(bringing.content)).not.toContain('javascript');
});
