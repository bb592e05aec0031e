import type { EditorState } from 'prosemirror-state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Anchor } from './handOver';

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2];

interface Sync {
  type: Y.XmlFragment;
  doc: Y.Doc;
  binding: { mapping: Mapping };
}

const longestQuote = 1_000;

/** A passage of the text as it is selected now: its words, and where they are in the shared document. */
export function passageOf(state: EditorState): { anchor: Anchor; quote: string } | null {
  const { from, to, empty } = state.selection;
  if (empty) return null;
  const sync = ySyncPluginKey.getState(state) as Sync;
  return passageBetween(sync.type, sync.binding.mapping, from, to, (start, end) => state.doc.textBetween(start, end, '\n', '\n'));
}

/** A passage between two places of the text. Blanks at its ends are left out, so that both ends are letters. */
export function passageBetween(
  type: Y.XmlFragment,
  mapping: Mapping,
  from: number,
  to: number,
  textBetween: (from: number, to: number) => string,
): { anchor: Anchor; quote: string } | null {
  let [start, end] = [from, to];
  while (start < end && textBetween(start, start + 1).trim() === '') start += 1;
  while (end > start && textBetween(end - 1, end).trim() === '') end -= 1;
  const quote = textBetween(start, end);
  if (quote === '' || quote.length > longestQuote) return null;
  const first = absolutePositionToRelativePosition(start, type, mapping) as Y.RelativePosition;
  const last = absolutePositionToRelativePosition(end - 1, type, mapping) as Y.RelativePosition;
  // The end holds on to the last letter, so that what is written after the passage does not become part of it.
  const after = new Y.RelativePosition(last.type, last.tname, last.item, -1);
  return { anchor: { start: Y.relativePositionToJSON(first), end: Y.relativePositionToJSON(after) }, quote };
}
