import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror';
import { askFor } from './asked';
import { carriedWords } from './carriedWords';
import { citationView } from './citationView';
import { clearOfBars } from './clearOfBars';
import { lights } from './lights';
import { NoteView } from './noteView';
import { otherCarets } from './otherCarets';
import { ownCaret } from './ownCaret';
import { caretFirst, readCaret } from './readCaret';
import type { Room } from './room';
import { keepPasted } from './pastedPicture';
import { shortcuts } from './shortcuts';
import { isStrange } from './strangeText';
import { textSchema } from './textSchema';
import { undoing } from './undoing';
import { undoneInPlace } from './undoneInPlace';
import { unstruck } from './unstruck';
import { watchdog } from './watchdog';

/** What the editor tells the screen around it. */
export interface Telling {
  readonly label: string;
  readonly describedBy: string;
  readonly changed: (state: EditorState) => void;
  readonly strange: () => void;
  /** What was to be put in at once is too much, or no longer. */
  readonly broughtTooMuch: (is: boolean) => void;
  /** So many pictures did not come along with what was pasted. */
  readonly withoutPictures: (many: number) => void;
}

// More than this in one change is refused by the server; better said before it is in the text.
const mostPasted = 200_000;
// Word lays many letters of dress around each of its own.
const mostHtml = 20_000_000;

/** Ties an editor to the text of a room. Null when the text holds something this editor does not know. */
export function createEditor(place: HTMLElement, room: Room, telling: Telling): EditorView | null {
  if (isStrange(room.text)) return null;
  let view: EditorView | null = null;
  const guard = (): void => {
    if (view === null || !isStrange(room.text)) return;
    // Before the binding hears of it: it would delete what it does not know.
    view.destroy();
    view = null;
    telling.strange();
  };
  room.text.observeDeep(guard);
  // What is pasted, or dragged here from elsewhere: without us the browser would leave the page for a picture that is dropped.
  const bring = (editor: EditorView, event: Event, data: DataTransfer | null): boolean => {
    const html = data?.getData('text/html') ?? '';
    const text = data?.getData('text/plain') ?? '';
    const picture = data?.files[0];
    // Said before anything is read: a book would hold the page still for a long time, and be refused all the same.
    if (text.length > mostPasted || html.length > mostHtml) telling.broughtTooMuch(true);
    // What was copied here is ours already.
    else if (html.includes('data-pm-slice')) return false;
    // A picture by itself goes the way of one that is chosen: what one sees in it is asked for.
    else if (picture !== undefined && text === '') {
      keepPasted(picture);
      askFor(editor, 'picture');
    }
    // What has no dress needs no cleaning.
    else if (html === '') return false;
    else void import('./pasting/paste').then(({ pasteCleaned }) => (editor.isDestroyed ? undefined : telling.withoutPictures(pasteCleaned(editor, html, event))));
    event.preventDefault();
    return true;
  };
  const { doc: held, mapping } = initProseMirrorDoc(room.text, textSchema);
  // A text nobody has written in is no block at all; the caret needs one to stand in.
  const doc = held.childCount > 0 ? held : (textSchema.topNodeType.createAndFill() ?? held);
  const awareness = room.provider.awareness;
  view = new EditorView(place, {
    state: EditorState.create({
      doc,
      plugins: [
        ySyncPlugin(room.text, { mapping }),
        ownCaret(room.text),
        undoing(room.text),
        undoneInPlace(room.text),
        ...(awareness === null ? [] : otherCarets(awareness, room.me.id, () => view?.composing === true)),
        readCaret(room.provider),
        ...shortcuts(),
        lights(),
        carriedWords(room),
        watchdog(room.text),
        new Plugin({
          ...unstruck,
          view: () => ({ update: (now) => telling.changed(now.state), destroy: () => room.text.unobserveDeep(guard) }),
        }),
      ],
    }),
    // The binding has timers of its own that may come after the end.
    dispatchTransaction(this: EditorView, transaction) {
      if (this.isDestroyed) return;
      const change = caretFirst(this, transaction);
      this.updateState(this.state.apply(change));
    },
    nodeViews: { citation: (node) => citationView(room.framingId, node.attrs['source']), footnote: (node, editor, at) => new NoteView(node, editor, at) },
    ...clearOfBars(place),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': telling.label,
      'aria-describedby': telling.describedBy,
      class: 'written',
    },
    handleDOMEvents: {
      paste: (editor, event) => bring(editor, event, event.clipboardData),
      drop: (editor, event) => bring(editor, event, event.dataTransfer),
      focus: () => room.standAt('text'),
      blur: () => {
        room.standAt(null);
        room.composing(false);
      },
      input: (_editor, event) => {
        room.composing((event as InputEvent).isComposing);
        telling.broughtTooMuch(false);
      },
      // Whoever comes by the keyboard sees where they write. By the mouse one sees it already.
      keyup: (editor, { key }) => {
        if (key === 'Tab') editor.dispatch(editor.state.tr.scrollIntoView().setMeta('addToHistory', false));
      },
      compositionstart: () => room.composing(true),
      compositionend: () => room.composing(false),
    },
    handlePaste: (_view, _event, slice) => {
      if (slice.size <= mostPasted) return false;
      telling.broughtTooMuch(true);
      return true;
    },
  });
  return view;
}
