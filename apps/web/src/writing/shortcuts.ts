import { listStart } from '@samsyn/domain/writing/textShape';
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { NodeSelection, type Command, type Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { askFor } from './asked';
import type { PanelName } from './panel';
import { startOf, textSchema } from './textSchema';
import { tools, type Tool } from './tools';

const { nodes, marks } = textSchema;

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

// Tab is left to the browser outside of lists, so that nobody is caught in the text with a keyboard.
const inList = (command: Command): Command => (state, dispatch, view) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === nodes.list_item) return command(state, dispatch, view);
  return false;
};

// A footnote that is selected opens.
const openNote: Command = ({ selection }, _dispatch, view) => {
  if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.footnote) return false;
  (view?.nodeDOM(selection.from) as HTMLElement | null)?.querySelector('button')?.click();
  return true;
};

// What is seldom used is fetched when its key is pressed.
const footnote: Command = (_state, _dispatch, view) => {
  void import('./inserting').then(({ beginFootnote }) => (view === undefined || view.isDestroyed ? false : beginFootnote(view)));
  return true;
};

const cell = (step: 1 | -1): Command => (state, _dispatch, view) => {
  const { $from } = state.selection;
  if (!Array.from({ length: $from.depth }, (_, depth) => $from.node(depth).type).includes(nodes.table)) return false;
  void import('./tables').then(({ nextCell }) => (view === undefined || view.isDestroyed ? false : nextCell(step)(view.state, view.dispatch, view)));
  return true;
};

const asks = (panel: PanelName): Command => (_state, _dispatch, view) => {
  if (view !== undefined) askFor(view, panel);
  return true;
};

const tool = (name: Tool['name']): Command => (state, dispatch, view) => tools.find((one) => one.name === name)?.act(state, dispatch, view) ?? false;

/** Keys of the text; single letters do nothing by themselves. */
export function shortcuts(): Plugin[] {
  return [
    keymap({
      'Mod-z': undoCommand,
      'Mod-y': redoCommand,
      'Shift-Mod-z': redoCommand,
      'Mod-b': toggleMark(marks.strong),
      'Mod-i': toggleMark(marks.em),
      'Mod-k': asks('link'),
      'Mod-/': asks('keys'),
      'Mod-?': asks('keys'),
      'Shift-Mod-f': asks('find'),
      'Mod-Alt-f': footnote,
      'Shift-Mod-8': tool('bullets'),
      'Shift-Mod-7': tool('numbers'),
      // Where 7 and the slash are one key, as in the Nordic countries.
      'Shift-Mod-/': tool('numbers'),
      'Shift-Mod-9': tool('quote'),
      // Where Ctrl and Alt together are AltGr they write a sign: there they have Shift, except on a Mac, which takes a picture of the screen.
      'Shift-Mod-1': setBlockType(nodes.paragraph),
      'Shift-Mod-2': tool('heading'),
      'Shift-Mod-3': tool('subheading'),
      'Mod-Alt-0': setBlockType(nodes.paragraph),
      'Mod-Alt-2': setBlockType(nodes.paragraph, { level: 2 }),
      'Mod-Alt-3': setBlockType(nodes.paragraph, { level: 3 }),
      'Shift-Enter': chainCommands(exitCode, lineBreak),
      Enter: chainCommands(openNote, splitListItem(nodes.list_item)),
      Tab: chainCommands(inList(sinkListItem(nodes.list_item)), cell(1)),
      'Shift-Tab': chainCommands(inList(liftListItem(nodes.list_item)), cell(-1)),
      Backspace: undoInputRule,
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
        // A year at the beginning of a line is no number of a list.
        wrappingInputRule(/^(\d\d?)\.\s$/, nodes.ordered_list, ([, number]) => startOf(Number(number)), ([, number], before) => listStart(before.attrs['start']) + before.childCount === Number(number)),
        wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
        textblockTypeInputRule(/^##\s$/, nodes.paragraph, { level: 2 }),
        textblockTypeInputRule(/^###\s$/, nodes.paragraph, { level: 3 }),
      ],
    }),
  ];
}
