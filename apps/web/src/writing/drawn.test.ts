import { expect, test } from '@jest/globals';
import { EditorState } from 'prosemirror-state';
import { Decoration, type DecorationSet, type EditorView } from 'prosemirror-view';
import { draw, type Drawing } from './drawn';
import { textSchema } from './textSchema';

const state = EditorState.create({ schema: textSchema, doc: textSchema.node('doc', null, [textSchema.node('paragraph', null, textSchema.text('Vägen är mörk'))]) });

/** As much of an editor as drawing needs. */
function anEditor(): { view: EditorView; shown: () => string[] } {
  let decorations = (_state: EditorState): DecorationSet | null => null;
  const view = { isDestroyed: false, hasFocus: () => false, setProps: (props: { decorations: typeof decorations }) => (decorations = props.decorations) };
  return { view: view as unknown as EditorView, shown: () => (decorations(state)?.find() ?? []).map(({ spec }) => String((spec as { what: string }).what)) };
}

const of =
  (what: string): Drawing =>
  () => [Decoration.inline(1, 6, {}, { what })];

test('[W12] [C13] what is said of a suggestion stays while one looks at the words a contribution stands on, and after', () => {
  const { view, shown } = anEditor();
  draw(view, of('suggestion'));
  const stop = draw(view, of('passages'));
  expect(shown()).toEqual(['suggestion', 'passages']);
  stop();
  expect(shown()).toEqual(['suggestion']);
});
