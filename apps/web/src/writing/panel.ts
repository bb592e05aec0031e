import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** What a part that opens under the toolbar is given. */
export interface PanelProps {
  readonly view: EditorView;
  readonly state: EditorState;
  readonly framingId: string;
  /** Closes it, and puts the caret back in the text. */
  readonly onDone: () => void;
  /** Opens another in its place. */
  readonly open: (panel: PanelName) => void;
}

/** The parts there are. */
export type PanelName = 'link' | 'insert' | 'picture' | 'source' | 'find' | 'count' | 'keys';
