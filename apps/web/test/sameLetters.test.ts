import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { told } from '../../api/test/sharedText.js';
import { asSuggestion } from '../src/writing/suggesting/asSuggestion';
import { textSchema } from '../src/writing/textSchema';
import type { Hand } from './hand';
import { choose, deletes, editors, id, sentence, types } from './scene';

function suggests(hand: Hand, at: number, words: string): void {
  choose(hand, at);
  for (const letter of words) hand.dispatch(asSuggestion(hand.state, hand.state.tr.insertText(letter), id, () => false)!);
}

test('[W6] [W12] words that are suggested before others that begin alike are the suggester’s, and those that stand stay their author’s', () => {
  const { shared, b, c } = editors();
  suggests(b, 8, 'hälsa');
  const stands = ['A:Barnens ', 'B:hälsa', `A:${sentence.slice(8)}`];
  expect(told(shared.content())).toEqual(stands);
  // And whoever takes a letter of theirs back takes none of another's.
  deletes(b, 12, 13);
  suggests(b, 12, 'a');
  expect(told(shared.content())).toEqual(stands);
  expect(c.state.doc.eq(b.state.doc)).toBe(true);
});

test('[W6] whose a letter is does not hang on what letters stand beside it', () => {
  const act = fc.record({ who: fc.constantFrom('a' as const, 'b' as const), at: fc.nat(), does: fc.constantFrom('types', 'pastes', 'deletes', 'dresses'), letter: fc.constantFrom('x', 'y') });
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
      const scene = editors();
      deletes(scene.a, 0, sentence.length);
      const wanted: string[] = [];
      for (const { who, at, does, letter } of acts) {
        const hand = scene[who];
        const place = at % (wanted.length + 1);
        const end = Math.min(place + 2, wanted.length);
        hand.pause();
        if (does === 'types') types(hand, place, letter);
        if (does !== 'types') choose(hand, place, does === 'pastes' ? place : end);
        if (does === 'pastes') hand.dispatch(hand.state.tr.insertText(letter.repeat(2)));
        if (does === 'deletes') hand.dispatch(hand.state.tr.deleteSelection());
        if (does === 'dresses' && end > place) hand.dispatch(hand.state.tr.addMark(place + 1, end + 1, textSchema.marks.strong.create()));
        const come = does === 'types' ? 1 : does === 'pastes' ? 2 : 0;
        wanted.splice(place, does === 'deletes' ? end - place : 0, ...Array.from({ length: come }, () => `${who.toUpperCase()}${letter}`));
      }
      const is = told(scene.shared.content()).flatMap((piece) => [...piece.slice(2)].map((letter) => `${piece.charAt(0)}${letter}`));
      expect(is).toEqual(wanted);
      expect(scene.a.state.doc.eq(scene.b.state.doc)).toBe(true);
    }),
    { seed: 11, numRuns: 60 },
  );
});
