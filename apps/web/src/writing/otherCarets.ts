import type { Plugin } from 'prosemirror-state';
import type { Awareness } from 'y-protocols/awareness';
import { yCursorPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { looksOf } from './look';

interface Who {
  actorId?: string;
  name?: string;
}

/**
 * Where the others' carets stand. On touch screens there are none: a widget in the line makes some keyboards
 * there double or drop what is typed. So it is anywhere while a word is composed: a caret that comes into the line
 * would have a word that is bold, a link or marked drawn anew, and what is composed written twice.
 */
export function otherCarets(awareness: Awareness, me: string, composes: () => boolean): Plugin[] {
  const lookOf = (id: string): number => {
    const here = [...awareness.getStates().values()].map((state) => (state['user'] as Who | undefined)?.actorId ?? me);
    return looksOf([me, ...here]).get(id) ?? 0;
  };
  if (matchMedia('(pointer: coarse)').matches) return [];
  return [
    yCursorPlugin(awareness, {
      awarenessStateFilter: (mine: number, theirs: number, state: unknown) => mine !== theirs && !composes() && isPlaced(state),
      cursorBuilder: (_user: unknown, clientId: number) => {
        const who = (awareness.getStates().get(clientId)?.['user'] ?? {}) as Who;
        const caret = document.createElement('span');
        caret.className = `caret look-${lookOf(who.actorId ?? '')}`;
        caret.setAttribute('aria-hidden', 'true');
        const flag = document.createElement('span');
        flag.className = 'caret-flag';
        flag.textContent = who.name ?? '';
        caret.append('\u2060', flag, '\u2060');
        return caret;
      },
      selectionBuilder: (_user: unknown, clientId?: number) => {
        const who = (awareness.getStates().get(clientId ?? -1)?.['user'] ?? {}) as Who;
        return { class: `caret-range look-${lookOf(who.actorId ?? '')}` };
      },
    }) as Plugin,
  ];
}

// What another window says of its caret is not to be trusted: a position that cannot be read would break the editor.
function isPlaced(state: unknown): boolean {
  const { cursor } = state as { cursor?: { anchor?: unknown; head?: unknown } };
  return [cursor?.anchor, cursor?.head].every((end) => {
    if (typeof end !== 'object' || end === null) return false;
    const { type, tname, item } = Y.createRelativePositionFromJSON(end);
    const isId = (id: Y.ID | null): boolean => id === null || (Number.isInteger(id.client) && Number.isInteger(id.clock));
    return isId(type) && isId(item) && (tname === null || tname === 'text') && (type !== null || item !== null || tname !== null);
  });
}
