import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** The note of a transaction that these stretches are to be lit. */
export const lightsKey = new PluginKey<DecorationSet>('lights');

/** Lights stretches of the text for one person, such as what they look for; they move with the words. */
export function lights(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: lightsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, lit) => {
        const given = tr.getMeta(lightsKey) as readonly { from: number; to: number; now: boolean }[] | undefined;
        if (given === undefined) return lit.map(tr.mapping, tr.doc);
        return DecorationSet.create(tr.doc, given.map(({ from, to, now }) => Decoration.inline(from, to, { class: now ? 'found found-now' : 'found' })));
      },
    },
    props: { decorations: (state) => lightsKey.getState(state) },
  });
}
