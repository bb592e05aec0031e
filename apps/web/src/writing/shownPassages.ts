import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Anchor } from './handOver';
import { placeOf } from './passage';

/** A passage somebody has said something about. */
export interface Pointed {
  readonly id: string;
  readonly anchor: Anchor;
}

const key = new PluginKey<readonly Pointed[]>('passages');

/** The transaction's note that these passages are to be shown; none hides them. */
export const passagesKey = key;

/** Marks the passages that contributions point at, when one asks to see them. */
export function shownPassages(): Plugin<readonly Pointed[]> {
  return new Plugin<readonly Pointed[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, shown) => (transaction.getMeta(key) as readonly Pointed[] | undefined) ?? shown,
    },
    props: {
      decorations(state) {
        const shown = key.getState(state) ?? [];
        if (shown.length === 0) return null;
        return DecorationSet.create(
          state.doc,
          shown.flatMap(({ anchor }) => {
            const place = placeOf(state, anchor);
            return place === null ? [] : [Decoration.inline(place.from, place.to, { class: 'pointed', nodeName: 'mark' })];
          }),
        );
      },
    },
  });
}
