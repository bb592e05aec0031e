import * as Y from 'yjs';
import type { Shared } from '../../api/test/sharedText.js';

/** A block with words, as any program may write it. */
export function aBlock(name: string, ...content: (string | Y.XmlElement)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, content.map((part) => (typeof part === 'string' ? new Y.XmlText(part) : part)));
  return element;
}

/** Somebody who writes in the shared document with Yjs alone: no editor, and no word of where words come from. */
export class Pen {
  readonly doc: Y.Doc;
  readonly undoing: Y.UndoManager;
  private online = true;

  constructor(
    readonly actorId: string,
    private readonly shared: Shared,
    private readonly others: Pen[],
  ) {
    this.doc = shared.copyFor(actorId);
    this.undoing = new Y.UndoManager(this.text, { captureTimeout: 0 });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other' && this.online) this.send(update);
    });
    others.push(this);
  }

  get text(): Y.XmlFragment {
    return this.doc.getXmlFragment('text');
  }

  /** The words of a line. */
  line(at = 0): Y.XmlText {
    return (this.text.get(at) as Y.XmlElement).get(0) as Y.XmlText;
  }

  /** Does something in one step. */
  does(act: () => void): void {
    this.doc.transact(act);
  }

  /** Hears what others wrote. */
  hear(update: Uint8Array): void {
    if (this.online) Y.applyUpdate(this.doc, update, 'other');
  }

  /** The network goes, or comes back. */
  connect(online: boolean): void {
    const back = online && !this.online;
    this.online = online;
    if (!back) return;
    this.send(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.shared.document)));
    this.hear(Y.encodeStateAsUpdate(this.shared.document, Y.encodeStateVector(this.doc)));
  }

  private send(update: Uint8Array): void {
    this.shared.take(this.actorId, update);
    for (const other of this.others) if (other !== this) other.hear(update);
  }
}
