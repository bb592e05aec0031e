import { expect, test } from '@jest/globals';
import { joinBackward, splitBlock } from 'prosemirror-commands';
import { Slice } from 'prosemirror-model';
import { TextSelection, type Command } from 'prosemirror-state';
import { Shared, told as wordsOf } from '../../api/test/sharedText.js';
import { tools, type Tool } from '../src/writing/tools';
import { Hand } from './hand';

const lines = ['abcdefghijkl', 'mnopqrstuvwx'];
const late = 'ΑΒΓ';

function hands(keeps: boolean): { shared: Shared; a: Hand; b: Hand } {
  const shared = new Shared();
  const all: Hand[] = [];
  const [a, b] = [new Hand('A', shared, all, true, keeps), new Hand('B', shared, all, true, keeps)];
  a.dispatch(a.state.tr.insertText(lines[0] as string, 1));
  standAt(a, lines[0]!.length + 1);
  act(a, splitBlock);
  a.dispatch(a.state.tr.insertText(lines[1] as string));
  return { shared, a, b };
}

const standAt = (hand: Hand, at: number): void => hand.dispatch(hand.state.tr.setSelection(TextSelection.near(hand.state.doc.resolve(at))));
const act = (hand: Hand, command: Command): boolean => command(hand.state, hand.dispatch);
const tool = (name: Tool['name']): Command => tools.find((one) => one.name === name)!.act;

/** Where a letter is on somebody's screen; the place after it is one more. */
function placeOf({ state }: Hand, letter: string): number {
  let found = -1;
  state.doc.descendants((node, at) => {
    if (node.isText && node.text!.includes(letter)) found = at + node.text!.indexOf(letter);
  });
  return found;
}

// What one does to the line while another writes in it.
const acts: Record<string, (hand: Hand) => void> = {
  bullets: (hand) => act(hand, tool('bullets')),
  numbers: (hand) => act(hand, tool('numbers')),
  quote: (hand) => act(hand, tool('quote')),
  heading: (hand) => act(hand, tool('heading')),
  divide: (hand) => act(hand, splitBlock),
  join: (hand) => {
    standAt(hand, placeOf(hand, 'm'));
    act(hand, joinBackward);
  },
  move: (hand) => {
    const { $from } = hand.state.selection;
    const [from, to] = [$from.before(1), $from.after(1)];
    const slice = new Slice(hand.state.doc.slice(from, to).content, 0, 0);
    const tr = hand.state.tr.delete(from, to);
    hand.dispatch(tr.replace(tr.doc.content.size, tr.doc.content.size, slice));
  },
  'take away': (hand) => {
    const { $from } = hand.state.selection;
    hand.dispatch(hand.state.tr.delete($from.before(1), $from.after(1)));
  },
  'list and back': (hand) => (act(hand, tool('bullets')), act(hand, tool('bullets'))),
  'list, then quote': (hand) => (act(hand, tool('bullets')), act(hand, tool('quote'))),
};

interface Told {
  lost: number;
  moved: number;
  all: number;
}

// Who was away comes back first, or what both did crosses on the line.
type Way = 'a comes back first' | 'b comes back first' | 'a is heard first' | 'b is heard first' | 'the line of b breaks' | 'the line of b breaks, and a knew' | 'b is cut off amid the words';
const ways: readonly Way[] = ['a comes back first', 'b comes back first', 'a is heard first', 'b is heard first', 'the line of b breaks', 'the line of b breaks, and a knew', 'b is cut off amid the words'];

/** For every place of the line: one acts while the other writes there, and neither knows of the other yet. */
function tried(name: string, keeps: boolean, way: Way): Told {
  const told: Told = { lost: 0, moved: 0, all: 0 };
  for (const place of places) {
    const { shared, a, b } = hands(keeps);
    const line = lines[1] as string;
    const [before, after] = [line[place - 1], line[place]];
    standAt(a, placeOf(a, 'm') + 6);
    standAt(b, placeOf(b, 'm') + place);
    const typed = (): void => [...late].forEach((letter) => b.dispatch(b.state.tr.insertText(letter)));
    if (way.startsWith('the line')) {
      // The words came to the server; what became of the line did not come back.
      a.deaf = !way.endsWith('knew');
      typed();
      b.online = false;
      acts[name]?.(a);
      a.hearsAgain();
      b.comesBack();
    } else if (way === 'b is cut off amid the words') {
      // The first was heard by the other, the second came to the server only, the third stayed here.
      const [first = '', second = '', third = ''] = late;
      b.dispatch(b.state.tr.insertText(first));
      a.deaf = true;
      b.dispatch(b.state.tr.insertText(second));
      b.online = false;
      b.dispatch(b.state.tr.insertText(third));
      acts[name]?.(a);
      a.hearsAgain();
      b.comesBack();
    } else {
      const isAway = way.includes('back');
      const inOrder = way.startsWith('a') ? [a, b] : [b, a];
      if (isAway) a.online = b.online = false;
      else for (const hand of inOrder) hand.isSlow();
      acts[name]?.(a);
      typed();
      for (const hand of inOrder) {
        if (isAway) hand.comesBack();
        else hand.arrives();
      }
    }
    const text = shared.document.getXmlFragment('text').toString().replaceAll(/<[^>]*>/g, '|');
    expect([a, b].map(({ state }) => state.doc.textContent)).toEqual(Array(2).fill(text.replaceAll('|', '')));
    told.all += 1;
    if (![...late].every((letter) => text.includes(letter))) told.lost += 1;
    else if (!text.includes(late) || !(before !== undefined && text.includes(before + late)) && !(after !== undefined && text.includes(late + after))) told.moved += 1;
    // Whoever puts them where they belong, they are the words of who wrote them, and nothing else is.
    if (keeps) {
      const theirs = wordsOf(shared.content()).filter((piece) => piece.startsWith('B')).join('');
      // Dividing a line leaves what comes late at the end of its first half.
      const inOrder = name === 'divide' ? ['B:', ...[...theirs.replaceAll('B:', '')].sort()].join('') : theirs;
      expect([name, way, place, inOrder]).toEqual([name, way, place, `B:${late}`]);
    }
    // Who writes on goes on behind their own words.
    if (keeps && text.includes(late)) {
      b.dispatch(b.state.tr.insertText('Δ'));
      expect(`${name} ${way} ${place} ${b.state.doc.textContent}`).toContain(`${late}Δ`);
    }
  }
  return told;
}

const long = process.env['LONG'] === '1';
const places = long ? Array.from({ length: 13 }, (_, place) => place) : [0, 5, 12];

function all(keeps: boolean): Record<string, Told> {
  // Whether a line that is simply gone was taken away by who had seen the words cannot be told once the line has broken.
  const waysOf = (name: string) => ways.filter((way) => name !== 'take away' || way.includes('back') || way.includes('heard'));
  return Object.fromEntries(Object.keys(acts).map((name) => [name, waysOf(name).map((way) => tried(name, keeps, way)).reduce((sum, one) => ({ lost: sum.lost + one.lost, moved: sum.moved + one.moved, all: sum.all + one.all }))]));
}

test('[W18] what one writes in a line while another makes a list, a quotation or two lines of it, or takes it away, is not lost and stays theirs', () => {
  if (long) console.log('without', JSON.stringify(all(false)), 'with', JSON.stringify(all(true)));
  for (const [name, { lost }] of Object.entries(all(true))) expect([name, lost]).toEqual([name, 0]);
});
