import { EditorState, Plugin, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, yUndoPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Shared } from '../../api/test/sharedText.js';
import { LateWords, type Came } from '../src/writing/lateWords';
import { ownCaret } from '../src/writing/ownCaret';
import { textSchema } from '../src/writing/textSchema';
import { undoing } from '../src/writing/undoing';
import { undoneInPlace } from '../src/writing/undoneInPlace';
import { UndoneMarks } from '../src/writing/undoneMarks';
import { WordSources, type Carried, type ToldSources } from '../src/writing/wordSources';

/** Somebody who writes with the editor's own plugins and commands, without a screen; online or not. */
export class Hand {
  readonly doc: Y.Doc;
  readonly sources: WordSources | null;
  state: EditorState;
  online = true;
  deaf = false;
  private readonly views: { update?: (view: EditorView, old: EditorState) => void }[] = [];
  private told: ToldSources[] = [];
  private came: Came | null = null;
  private waiting: ToldSources[] = [];
  private onTheWay: Uint8Array[] | null = null;

  constructor(
    readonly actorId: string,
    private readonly shared: Shared,
    private readonly others: Hand[],
    says: boolean,
    keeps = false,
  ) {
    this.doc = shared.copyFor(actorId);
    const text = this.doc.getXmlFragment('text');
    const { doc, mapping } = initProseMirrorDoc(text, textSchema);
    this.sources = says ? new WordSources(text, 'here', (told) => this.hint(told), () => this.state) : null;
    const note = new Plugin({ state: { init: () => null, apply: (transaction, _value, old, now) => (this.sources?.note(transaction, old, now), null) } });
    this.state = EditorState.create({ doc: doc.childCount > 0 ? doc : (textSchema.topNodeType.createAndFill() ?? doc), plugins: [ySyncPlugin(text, { mapping }), ...(keeps ? [ownCaret(text)] : []), undoing(text), undoneInPlace(text), note] });
    for (const plugin of this.state.plugins) {
      const view = plugin.spec.view?.(this.view);
      if (view !== undefined) this.views.push(view as (typeof this.views)[number]);
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other' && this.online) this.send(update);
    });
    new UndoneMarks(this.doc);
    if (keeps) new LateWords(text, { isMine: (client) => client === this.doc.clientID, came: () => this.came, told: () => this.waiting, tell: (told) => this.hint(told) });
    others.push(this);
  }

  // All that the binding asks of a view.
  private get view(): EditorView {
    const hand = this as Hand;
    return {
      get state() {
        return hand.state;
      },
      dispatch: (transaction: Transaction) => hand.dispatch(transaction),
      hasFocus: () => false,
      composing: false,
    } as unknown as EditorView;
  }

  readonly dispatch = (transaction: Transaction): void => {
    const old = this.state;
    this.state = old.apply(transaction);
    for (const view of this.views) view.update?.(this.view, old);
  };

  /** Presses undo or redo. */
  steps(way: 'undo' | 'redo'): void {
    (yUndoPluginKey.getState(this.state) as { undoManager: Y.UndoManager }).undoManager[way]();
  }

  /** What comes next is a step of its own. */
  pause(): void {
    (yUndoPluginKey.getState(this.state) as { undoManager: Y.UndoManager }).undoManager.stopCapturing();
  }

  /** Takes what is selected along. */
  copy(): { slice: ReturnType<EditorState['selection']['content']>; carried: Carried | null } {
    return { slice: this.state.selection.content(), carried: this.sources?.take({ state: this.state }) ?? null };
  }

  /** Puts in what was taken along. */
  paste({ slice, carried }: ReturnType<Hand['copy']>): void {
    this.sources?.give(carried);
    this.dispatch(this.state.tr.replaceSelection(slice).setMeta('paste', true).setMeta('uiEvent', 'paste'));
  }

  /** Hears what others wrote. */
  hear(update: Uint8Array): void {
    if (!this.online || this.deaf) return;
    this.came = { update, whole: false, heardAt: 0 };
    Y.applyUpdate(this.doc, update, 'other');
  }

  /** The network goes, or comes back. */
  connect(online: boolean): void {
    if (online && !this.online) {
      this.online = true;
      const missing = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.shared.document));
      this.send(missing);
      this.hear(Y.encodeStateAsUpdate(this.shared.document, Y.encodeStateVector(this.doc)));
    }
    this.online = online;
  }

  /** The network comes back, and as the protocol has it one hears before one tells. */
  comesBack(): void {
    this.came = { update: Y.encodeStateAsUpdate(this.shared.document, Y.encodeStateVector(this.doc)), whole: true, heardAt: Date.now() };
    Y.applyUpdate(this.doc, this.came.update, 'other');
    this.online = true;
    this.send(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.shared.document)));
  }

  private hint(told: ToldSources): void {
    this.told.push(told);
    this.waiting.push(told);
  }

  /** What others wrote meanwhile arrives, late. */
  hearsAgain(): void {
    this.deaf = false;
    this.hear(Y.encodeStateAsUpdate(this.shared.document, Y.encodeStateVector(this.doc)));
  }

  /** What is written is on its way from now on, and nobody has heard of it. */
  isSlow(): void {
    this.onTheWay = [];
  }

  /** What was on its way arrives. */
  arrives(): void {
    const updates = this.onTheWay ?? [];
    this.onTheWay = null;
    updates.forEach((update) => this.send(update));
  }

  private send(update: Uint8Array): void {
    if (this.onTheWay !== null) return void this.onTheWay.push(update);
    if (this.online) this.waiting = [];
    for (const { words, client } of this.told) this.shared.hear(this.actorId, words.map(([clock, length, from, at]) => ({ client, clock, length, from: { client: from, clock: at } })));
    this.told = [];
    this.shared.take(this.actorId, update);
    for (const other of this.others) if (other !== this) other.hear(update);
  }
}
