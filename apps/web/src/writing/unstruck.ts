import type { PluginSpec } from 'prosemirror-state';
import { textSchema } from './textSchema';

const { deletion } = textSchema.marks;

/**
 * What somebody writes in the midst of words that another suggests to take away is not suggested to go: nobody has said
 * so, and accepting the suggestion would take it along unseen.
 */
export const unstruck: PluginSpec<unknown> = {
  appendTransaction: (_changes, _old, { storedMarks, selection, tr }) => {
    const marks = storedMarks ?? selection.$from.marks();
    return selection.empty && deletion.isInSet(marks) ? tr.setStoredMarks(deletion.removeFromSet(marks)) : null;
  },
  props: {
    // In the place of some of them. A word that is being composed is left as the keyboard has it.
    handleTextInput: (view, from, to, text) => {
      const { selection, tr } = view.state;
      const marks = selection.$from.marksAcross(selection.$to) ?? [];
      if (view.composing || selection.empty || !deletion.isInSet(marks)) return false;
      view.dispatch(tr.setStoredMarks(deletion.removeFromSet(marks)).insertText(text, from, to));
      return true;
    },
  },
};
