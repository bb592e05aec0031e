import { expect, test } from '@jest/globals';
import { limits } from '@samsyn/domain/shared/limits';
import fc from 'fast-check';
import * as Y from 'yjs';
import { paragraphsOf } from './paragraphs.js';
import { pinned, standsStill } from './passage.js';

type Line = readonly string[];

// Paragraphs at the root and in lists; the strings of a line are parted by line breaks.
function written(lines: readonly { readonly line: Line; readonly listed: boolean }[]): Y.Doc {
  const document = new Y.Doc();
  const root = document.getXmlFragment('text');
  for (const { line, listed } of lines) {
    const block = new Y.XmlElement(listed ? 'paragraph' : 'heading');
    // From the document inwards: Yjs complains, at length, of what is filled before it stands in one.
    if (listed) {
      const list = new Y.XmlElement('bullet_list');
      const item = new Y.XmlElement('list_item');
      root.push([list]);
      list.push([item]);
      item.push([block]);
    } else root.push([block]);
    block.insert(0, line.flatMap((words, at) => [...(at > 0 ? [new Y.XmlElement('hard_break')] : []), new Y.XmlText(words)]));
  }
  return document;
}

const words = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '.', '😀', 'م'), maxLength: 12 });
const lines = fc.array(fc.record({ line: fc.array(words, { minLength: 1, maxLength: 3 }), listed: fc.boolean() }), { maxLength: 8 });

test('[C7] each paragraph that holds words is handed out with the very place it stands in', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const document = written(given);
      const paragraphs = paragraphsOf(document);
      expect(paragraphs.map(({ quote }) => quote)).toEqual(given.map(({ line }) => line.filter((part) => part !== '').join('\n')).filter((quote) => quote.trim() !== ''));
      for (const { quote, anchor } of paragraphs) {
        expect(pinned(document, anchor)?.quote).toBe(quote);
        expect(standsStill(document, anchor)).toBe(true);
      }
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('[C7] what is written after a paragraph does not become part of it, and what is taken away is gone', () => {
  const document = written([{ line: ['Det är mörkt.'], listed: false }, { line: ['Ingen har mätt.'], listed: true }]);
  const [dark, measured] = paragraphsOf(document).map(({ anchor }) => anchor);
  const block = document.getXmlFragment('text').get(0) as Y.XmlElement;
  (block.get(0) as Y.XmlText).insert('Det är mörkt.'.length, ' Alltid.');
  expect(pinned(document, dark)?.quote).toBe('Det är mörkt.');
  document.getXmlFragment('text').delete(1, 1);
  expect([standsStill(document, dark), standsStill(document, measured)]).toEqual([true, false]);
});

test('[C7] of a paragraph longer than a quote may be, whole words of its beginning are handed out', () => {
  for (const long of ['ordet '.repeat(2_000), '😀'.repeat(4_000), 'x'.repeat(9_000)]) {
    const document = written([{ line: [long, 'och mer'], listed: false }]);
    const [paragraph] = paragraphsOf(document);
    expect(paragraph?.quote.length).toBeLessThanOrEqual(limits.bound);
    expect(paragraph?.quote.length).toBeGreaterThan(limits.bound - 10);
    expect(paragraph?.quote).not.toMatch(/\p{Surrogate}/u);
    expect(long.startsWith(paragraph?.quote ?? '-')).toBe(true);
    expect(pinned(document, paragraph?.anchor)?.quote).toBe(paragraph?.quote);
  }
});
