import { expect, test } from '@jest/globals';
import { whoseIn } from './whoseWords';

const piece = (text: string, by: Record<string, unknown>) => ({ type: 'text', text, by });
const anna = { actorId: 'anna', stated: null, quoted: false };

test('[W8] who wrote a line is named once each, in the order one reads them, and never counted', () => {
  const line = {
    type: 'paragraph',
    content: [piece('Det är ', { actorId: 'omar' }), piece('kallt', { actorId: 'anna' }), piece(' ', { actorId: 'kim' }), piece('här', { actorId: 'omar' }), piece('så', { actorId: 'anna', quoted: true }), piece('.', { actorId: null, stated: 'Lo' })],
  };
  expect(whoseIn(line)).toEqual([{ ...anna, actorId: 'omar' }, anna, { ...anna, quoted: true }, { actorId: null, stated: 'Lo', quoted: false }]);
  expect(whoseIn({ type: 'paragraph' })).toEqual([]);
});
