import { joinBackward, setBlockType, toggleMark } from 'prosemirror-commands';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection } from 'prosemirror-state';
import type * as Y from 'yjs';
import { keyOf } from '../../api/src/writing/marks.js';
import { textSchema } from '../src/writing/textSchema';
import type { Hand } from './hand';
import { aBlock, type Pen } from './paper';
import { accepted, anew, backTo, choose, deletes, divide, endOf, enter, id, press, sentence, stepsBack, toAll, types, whole, type Scene } from './scene';

/** Somebody does something, in the editor and straight in the document, and whose the characters are then. */
export interface Scenario {
  readonly what: string;
  readonly editor: (scene: Scene<Hand>) => void;
  readonly document: (scene: Scene<Pen>) => void;
  /** How many characters are whose; `!` is a quotation. */
  readonly whose: string;
  /** The same by client ids alone, in the editor and in the document. */
  readonly byClient: readonly [string, string];
}

const { nodes, marks } = textSchema;

/** What people do to each other's words, and whose they are then. */
export const scenarios: readonly Scenario[] = [
  {
    what: 'Enter in the middle of a line',
    editor: ({ b }) => (choose(b, 19), press(b, enter)),
    document: ({ b }) => divide(b, 19),
    whose: 'A63',
    byClient: ['A19 B44', 'A19 B44'],
  },
  {
    what: 'divided and joined again',
    editor: ({ b }) => (choose(b, 19), press(b, enter), choose(b, 21), press(b, joinBackward)),
    document: ({ b }) => {
      divide(b, 19);
      b.does(() => {
        const tail = b.line(1).toString();
        b.line().insert(19, tail);
        b.text.delete(1, 1);
      });
    },
    whose: 'A63',
    byClient: ['A19 B44', 'A19 B44'],
  },
  {
    what: 'a heading, as the toolbar makes it',
    editor: ({ b }) => (choose(b, 3), press(b, setBlockType(nodes.paragraph, { level: 2 }))),
    document: ({ b }) => b.does(() => (b.text.get(0) as Y.XmlElement).setAttribute('level', 2 as never)),
    whose: 'A63',
    byClient: ['A63', 'A63'],
  },
  {
    what: 'a block of another sort',
    editor: ({ b }) => (choose(b, 3), press(b, setBlockType(nodes.heading))),
    document: ({ b }) => anew(b, (words) => aBlock('heading', words)),
    whose: 'A63',
    byClient: ['B63', 'B63'],
  },
  {
    what: 'a list, and no list again',
    editor: ({ b }) => (choose(b, 3), press(b, wrapInList(nodes.bullet_list)), press(b, liftListItem(nodes.list_item))),
    document: ({ b }) => {
      anew(b, (words) => aBlock('bullet_list', aBlock('list_item', aBlock('paragraph', words))));
      b.does(() => {
        b.text.delete(0, 1);
        b.text.insert(0, [aBlock('paragraph', sentence)]);
      });
    },
    whose: 'A63',
    byClient: ['B63', 'B63'],
  },
  {
    what: 'bold, and marked as a contribution',
    editor: ({ b }) => {
      choose(b, 8, 13);
      press(b, toggleMark(marks.strong));
      b.dispatch(b.state.tr.addMark(4, 20, marks.contribution.create({ id })));
    },
    document: ({ b }) => b.does(() => (b.line().format(8, 5, { strong: {} }), b.line().format(3, 16, { [keyOf({ mark: 'contribution', id })]: { id } }))),
    whose: 'A63',
    byClient: ['A63', 'A63'],
  },
  {
    what: 'words typed in the midst of it',
    editor: ({ b }) => types(b, 19, ' ja'),
    document: ({ b }) => b.does(() => b.line().insert(19, ' ja')),
    whose: 'A63 B3',
    byClient: ['A63 B3', 'A63 B3'],
  },
  {
    what: 'a part deleted, and undone',
    editor: ({ b }) => (deletes(b, 20, 32), b.steps('undo')),
    document: (scene) => (scene.b.does(() => scene.b.line().delete(20, 12)), stepsBack(scene, 'undo')),
    whose: 'A63',
    byClient: ['A51 B12', 'A51 B12'],
  },
  {
    what: 'a part deleted, undone, done again and undone',
    editor: ({ b }) => (deletes(b, 20, 32), b.steps('undo'), b.steps('redo'), b.steps('undo')),
    document: (scene) => (scene.b.does(() => scene.b.line().delete(20, 12)), stepsBack(scene, 'undo', 'redo', 'undo')),
    whose: 'A63',
    byClient: ['A51 B12', 'A51 B12'],
  },
  {
    what: 'all deleted, and undone after the server was started again',
    editor: ({ b, shared }) => (deletes(b, ...whole), shared.restart(), b.steps('undo')),
    document: (scene) => (scene.b.does(() => scene.b.line().delete(0, 63)), scene.shared.restart(), stepsBack(scene, 'undo')),
    whose: 'A63',
    byClient: ['B63', 'B63'],
  },
  {
    what: 'Enter, and undone',
    editor: ({ b }) => (choose(b, 19), press(b, enter), b.steps('undo')),
    document: (scene) => (divide(scene.b, 19), stepsBack(scene, 'undo')),
    whose: 'A63',
    byClient: ['A19 B44', 'A19 B44'],
  },
  {
    what: 'cut, and put in elsewhere',
    editor: ({ b }) => {
      choose(b, 39, 63);
      const taken = b.copy();
      b.dispatch(b.state.tr.deleteSelection().setMeta('uiEvent', 'cut'));
      choose(b, 0);
      b.paste(taken);
    },
    document: ({ b }) => (b.does(() => b.line().delete(39, 24)), b.does(() => b.line().insert(0, sentence.slice(39)))),
    whose: 'A63',
    byClient: ['A39 B24', 'A39 B24'],
  },
  {
    what: 'copied, and put in as well: a quotation',
    editor: ({ b }) => {
      choose(b, ...whole);
      const taken = b.copy();
      choose(b, 63);
      press(b, enter);
      b.paste(taken);
    },
    document: ({ b }) => b.does(() => b.text.push([aBlock('paragraph', sentence)])),
    whose: 'A63 A!63',
    byClient: ['A63 B63', 'A63 B63'],
  },
  {
    what: 'deleted by A, and written by hand by B',
    editor: ({ a, b }) => (deletes(a, 20, 32), types(b, 20, sentence.slice(20, 32))),
    document: ({ a, b }) => {
      a.does(() => a.line().delete(20, 12));
      for (const [at, letter] of [...sentence.slice(20, 32)].entries()) b.does(() => b.line().insert(20 + at, letter));
    },
    whose: 'A51 B12',
    byClient: ['A51 B12', 'A51 B12'],
  },
  {
    what: 'one word put for another in one step: the letters that stay the same stay whose they were',
    editor: ({ b }) => (b.pause(), b.dispatch(b.state.tr.insertText('ohälsan', 9, 14))),
    document: ({ b }) => b.does(() => (b.line().delete(8, 5), b.line().insert(8, 'ohälsan'))),
    whose: 'A63 B2',
    byClient: ['A58 B7', 'A58 B7'],
  },
  {
    what: 'both write without a network, and it is merged',
    editor: ({ a, b }) => (a.connect(false), b.connect(false), types(a, 63, ' enligt'), types(b, 0, 'Numera: '), b.connect(true), a.connect(true)),
    document: ({ a, b }) => {
      for (const who of [a, b]) who.connect(false);
      a.does(() => a.line().insert(63, ' enligt'));
      b.does(() => b.line().insert(0, 'Numera: '));
      for (const who of [b, a]) who.connect(true);
    },
    whose: 'A70 B8',
    byClient: ['A70 B8', 'A70 B8'],
  },
  {
    what: 'divided without a network, while A writes in the end of it',
    editor: ({ a, b }) => (b.connect(false), choose(b, 19), press(b, enter), types(a, 63, ' än'), b.connect(true)),
    document: ({ a, b }) => (b.connect(false), divide(b, 19), a.does(() => a.line().insert(63, ' än')), b.connect(true)),
    whose: 'A66',
    byClient: ['A22 B44', 'A22 B44'],
  },
  {
    what: 'deleted and undone without a network, and all of it arrives at once',
    editor: ({ b }) => (b.connect(false), deletes(b, 20, 32), b.steps('undo'), choose(b, 40), press(b, enter), b.connect(true)),
    document: (scene) => {
      scene.b.connect(false);
      scene.b.does(() => scene.b.line().delete(20, 12));
      stepsBack(scene, 'undo');
      divide(scene.b, 40);
      scene.b.connect(true);
    },
    whose: 'A63',
    byClient: ['A28 B35', 'A28 B35'],
  },
  {
    what: 'suggested by B, and accepted by C',
    editor: (scene) => {
      types(scene.b, 20, 'jaha ');
      scene.b.dispatch(scene.b.state.tr.addMark(21, 26, marks.insertion.create({ id })));
      accepted(scene.shared, toAll(scene));
    },
    document: (scene) => {
      scene.b.does(() => scene.b.line().insert(20, 'jaha ', { [keyOf({ mark: 'insertion', id })]: { id } }));
      accepted(scene.shared, toAll(scene));
    },
    whose: 'A63 B5',
    byClient: ['A63 B5', 'A63 B5'],
  },
  {
    what: 'deleted by B, and brought back by C as it read in a version',
    editor: (scene) => backTo(scene.shared, toAll(scene), () => (deletes(scene.b, ...whole), types(scene.b, 0, 'Nej'))),
    document: (scene) => backTo(scene.shared, toAll(scene), () => scene.b.does(() => (scene.b.text.delete(0, 1), scene.b.text.push([aBlock('paragraph', 'Nej')])))),
    whose: 'A63',
    byClient: ['C63', 'C63'],
  },
  {
    what: 'dragged to another place',
    editor: ({ b }) => {
      types(b, 63, '.');
      choose(b, 63);
      press(b, enter);
      choose(b, 8, 17);
      const taken = b.copy();
      const moved = b.state.tr.deleteSelection();
      moved.setSelection(TextSelection.create(moved.doc, endOf(b) + 1 - 9)).replaceSelection(taken.slice);
      b.dispatch(moved.setMeta('uiEvent', 'drop'));
    },
    document: ({ b }) => (b.does(() => b.line().insert(63, '.')), b.does(() => (b.line().delete(8, 9), b.line().insert(55, sentence.slice(8, 17))))),
    whose: 'A63 B1',
    byClient: ['A54 B10', 'A54 B10'],
  },
];
