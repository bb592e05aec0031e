import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { textSchema } from './textSchema';

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

/** Keys of the text; single letters do nothing by themselves. */
export function shortcuts(): Plugin[] {
  return [
    keymap({
      'Mod-z': undoCommand,
      'Mod-y': redoCommand,
      'Shift-Mod-z': redoCommand,
      'Mod-b': toggleMark(marks.strong),
      'Mod-i': toggleMark(marks.em),
      'Mod-Alt-0': setBlockType(nodes.paragraph),
      'Mod-Alt-2': setBlockType(nodes.paragraph, { level: 2 }),
      'Mod-Alt-3': setBlockType(nodes.paragraph, { level: 3 }),
      'Shift-Enter': chainCommands(exitCode, lineBreak),
      Enter: splitListItem(nodes.list_item),
      Tab: inList(sinkListItem(nodes.list_item)),
      'Shift-Tab': inList(liftListItem(nodes.list_item)),
      Backspace: undoInputRule,
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
        wrappingInputRule(/^1\.\s$/, nodes.ordered_list),
        wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
        textblockTypeInputRule(/^##\s$/, nodes.paragraph, { level: 2 }),
        textblockTypeInputRule(/^###\s$/, nodes.paragraph, { level: 3 }),
      ],
    }),
  ];
}
