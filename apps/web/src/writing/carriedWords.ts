import { DOMSerializer } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { Room } from './room';
import { textSchema } from './textSchema';
import type { Carried, WordSources } from './wordSources';

const carriedBy = /data-words="([^"]*)"/;

/** Follows words that the editor makes anew. What follows them is fetched when somebody begins to write. */
export function carriedWords(room: Room): Plugin {
  let sources: WordSources | null = null;
  let over = false;
  let taken: Carried | null = null;
  const serializer = DOMSerializer.fromSchema(textSchema);
  return new Plugin({
    state: { init: () => null, apply: (transaction, _value, old, now) => (sources?.note(transaction, old, now), null) },
    props: {
      transformCopied: (slice, view) => {
        taken = sources?.take(view) ?? null;
        return slice;
      },
      clipboardSerializer: {
        serializeFragment: (...given: Parameters<DOMSerializer['serializeFragment']>) => {
          const copied = serializer.serializeFragment(...given);
          if (taken !== null) (copied.firstChild as Partial<HTMLElement> | null)?.setAttribute?.('data-words', JSON.stringify(taken));
          taken = null;
          return copied;
        },
      } as unknown as DOMSerializer,
      transformPastedText: (text) => {
        sources?.give(null);
        return text;
      },
      transformPastedHTML: (html) => {
        sources?.give(carriedIn(html));
        return html;
      },
    },
    view: (view) => {
      // Whoever only looks at the text with its tools fetches nothing more.
      const begin = (): void => {
        void import('./wordSources').then(
          (module) => {
            if (!over) sources = new module.WordSources(room.text, room.framingId, room.tellSources, () => view.state);
          },
          // Without it the server follows words by itself, a little less surely.
          () => undefined,
        );
      };
      view.dom.addEventListener('focus', begin, { once: true });
      return {
        destroy: () => {
          over = true;
          view.dom.removeEventListener('focus', begin);
          sources?.end();
        },
      };
    },
  });
}

function carriedIn(html: string): Carried | null {
  try {
    const found = JSON.parse((carriedBy.exec(html)?.[1] ?? 'null').replaceAll('&quot;', '"')) as Carried | null;
    return found !== null && typeof found.text === 'string' && Array.isArray(found.words) ? found : null;
  } catch {
    return null;
  }
}
