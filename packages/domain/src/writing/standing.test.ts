import { expect, test } from '@jest/globals';
import { isSuggestedIn, standingOf, type Standing } from './standing.js';

const words = (text: string, ...marks: string[]): Standing => ({ type: 'text', text, ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}) });
const line = (...content: Standing[]): Standing => ({ type: 'paragraph', content });
const doc = (...content: Standing[]): Standing => ({ type: 'doc', content });
const item = (...content: Standing[]): Standing => ({ type: 'list_item', content });

test('[W12] what is suggested to come is not part of the text yet, and what is suggested to go still is', () => {
  const text = doc(line(words('Det är '), words('kallt', 'deletion', 'strong'), words('varmt', 'insertion'), words(' här.')));
  expect(standingOf(text)).toEqual(doc(line(words('Det är '), words('kallt', 'strong'), words(' här.'))));
  expect([isSuggestedIn(text), isSuggestedIn(standingOf(text))]).toEqual([true, false]);
});

test('[W12] what is suggested to go of what is only suggested to come is not part of it either', () => {
  expect(standingOf(doc(line(words('Ja'), words('nej', 'insertion', 'deletion'))))).toEqual(doc(line(words('Ja'))));
});

test('[W12] a line or a list of which nothing is left is left out; an empty line somebody made stays', () => {
  const list: Standing = { type: 'bullet_list', content: [item(line(words('kommer', 'insertion')))] };
  expect(standingOf(doc(line(words('Ja')), { type: 'paragraph' }, line(words('kommer', 'insertion')), list))).toEqual(doc(line(words('Ja')), { type: 'paragraph' }));
});
