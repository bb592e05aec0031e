import { expect, test } from '@jest/globals';
import * as encoding from 'lib0/encoding';
import { Acknowledged } from './acknowledged';

const frame = (...numbers: number[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, 'a-framing');
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
};
const ask = frame(0, 0);
const whole = frame(0, 1);
const update = frame(0, 2);
const yes = (() => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, 'a-framing');
  encoding.writeVarUint(encoder, 8);
  encoding.writeVarInt(encoder, 1);
  return encoding.toUint8Array(encoder);
})();

test('[W1] nothing is saved before the whole text has been sent and answered', () => {
  const count = new Acknowledged();
  count.begin();
  expect(count.all).toBe(false);
  count.out(ask);
  count.out(update);
  count.in(yes);
  expect(count.all).toBe(false);
  count.out(whole);
  expect(count.all).toBe(false);
  count.in(yes);
  expect(count.all).toBe(true);
});

test('[W1] an edit on its way is unsaved, and answers to older ones do not make it saved', () => {
  const count = new Acknowledged();
  count.begin();
  for (const out of [whole, update, update, update]) count.out(out);
  for (let at = 0; at < 3; at += 1) count.in(yes);
  expect(count.all).toBe(false);
  count.in(yes);
  expect(count.all).toBe(true);
});

test('[W1] a new socket begins at nothing, whatever was answered on the old one', () => {
  const count = new Acknowledged();
  count.begin();
  count.out(whole);
  count.in(yes);
  count.begin();
  expect(count.all).toBe(false);
});
