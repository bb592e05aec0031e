import { baseKeymap } from 'prosemirror-commands';
import { TextSelection, type Command } from 'prosemirror-state';
import * as Y from 'yjs';
import { carryOut } from '../../api/src/writing/suggested.js';
import { Shared } from '../../api/test/sharedText.js';
import { Hand } from './hand';
import { aBlock, Pen } from './paper';
import { restored } from './playing';

/** What A has written when B comes; C keeps a version and brings it back. */
export const sentence = 'Barnens hälsa är sämre i de kalla husen, och ingen säger varför';

/** Three people with a text open: in editors (Hand), or with Yjs alone (Pen). */
export interface Scene<Who> {
  readonly shared: Shared;
  readonly a: Who;
  readonly b: Who;
  readonly c: Who;
}

/** What is marked carries this id. */
export const id = '0b6a7f0e-6a39-4c53-9c3e-0d2f3a4b5c6d';

/** Editors open, the sentence typed. */
export function editors(): Scene<Hand> {
  const shared = new Shared();
  const all: Hand[] = [];
  const [a, b, c] = ['A', 'B', 'C'].map((who) => new Hand(who, shared, all, true)) as [Hand, Hand, Hand];
  types(a, 0, sentence);
  for (const hand of all) hand.pause();
  return { shared, a, b, c };
}

/** Documents open, the sentence in them. */
export function documents(): Scene<Pen> {
  const shared = new Shared();
  const all: Pen[] = [];
  const [a, b, c] = ['A', 'B', 'C'].map((who) => new Pen(who, shared, all)) as [Pen, Pen, Pen];
  a.does(() => a.text.push([aBlock('paragraph', sentence)]));
  return { shared, a, b, c };
}

/** Puts the caret somewhere, or selects. */
export function choose(hand: Hand, from: number, to = from): void {
  hand.pause();
  hand.dispatch(hand.state.tr.setSelection(TextSelection.create(hand.state.doc, from + 1, to + 1)));
}

/** Presses a key, or a button. */
export function press(hand: Hand, command: Command): void {
  hand.pause();
  command(hand.state, hand.dispatch);
}

/** Types letter by letter. */
export function types(hand: Hand, at: number, words: string): void {
  choose(hand, at);
  for (const letter of words) hand.dispatch(hand.state.tr.insertText(letter));
}

/** Deletes what is between two places. */
export function deletes(hand: Hand, from: number, to: number): void {
  choose(hand, from, to);
  hand.dispatch(hand.state.tr.deleteSelection());
}

/** The Enter key. */
export const enter: Command = (state, dispatch) => (baseKeymap['Enter'] as Command)(state, dispatch);
/** The whole sentence. */
export const whole: readonly [number, number] = [0, sentence.length];
/** The last place of the text. */
export const endOf = (hand: Hand): number => hand.state.doc.content.size - 2;

/** Divides the first line, as the editor does it. */
export function divide(pen: Pen, at: number): void {
  const line = pen.line();
  pen.does(() => {
    const tail = line.toString().slice(at);
    line.delete(at, tail.length);
    pen.text.insert(1, [aBlock('paragraph', tail)]);
  });
}

/** Makes the first line anew. */
export function anew(pen: Pen, make: (words: string) => Y.XmlElement): void {
  pen.does(() => {
    const words = pen.line().toString();
    pen.text.delete(0, 1);
    pen.text.insert(0, [make(words)]);
  });
}

/** Undoes and does again. */
export function stepsBack({ b }: Scene<Pen>, ...ways: ('undo' | 'redo')[]): void {
  for (const way of ways) b.undoing[way]();
}

/** The server keeps a version, and brings it back for C. */
export function backTo(shared: Shared, hear: (update: Uint8Array) => void, meanwhile: () => void): void {
  const version = Y.encodeStateAsUpdate(shared.document);
  meanwhile();
  restored(shared, 'C', version, hear);
}

/** The server carries out for C what was decided. */
export function accepted(shared: Shared, hear: (update: Uint8Array) => void): void {
  const copy = shared.copyFor('C');
  const before = Y.encodeStateVector(copy);
  copy.transact(() => carryOut(copy, new Map([[id, 'accept']])));
  const update = Y.encodeStateAsUpdate(copy, before);
  shared.take('C', update);
  hear(update);
}

/** All hear of it. */
export const toAll = <Who extends Hand | Pen>({ a, b, c }: Scene<Who>) => (update: Uint8Array): void => [a, b, c].forEach((who) => who.hear(update));
