import { expect, test } from '@jest/globals';
import { soundText } from '@samsyn/domain/bringing/soundText';
import type { TextNode } from '@samsyn/domain/export/textNode';
import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { inflateSync } from 'node:zlib';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, type Room } from '../../test/room.js';
import { fromWord } from '../bringing/fromWord.js';
import { Writing } from '../writing/writing.js';
import { Signing } from './signing.js';

const here = await installed();
const amina = await here.people.aResident('Amina <b>"Hissen"</b>');
const olle = await here.people.anOfficial('Olle');
const outside = await here.people.aResearcher('Rut');
const writing = here.app.get(Writing, { strict: false });

const arabic = 'المصعد متوقف كل شتاء';

function element(name: string, attributes: Record<string, unknown>, ...content: (Y.XmlElement | Y.XmlText | string)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, content.map((one) => (typeof one === 'string' ? new Y.XmlText(one) : one)));
  return made;
}

function aTable(): Y.XmlElement {
  const row = (header: boolean, ...cells: string[]): Y.XmlElement => element('table_row', {}, ...cells.map((text) => element('table_cell', header ? { header } : {}, element('paragraph', {}, text))));
  return element('table', {}, row(true, 'År', 'Stopp'), row(false, '2024', '1 | 2'));
}

async function writes(room: Room, actorId: string | null, ...blocks: (() => Y.XmlElement)[]): Promise<void> {
  await writing.apply(room.framingId, (document) => {
    const text = document.getXmlFragment('text');
    text.insert(text.length, blocks.map((block) => block()));
  }, actorId, 'IMPORT');
}

async function aFraming(visibility: 'OPEN' | 'CLOSED' = 'OPEN'): Promise<{ room: Room; known: string; withdrawn: string }> {
  const room = await aRoom(here, visibility);
  await room.takesPart(amina, olle);
  const give = async (text: string, state: string): Promise<string> => {
    const { rows } = await here.db.query(
      `insert into contribution (alliance_id, framing_id, text, kinds, how_known, state) values ($1, $2, $3, '{FAMILIARITY}', '{LIVED}', $4::"ContributionState") returning id`,
      [room.allianceId, room.framingId, text, state],
    );
    await here.db.query(`insert into contribution_author (contribution_id, alliance_id, actor_id, capacity) values ($1, $2, $3, 'RESIDENT')`, [rows[0].id, room.allianceId, amina.id]);
    return rows[0].id as string;
  };
  const known = await give('Jag bär barnvagnen', 'GIVEN');
  const withdrawn = await give('Hemligt återtaget', 'WITHDRAWN');
  await writes(room, amina.id,
    () => element('paragraph', { level: 2 }, 'Hissen & <script>alert(1)</script>'),
    () => {
      const words = new Y.XmlText();
      words.insert(0, 'Den står stilla.', { 'contribution--abcdefgh': { id: known } });
      return element('paragraph', {}, words, element('footnote', {}, 'Sedan *2024*'));
    },
  );
  await writes(room, olle.id, () => element('paragraph', {}, arabic), aTable);
  return { room, known, withdrawn };
}

