import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { textSchema } from './textSchema';

const { nodes, marks } = textSchema;

/** Something the toolbar can do. */
export interface Tool {
  readonly name: 'heading' | 'subheading' | 'bullets' | 'numbers' | 'quote' | 'strong' | 'em' | 'undo' | 'redo';
  /** On a phone it stands under "More". */
  readonly seldom?: true;
  /** Is it on where the caret stands? Undefined for acts that are not on or off. */
  readonly on?: (state: EditorState) => boolean;
  readonly act: Command;
}

const isIn = (state: EditorState, type: NodeType, attrs: Record<string, unknown> = {}): boolean => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value)) return true;
  }
  return false;
};

/** Is the mark on the selection, or on what is written next? */
export function isMarked(state: EditorState, mark: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  return empty ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, mark);
}

const isHeading = (state: EditorState, level: number): boolean => isIn(state, nodes.paragraph, { level }) || isIn(state, nodes.heading, { level });

const heading = (level: number): Pick<Tool, 'on' | 'act'> => ({
  on: (state) => isHeading(state, level),
  act: (state, dispatch, view) => setBlockType(nodes.paragraph, { level: isHeading(state, level) ? null : level })(state, dispatch, view),
});

const lists: readonly NodeType[] = [nodes.bullet_list, nodes.ordered_list];

// The innermost list the caret stands in, and where it begins.
const listAround = (state: EditorState): { type: NodeType; at: number } | null => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (lists.includes(type)) return { type, at: $from.before(depth) };
  }
  return null;
};

const list = (type: NodeType): Pick<Tool, 'on' | 'act'> => ({
  on: (state) => listAround(state)?.type === type,
  act: (state, dispatch, view) => {
    const around = listAround(state);
    if (around === null) return wrapInList(type)(state, dispatch, view);
    if (around.type === type) return liftListItem(nodes.list_item)(state, dispatch, view);
    // In a list of the other sort the list changes its sort.
    dispatch?.(state.tr.setNodeMarkup(around.at, type));
    return true;
  },
});

const mark = (type: MarkType): Pick<Tool, 'on' | 'act'> => ({ on: (state) => isMarked(state, type), act: toggleMark(type) });

/** The toolbar, in order; the link has a place of its own, since it asks for an address. */
export const tools: readonly Tool[] = [
  { name: 'strong', ...mark(marks.strong) },
  { name: 'em', seldom: true, ...mark(marks.em) },
  { name: 'heading', ...heading(2) },
  { name: 'subheading', seldom: true, ...heading(3) },
  { name: 'bullets', ...list(nodes.bullet_list) },
  { name: 'numbers', seldom: true, ...list(nodes.ordered_list) },
  {
    name: 'quote',
    seldom: true,
    on: (state) => isIn(state, nodes.blockquote),
    act: (state, dispatch, view) => (isIn(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch, view),
  },
  { name: 'undo', act: undoCommand },
  { name: 'redo', seldom: true, act: redoCommand },
];
