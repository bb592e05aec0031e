import type { ResolvedPos } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { followWords } from './followWords';
import type { MovedLetters } from './lateWords';

interface Kept {
  readonly anchor: Y.RelativePosition | null;
  readonly head: Y.RelativePosition | null;
}

const lines: ReadonlySet<string> = new Set(['paragraph', 'heading']);

/**
 * Keeps one's own caret behind the letter one has just written. The binding ties it to what comes after it, and at the
 * end of a line to the end itself: whoever else writes there would push it along, and the letters of two people would
 * lie among each other. A selection keeps its ends, so that what others write beside it is never within it.
 * Where another divides the line, one's caret goes with the words.
 */
export function ownCaret(text: Y.XmlFragment): Plugin {
  return new Plugin({
    view(view) {
      const { doc } = text;
      const change = (end: (kept: Y.RelativePosition | null, place: ResolvedPos, toTheLeft: boolean) => Y.RelativePosition | null): void => {
        const { binding } = ySyncPluginKey.getState(view.state) as { binding: { beforeTransactionSelection: Kept | null } };
        const kept = binding.beforeTransactionSelection;
        const { selection } = view.state;
        if (kept === null || !(selection instanceof TextSelection)) return;
        const { anchor, head, $anchor, $head, empty } = selection;
        binding.beforeTransactionSelection = {
          ...kept,
          anchor: end(kept.anchor, $anchor, empty || anchor > head),
          head: end(kept.head, $head, empty || head > anchor),
        };
      };
      let was: Y.RelativePosition | null = null;
      // The binding has noted the caret in the same moment, just before.
      const hold = (): void => {
        change((kept, _place, toTheLeft) => (doc === null ? kept : (was = held(doc, kept, toTheLeft))));
      };
      // What was changed is in the shared text, and not yet on the screen.
      const follow = ({ local }: Y.Transaction): void => {
        if (!local) change((kept, place, toTheLeft) => (doc !== null && isGone(doc, kept) ? (followWords(text, place, toTheLeft) ?? kept) : kept));
      };
      // Late words stand elsewhere now; the caret that stood behind a letter of theirs goes along.
      const goAlong = ({ meta }: Y.Transaction): void => {
        const moved = (meta.get('moved') as MovedLetters | undefined)?.find(({ from }) => was?.item != null && Y.compareIDs(from, was.item));
        if (moved === undefined || was === null || doc === null || view.isDestroyed) return;
        const { binding } = ySyncPluginKey.getState(view.state) as { binding: { mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] } };
        const at = relativePositionToAbsolutePosition(doc, text, new Y.RelativePosition(null, null, moved.to, was.assoc), binding.mapping);
        if (at !== null) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).setMeta('addToHistory', false));
      };
      const fill = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
        if (transaction.local) giveLines(text, events);
      };
      doc?.on('beforeAllTransactions', hold);
      doc?.on('beforeObserverCalls', follow);
      doc?.on('afterTransaction', goAlong);
      text.observeDeep(fill as Parameters<Y.XmlFragment['observeDeep']>[0]);
      return {
        destroy: () => {
          doc?.off('beforeAllTransactions', hold);
          doc?.off('beforeObserverCalls', follow);
          doc?.off('afterTransaction', goAlong);
          text.unobserveDeep(fill as Parameters<Y.XmlFragment['observeDeep']>[0]);
        },
      };
    },
  });
}

function held(doc: Y.Doc, kept: Y.RelativePosition | null, toTheLeft: boolean): Y.RelativePosition | null {
  const at = kept === null ? null : Y.createAbsolutePositionFromRelativePosition(kept, doc);
  if (at === null || !(at.type instanceof Y.XmlText)) return kept;
  return Y.createRelativePositionFromTypeIndex(at.type, at.index, toTheLeft ? -1 : 0);
}

function isGone(doc: Y.Doc, kept: Y.RelativePosition | null): boolean {
  const id = kept?.item ?? kept?.type ?? null;
  if (id === null || id.clock >= Y.getState(doc.store, id.client)) return false;
  const struct = Y.getItem(doc.store, id) as Y.Item | Y.GC;
  return !(struct instanceof Y.Item) || struct.deleted;
}

// An empty line gets its text when it is made. Made by two at once, with the first letter of each, there would be two
// texts in one line, and joining them takes away what is on its way into the other.
function giveLines(text: Y.XmlFragment, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
  const added = events.flatMap((event) => [...event.changes.added].map(({ content }) => (content as Y.ContentType).type as unknown));
  const bare = added.flatMap(linesIn).filter((line) => line.length === 0);
  if (bare.length > 0) text.doc?.transact(() => bare.forEach((line) => line.insert(0, [new Y.XmlText()])), 'lines');
}

function linesIn(type: unknown): Y.XmlElement[] {
  if (!(type instanceof Y.XmlElement)) return [];
  return lines.has(type.nodeName) ? [type] : type.toArray().flatMap(linesIn);
}