test('[X1] whoever may read a framing takes it along as a web page, and nothing written in it becomes markup', async () => {
  const { room, known, withdrawn } = await aFraming();
  const answer = await outside.fetch(`/export/${room.framingId}.html?language=sv`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="Kyla.html"; filename*=UTF-8''Kyla.html`);
  const page = await answer.text();
  expect(page).not.toMatch(/<script|<b>/);
  expect(page).toContain('<html lang="sv"');
  expect(page).toMatch(new RegExp(`<p dir="rtl">${arabic}`));
  expect(page).toContain('Skrivet av Amina &#60;b&#62;');
  expect(page).toContain(`/c/${known}`);
  expect(page).not.toContain(withdrawn);
  expect(page).not.toContain('Hemligt');
});

test('[X1] a closed alliance’s framing is taken along by those who take part, and for others it is not there', async () => {
  const { room } = await aFraming('CLOSED');
  for (const format of ['html', 'md', 'json', 'docx', 'pdf']) {
    for (const who of [outside, here.people.nobody()]) {
      const answer = await who.fetch(`/export/${room.framingId}.${format}`);
      expect([answer.status, (await answer.json() as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([404, 'not-found']);
    }
  }
  expect((await olle.fetch(`/export/${room.framingId}.md`)).status).toBe(200);
  for (const wrong of [`${randomUUID()}.md`, `${room.framingId}.exe`, `${room.framingId}.md.exe`, 'x.md']) expect((await olle.fetch(`/export/${wrong}`)).status).toBe(404);
});

test('[C12] what was given in another alliance is not taken along, although the text points at it, also by whoever reads both', async () => {
  const secret = await aFraming('CLOSED');
  const room = await aRoom(here);
  await room.takesPart(amina);
  await writes(room, amina.id, () => {
    const words = new Y.XmlText();
    words.insert(0, 'Som vi sade', { 'contribution--abcdefgh': { id: secret.known } });
    return element('paragraph', {}, words);
  });
  // As on the screen: the text shows nothing of it, to anybody.
  for (const who of [outside, amina]) {
    for (const format of ['html', 'md', 'json']) {
      const taken = await (await who.fetch(`/export/${room.framingId}.${format}`)).text();
      expect(taken).toContain('Som vi sade');
      expect(taken).not.toContain('barnvagnen');
    }
  }
});

test('[X1] Markdown holds the notes, the table and the words as they are, in the language asked for', async () => {
  const { room } = await aFraming();
  const text = await (await olle.fetch(`/export/${room.framingId}.md?language=en`)).text();
  expect(text).toContain('Den står stilla.[^1][^w2]');
  expect(text).toContain('[^1]: Sedan \\*2024\\*');
  expect(text).toContain('\\<script\\>');
  expect(text).toContain('| 2024 | 1 \\\\| 2');
  expect(text).toContain('## Who knew what');
  expect(text).toContain('Rests on a contribution by Amina');
});

test('[X3] a JSON file says whose each character is, and any change in it is seen', async () => {
  const { room, known, withdrawn } = await aFraming();
  const record = (await (await olle.fetch(`/export/${room.framingId}.json`)).json()) as Record<string, any>;
  expect(record['runs'].map(({ length, by }: any) => [length, by.actorId])).toEqual([[62, amina.id], [arabic.length + 16, olle.id]]);
  expect(Object.fromEntries(record['contributions'].map((one: any) => [one.id, [one.state, one.text]]))).toEqual({ [known]: ['GIVEN', 'Jag bär barnvagnen'], [withdrawn]: ['WITHDRAWN', undefined] });
  const signing = here.app.get(Signing, { strict: false });
  expect(await signing.isOurs(record)).toBe(true);
  record['content'].content[0].content[0].by.actorId = olle.id;
  expect(await signing.isOurs(record)).toBe(false);
  const { keys } = (await (await here.people.nobody().fetch('/export/keys')).json()) as { keys: { key: string }[] };
  expect(keys.map(({ key }) => key)).toEqual([record['signature'].key]);
});

test('[X1 C13] what a passage rests on, and what people say it does there, is said in the file', async () => {
  const { room, known } = await aFraming();
  const { framing } = await olle.asks('query($id: ID!) { framing(id: $id) { paragraphs { quote anchor } } }', { id: room.framingId });
  const anchor = framing.paragraphs.find(({ quote }: { quote: string }) => quote === arabic)?.anchor as unknown;
  const basis = (await olle.asks('mutation($f: ID!, $c: ID!, $a: JSON!) { restOn(framingId: $f, contributionId: $c, anchor: $a, stance: CHALLENGES) { id } }', { f: room.framingId, c: known, a: anchor })).restOn.id as string;
  const text = await (await outside.fetch(`/export/${room.framingId}.md?language=en`)).text();
  expect(text).toMatch(/\[\^w3\]: Written by Olle[^]*?\n +Challenged by a contribution by Amina .*: familiarity; lived with it\\?\. So says Olle \\?\(official\\?\)/);
  const record = (await (await olle.fetch(`/export/${room.framingId}.json`)).json()) as Record<string, unknown>;
  expect(record['basis']).toEqual([{ id: basis, contributionId: known, quote: arabic, stances: [{ stance: 'CHALLENGES', byId: olle.id, capacity: 'OFFICIAL' }] }]);
});

test('[X1] a Word file keeps headings, notes, tables and Arabic, and says whose words they are beside them', async () => {
  const { room } = await aFraming();
  const answer = await olle.fetch(`/export/${room.framingId}.docx?language=sv`);
  expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  const file = new Uint8Array(await answer.arrayBuffer());
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { styleMap: ['comment-reference => sup'] });
  expect(value).toContain('<h2>Hissen &amp; &lt;script&gt;');
  expect(value).toContain(`<p>${arabic}`);
  expect(value).toMatch(/<thead><tr><th><p>År/);
  expect(strFromU8(unzipSync(file)['word/document.xml'] as Uint8Array)).toMatch(/<w:pStyle w:val="Column"\/><\/w:pPr>(?:(?!<\/w:p>).)*År/);
  expect(value).toContain('Sedan *2024*');
  expect(value).toContain('Vilar på bidrag av Amina &lt;b&gt;');
  // Unsaid, some word processors take a line to be exactly so high, and cut pictures to it.
  expect(strFromU8(unzipSync(file)['word/styles.xml'] as Uint8Array)).toMatch(/<w:pPrDefault>.*w:line="300" w:lineRule="auto"/);
  // Nothing says "not bold", or headings would lose their look.
  expect(strFromU8(unzipSync(file)['word/document.xml'] as Uint8Array)).not.toMatch(/<w:b w:val="(false|0)"/);
});

test('[X1] a list that does not begin at 1 begins where it does in every file, also within another, and comes back so', async () => {
  const room = await aRoom(here);
  await room.takesPart(olle);
  const list = (start: number | null, ...items: (string | Y.XmlElement)[][]): Y.XmlElement =>
    element('ordered_list', start === null ? {} : { start }, ...items.map((item) => element('list_item', {}, ...item.map((one) => (typeof one === 'string' ? element('paragraph', {}, one) : one)))));
  await writes(room, olle.id, () => list(3, ['Tre', list(8, ['Åtta'])], ['Fyra']), () => element('paragraph', {}, 'Emellan'), () => list(5, ['Fem']), () => list(null, ['Ett']));
  const taken = (format: string) => olle.fetch(`/export/${room.framingId}.${format}`);
  expect((await (await taken('html')).text()).match(/<ol(?: start="\d+")?>(?=<li><p>(?:Tre|Åtta|Fem|Ett))/g)).toEqual(['<ol start="3">', '<ol start="8">', '<ol start="5">', '<ol>']);
  // In Markdown two lists one after the other, and one begun at 8 right under a line, would else be none of their own.
  expect(await (await taken('md')).text()).toMatch(/\n3\. Tre\n\n {3}8\. Åtta\n4\. Fyra[^]*\n5\. Fem[^]*\n1\) Ett/);
  const pdf = await taken('pdf');
  expect(pdf.status).toBe(200);
  const word = await fromWord(new Uint8Array(await (await taken('docx')).arrayBuffer()));
  const starts = (node: TextNode): unknown[] => [...(node.type === 'ordered_list' ? [node.attrs?.['start'] ?? 1] : []), ...(node.content ?? []).flatMap(starts)];
  expect(starts(word.content as TextNode)).toEqual([3, 8, 5, 1]);
  const record = (await (await taken('json')).json()) as { content: TextNode };
  expect(starts(soundText(record.content) as TextNode)).toEqual([3, 8, 5, 1]);
});

// What a PDF holds, with all that is packed in it unpacked.
function unpacked(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, held = '']) => {
    try {
      return inflateSync(Buffer.from(held, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return raw + streams.join('\n');
}

test('[X2] a PDF is tagged, says its languages, and every Arabic letter in it can be copied out again', async () => {
  const { room } = await aFraming();
  const answer = await olle.fetch(`/export/${room.framingId}.pdf?language=sv`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const pdf = unpacked(Buffer.from(await answer.arrayBuffer()));
  const wanted = [/pdfuaid:part>1/, /\/StructTreeRoot/, /\/Marked true/, /\/Lang ?\(sv\)/, /\/Lang ?\(ar\)/, /\/S ?\/Table/, /\/S ?\/TH/, /\/S ?\/Note/];
  expect(wanted.filter((held) => !held.test(pdf))).toEqual([]);
  const letters = new Set(pdf.match(/<[0-9a-fA-F]{4,}>/g)?.flatMap((hex) => hex.slice(1, -1).match(/.{4}/g) ?? []).map((four) => String.fromCharCode(Number.parseInt(four, 16))));
  expect([...arabic].filter((letter) => letter !== ' ' && !letters.has(letter))).toEqual([]);
});
