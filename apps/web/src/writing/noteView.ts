import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';

/** A footnote where it stands in the text one writes: its words, and on pressing them a field to write them in. */
export class NoteView implements NodeView {
  readonly dom = document.createElement('span');
  readonly words = document.createElement('button');
  /** Hears when somebody has changed the words of the note. */
  changed: ((text: string) => void) | null = null;

  constructor(
    public node: Node,
    readonly view: EditorView,
    readonly at: () => number | undefined,
  ) {
    this.dom.className = 'footnote';
    this.dom.contentEditable = 'false';
    this.words.type = 'button';
    this.words.dir = 'auto';
    this.words.onclick = () => this.edit();
    this.dom.append(this.words);
    this.show();
  }

  edit(): void {
    if (this.changed === null) void import('./editNote').then(({ editNote }) => (this.changed === null && this.dom.isConnected ? editNote(this) : undefined));
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    this.changed?.(node.textContent);
    return true;
  }

  stopEvent(): boolean {
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private show(): void {
    this.words.textContent = this.node.textContent || '…';
  }
}
