import { baseKeymap, joinBackward, setBlockType, splitBlock, toggleMark } from 'prosemirror-commands';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type Selection } from 'prosemirror-state';
import * as Y from 'yjs';
import { mark } from '../../api/src/writing/marks.js';
import { writeBack, writtenAgain } from '../../api/src/writing/restore.js';
import { Shared } from '../../api/test/sharedText.js';
import { textSchema } from '../src/writing/textSchema';
import { linesIn, type Carriers, type Character } from './carriers';
import { Hand } from './hand';

const alphabets = ['abcdefghijkl', 'αβγδεζηθικλμ', 'бвгджзийклмн', 'אבגדהוזחטיכל', 'ԱԲԳԴԵԶԷԸԹԺԻԼ'];
// The first of several thousand letters of one sort.
const firstOfMany = 0x4e00;
/** Those who write. */
export const people = ['A', 'B', 'C', 'D', 'E'];
/** Whose a letter is: each writes with letters of their own. */
export const ownerOf = (letter: string): string => people[alphabets.findIndex((letters) => letters.includes(letter))] ?? '?';
const marks = textSchema.marks;
const nodes = textSchema.nodes;

/** Numbers by chance, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text, and those who have it open. */
export interface Run {
  readonly shared: Shared;
  readonly hands: readonly Hand[];
}

/** What somebody does. */
export type Act = 'type' | 'enter' | 'join' | 'heading' | 'list' | 'mark' | 'contribution' | 'delete' | 'undo' | 'redo' | 'copy' | 'cut' | 'move' | 'network' | 'restore';
const often: Record<Act, number> = { type: 30, enter: 8, join: 6, heading: 3, list: 3, mark: 4, contribution: 2, delete: 8, undo: 6, redo: 3, copy: 4, cut: 4, move: 4, network: 4, restore: 1 };

/** How it is played: do the browsers say where words come from, what is left out, and what is looked at after every act. */
export interface Played {
  readonly says?: boolean;
  readonly without?: readonly Act[];
  readonly acts?: number;
  /** Told of all that is done. Each letter is then another, so that none is taken for its like. */
  readonly carriers?: Carriers;
  readonly after?: (act: Act, at: number, hand: Hand, run: Run) => void;
}

