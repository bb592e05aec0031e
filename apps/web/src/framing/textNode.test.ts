import { expect, test } from '@jest/globals';
import { linesOf, textNodeFrom, wordsOf } from './textNode';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('[C11] lines are counted as the server counts them: empty ones too, and those in lists and tables', () => {
  const root = textNodeFrom({ type: 'doc', content: [paragraph('ett'), { type: 'paragraph' }, { type: 'bullet_list', content: [{ type: 'list_item', content: [{ type: 'heading', content: [{ type: 'text', text: 'två' }] }] }] }] });
  expect([...linesOf(root!)].map(([node, line]) => [node.type, line])).toEqual([['paragraph', 0], ['paragraph', 1], ['heading', 2]]);
});

test('what is no text is left out, and a text too deep to read ends', () => {
  let deep: unknown = { type: 'text', text: 'djupt' };
  for (let at = 0; at < 10_000; at += 1) deep = { type: 'blockquote', content: [deep] };
  const node = textNodeFrom({ type: 'doc', content: [deep, null, 7, { text: 'utan slag' }, paragraph('här')] });
  expect(node).not.toBeNull();
  expect(wordsOf(node!)).toBe('här');
});
