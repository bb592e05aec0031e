import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unquoted } from './unquoted.js';

const said = ['Efter åtta går ingen genom tunneln, men alla säger att de gör det.', 'Tunneln är mörk.'];

test('[C3] a question stays, without the words it took from what was withdrawn', () => {
  expect(unquoted('Du skriver att efter åtta går ingen genom tunneln. Hur vet du det?', said)).toBe('Du skriver att […]. Hur vet du det?');
  expect(unquoted('Menar du "mörk"? Och vad är ”tunneln är mörk.” för dig?', said)).toBe('Menar du "[…]"? Och vad är ”[…].” för dig?');
  expect(unquoted('Går det att fråga fler som går genom tunneln?', said)).toBe('Går det att fråga fler som går genom tunneln?');
  expect(unquoted('Hur vet du det?', said)).toBe('Hur vet du det?');
});

test('[C3] no four words in a row of what was said are left, whatever was asked', () => {
  const word = fc.constantFrom('a', 'b', 'Å', 'ö', '1');
  const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (question, answer) => {
      const left = unquoted(question, [answer]).toLowerCase().split(/\[…\]/);
      const runs = answer.toLowerCase().split(' ');
      for (let at = 0; at + 4 <= runs.length; at += 1) {
        const run = ` ${runs.slice(at, at + 4).join(' ')} `;
        for (const part of left) expect(` ${part.trim()} `.includes(run)).toBe(false);
      }
    }),
  );
});