/** Five who write at once, with and without a network; the same seed plays the same. */
export function played(seed: number, { says = true, without = [], acts = 250, carriers, after }: Played = {}): Run {
  const random = chance(seed);
  const upto = (end: number) => Math.floor(random() * end);
  // Which of two who write at once comes first is up to their client ids: a seed gives these too, and plays the same again.
  const client = chance(seed + 1_000_000);
  const shared = new Shared(() => Math.floor(client() * 4_294_967_296));
  const hands: Hand[] = [];
  for (const actorId of people) new Hand(actorId, shared, hands, says);
  const toAll = (update: Uint8Array) => hands.forEach((hand) => hand.hear(update));
  const bag = (Object.keys(often) as Act[]).filter((act) => !without.includes(act)).flatMap((act) => Array.from({ length: often[act] }, () => act));
  const versions: { state: Uint8Array; kept: readonly Character[] }[] = [];
  let [named, typed] = [0, 0];
  for (let at = 0; at < acts; at += 1) {
    const act = bag[upto(bag.length)] as Act;
    const number = upto(people.length);
    const hand = hands[number] as Hand;
    const letter = () => (carriers === undefined ? '' : String.fromCharCode(firstOfMany + (typed += 1)));
    const words = (most: number) => Array.from({ length: 1 + upto(most) }, () => [alphabets[number]?.[upto(12)], letter()].findLast((one) => one !== '')).join('');
    const place = (hand: Hand) => TextSelection.near(hand.state.doc.resolve(upto(hand.state.doc.content.size + 1)));
    const stretch = (most: number) => {
      const start = place(hand);
      return TextSelection.between(start.$from, hand.state.doc.resolve(Math.min(start.from + 1 + upto(most), hand.state.doc.content.size)));
    };
    const choose = (selection: Selection) => hand.dispatch(hand.state.tr.setSelection(selection));
    // How many characters stand before a place.
    const before = (place: number, doc = hand.state.doc) => doc.textBetween(0, place).length;
    const press = (command: Command) => command(hand.state, hand.dispatch);
    hand.pause();
    switch (act) {
      case 'type':
        choose(place(hand));
        types(hand, words(14), carriers);
        break;
      case 'enter':
        choose(place(hand));
        press(baseKeymap['Enter'] ?? splitBlock);
        break;
      case 'join':
        choose(TextSelection.near(hand.state.doc.resolve(place(hand).$from.start())));
        press(joinBackward);
        break;
      case 'heading':
        choose(place(hand));
        press(setBlockType(hand.state.selection.$from.parent.type === nodes.heading ? nodes.paragraph : nodes.heading));
        break;
      case 'list':
        choose(place(hand));
        if (!press(wrapInList(nodes.bullet_list))) press(liftListItem(nodes.list_item));
        break;
      case 'mark':
        choose(stretch(20));
        press(toggleMark(upto(2) === 0 ? marks.strong : marks.em));
        break;
      case 'contribution': {
        const { from, to } = stretch(30);
        const id = `00000000-0000-4000-8000-${String((named += 1)).padStart(12, '0')}`;
        carriers?.mark(before(from), before(to), id);
        marked(shared, hand, before(from), before(to), id, toAll);
        break;
      }
      case 'delete': {
        choose(stretch(upto(5) === 0 ? 60 : 10));
        const { from, to } = hand.state.selection;
        carriers?.take(before(from), before(to));
        hand.dispatch(hand.state.tr.deleteSelection());
        break;
      }
      case 'undo':
      case 'redo':
        hand.steps(act);
        carriers?.stepped(hand.doc);
        break;
      case 'copy':
      case 'cut':
      case 'move': {
        choose(stretch(30));
        const taken = hand.copy();
        const [from, to] = [before(hand.state.selection.from), before(hand.state.selection.to)];
        const characters = (act === 'copy' ? carriers?.copy(from, to) : carriers?.take(from, to)) ?? [];
        if (act === 'move') {
          const transaction = hand.state.tr.deleteSelection();
          transaction.setSelection(TextSelection.near(transaction.doc.resolve(upto(transaction.doc.content.size + 1))));
          carriers?.put(before(transaction.selection.from, transaction.doc), characters);
          hand.dispatch(transaction.replaceSelection(taken.slice).setMeta('uiEvent', 'drop'));
          break;
        }
        if (act === 'cut') hand.dispatch(hand.state.tr.deleteSelection().setMeta('uiEvent', 'cut'));
        choose(place(hand));
        carriers?.put(before(hand.state.selection.from), characters);
        hand.paste(taken);
        break;
      }
      case 'network':
        hand.connect(!hand.online);
        break;
      case 'restore':
        if (versions.length > 0) {
          const { state, kept } = versions[upto(versions.length)] as (typeof versions)[number];
          restored(shared, 'A', state, toAll);
          carriers?.bringBack(kept);
        }
        break;
    }
    carriers?.settle(hand.doc);
    after?.(act, at, hand, { shared, hands });
    if (at % 25 === 0) versions.push({ state: Y.encodeStateAsUpdate(shared.document), kept: carriers?.kept() ?? [] });
  }
  for (const hand of hands) hand.connect(true);
  return { shared, hands };
}

function types(hand: Hand, words: string, carriers: Carriers | undefined): void {
  for (const letter of words) {
    const { $from } = hand.state.selection;
    carriers?.type(hand.state.doc.textBetween(0, $from.pos).length, letter, $from.parentOffset > 0 && $from.parentOffset < $from.parent.content.size);
    hand.dispatch(hand.state.tr.insertText(letter));
  }
}

// A passage becomes a contribution: the browser says which characters it is, and the server marks them.
function marked(shared: Shared, { doc, actorId }: Hand, from: number, to: number, id: string, hear: (update: Uint8Array) => void): void {
  const words = linesIn(doc).flat().slice(from, to).map(({ client, clock }) => [client, clock, 1] as const);
  const copy = shared.copyFor(actorId);
  const before = Y.encodeStateVector(copy);
  copy.transact(() => mark(copy, { start: null, end: null, words }, { mark: 'contribution', id }));
  const update = Y.encodeStateAsUpdate(copy, before);
  shared.take(actorId, update);
  hear(update);
}

/** A version is brought back for somebody, as the server does it. */
export function restored(shared: Shared, actorId: string, version: Uint8Array, hear: (update: Uint8Array) => void): void {
  const was = new Y.Doc();
  was.getXmlFragment('text');
  Y.applyUpdate(was, version);
  const copy = shared.copyFor(actorId);
  const before = Y.encodeStateVector(copy);
  copy.transact(() => writeBack(copy, was));
  const ranges = writtenAgain(copy, was, copy.clientID).flatMap(({ clock, length, from }) => {
    let at = clock;
    return shared.lineage.of(from.client, from.clock, length).map((stretch) => {
      at += stretch.length;
      return { client: copy.clientID, clock: at - stretch.length, length: stretch.length, by: stretch.by, reason: 'RESTORE' as const };
    });
  });
  const update = Y.encodeStateAsUpdate(copy, before);
  shared.lineage.add(ranges);
  shared.take(actorId, update);
  hear(update);
}
