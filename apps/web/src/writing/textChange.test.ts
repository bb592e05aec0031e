import { expect, test } from '@jest/globals';
import { carry, changeBetween, survives } from './textChange';

test('[F2] a letter typed among the same letters goes where the caret stands, not where it would fit first', () => {
  expect(changeBetween('aaaa', 'aaaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
  expect(changeBetween('aaaa', 'aaaaa', 5)).toEqual({ index: 4, remove: 0, insert: 'a' });
});

test('[F2] a change put back on the old text gives the new one, wherever the caret is', () => {
  const texts = ['', 'a', 'ab', 'aba', 'bana', 'banana', 'ban 🙂 ana', '🙂🙃', '🙃🙂', 'في المدرسة'];
  for (const before of texts) {
    for (const after of texts) {
      for (let caret = 0; caret <= after.length; caret += 1) {
        const change = changeBetween(before, after, caret);
        const again = change === null ? before : before.slice(0, change.index) + change.insert + before.slice(change.index + change.remove);
        expect(again).toBe(after);
      }
    }
  }
});

test('[F2] no change cuts a character of two halves in two', () => {
  const change = changeBetween('a🙂', 'a🙃', 3);
  expect(change).toEqual({ index: 1, remove: 2, insert: '🙃' });
});

test('[F2] a caret stays with the words around it when others write before, after and over it', () => {
  expect(carry(5, [{ insert: 'abc' }])).toBe(8);
  expect(carry(5, [{ retain: 6 }, { insert: 'abc' }])).toBe(5);
  expect(carry(5, [{ retain: 2 }, { delete: 10 }])).toBe(2);
  expect(carry(5, [{ retain: 5 }, { insert: 'x' }])).toBe(5);
  expect(carry(5, [{ retain: 5 }, { insert: 'x' }], true)).toBe(6);
});

test('[F2] what others have deleted is known to be gone', () => {
  expect(survives(3, [{ retain: 2 }, { delete: 2 }])).toBe(false);
  expect(survives(4, [{ retain: 2 }, { delete: 2 }])).toBe(true);
});
