import { expect, test } from '@jest/globals';
import { isRefusal } from '../shared/refusal.js';
import { limits } from '../shared/limits.js';
import { asRead } from './asRead.js';
import { broughtLines } from './broughtLines.js';
import { soundText } from './soundText.js';
import { asStated, withAuthors } from './whoseWords.js';
import type { TextNode } from '../export/textNode.js';

const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const sound = (...content: unknown[]) => soundText({ type: 'doc', content }) as TextNode;

test('[X5] of what a file holds, only our own blocks and marks come in, each where it may stand', () => {
  const id = '3f0c8e6a-0000-4000-8000-000000000001';
  expect(
    sound(
      { type: 'heading', attrs: { level: 1, onclick: 'x' }, content: [text('Rubrik')] },
      { type: 'iframe', attrs: { src: 'x' }, content: [paragraph(text('Ord', { marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }, { type: 'strong' }, { type: 'contribution', attrs: { id } }, { type: 'thread', attrs: { id } }] }))] },
      { type: 'bullet_list', content: [paragraph(text('inte en punkt')), { type: 'list_item' }] },
      { type: 'table', content: [{ type: 'table_row', content: [{ type: 'table_header', content: [paragraph(text('A'))] }, { type: 'table_cell' }] }, { type: 'table_row', content: [{ type: 'table_cell', content: [paragraph(text('B'))] }] }] },
      { type: 'paragraph', content: [text('kvar'), text('föreslaget', { marks: [{ type: 'insertion', attrs: { id } }] }), { type: 'table' }, null, 7] },
    ).content,
  ).toEqual([
    { type: 'paragraph', attrs: { level: 2 }, content: [text('Rubrik')] },
    paragraph(text('Ord', { marks: [{ type: 'strong' }, { type: 'contribution', attrs: { id } }] })),
    { type: 'bullet_list', content: [{ type: 'list_item', content: [{ type: 'paragraph' }] }] },
    {
      type: 'table',
      content: [
        { type: 'table_row', content: [{ type: 'table_cell', attrs: { header: true }, content: [paragraph(text('A'))] }, { type: 'table_cell', content: [{ type: 'paragraph' }] }] },
        { type: 'table_row', content: [{ type: 'table_cell', content: [paragraph(text('B'))] }, { type: 'table_cell', content: [{ type: 'paragraph' }] }] },
      ],
    },
    paragraph(text('kvar')),
  ]);
});

test('[X5] a text longer than a framing holds, or deeper than anybody nests, does not come in whole', () => {
  const long = soundText({ content: [paragraph(text('x'.repeat(limits.text + 1)))] });
  expect(isRefusal(long) && long.refused).toBe('bring/too-long');
  let deep: object = paragraph(text('djupt'));
  for (let level = 0; level < 5_000; level += 1) deep = { type: 'blockquote', content: [deep] };
  expect(sound(deep, paragraph(text('kvar'))).content).toEqual([paragraph(text('kvar'))]);
});

test('[X5] before a text comes in its headings are read as headings, and what names a column as that', () => {
  const cell = (attrs: object) => ({ type: 'table_cell', ...attrs, content: [paragraph(text('A'))] });
  const given = sound({ type: 'heading', attrs: { level: 3 }, content: [text('Rubrik')] }, { type: 'table', content: [{ type: 'table_row', content: [cell({ attrs: { header: true } }), cell({})] }] }, paragraph(text('Ord')));
  expect(asRead(given).content).toEqual([
    { type: 'heading', attrs: { level: 3 }, content: [text('Rubrik')] },
    { type: 'table', content: [{ type: 'table_row', content: [{ type: 'table_header', attrs: {}, content: [paragraph(text('A'))] }, cell({})] }] },
    paragraph(text('Ord')),
  ]);
  expect(broughtLines(asRead(given))).toEqual(broughtLines(given));
});

test('[X5] of a table wider than anybody reads no word is lost', () => {
  const cell = (word: string) => ({ type: 'table_cell', content: [paragraph(text(word))] });
  const wide = sound({ type: 'table', content: [{ type: 'table_row', content: Array.from({ length: 52 }, (_, at) => cell(`c${at}`)) }, { type: 'table_row', content: [cell('kort')] }] });
  const [row, short] = wide.content?.[0]?.content ?? [];
  expect([row?.content?.length, short?.content?.length]).toEqual([50, 50]);
  expect(row?.content?.at(-1)?.content).toEqual([paragraph(text('c49')), paragraph(text('c50')), paragraph(text('c51'))]);
  expect(short?.content?.at(-1)?.content).toEqual([{ type: 'paragraph' }]);
});

test('[X5] each paragraph can become a contribution; a table is one', () => {
  const row = (...cells: string[]) => ({ type: 'table_row', content: cells.map((cell) => ({ type: 'table_cell', content: [paragraph(text(cell))] })) });
  const lines = broughtLines(sound({ type: 'paragraph', attrs: { level: 2 }, content: [text('Hissen')] }, paragraph(), { type: 'bullet_list', content: [{ type: 'list_item', content: [paragraph(text('Står '), text('still'), { type: 'footnote', content: [text('2024')] })] }] }, { type: 'table', content: [row('År', 'Stopp'), row('2023', '14')] }));
  expect(lines).toEqual([
    { number: 1, text: 'Hissen', heading: true },
    { number: 2, text: 'Står still [2024]', heading: false },
    { number: 3, text: 'År | Stopp\n2023 | 14', heading: false },
  ]);
});

test('[X3] a file’s authors are names and never people here', () => {
  const amina = '3f0c8e6a-0000-4000-8000-000000000002';
  const stated = withAuthors(sound(paragraph(text('a', { by: { actorId: amina } }), text('b', { by: { actorId: null, stated: 'Siv\u202e', quoted: true } }), text('c'))), asStated(new Map([[amina, 'Amina']])));
  expect(stated.content?.[0]?.content?.map(({ by }) => by)).toEqual([{ actorId: null, stated: 'Amina' }, { actorId: null, stated: 'Siv', quoted: true }, { actorId: null }]);
});
