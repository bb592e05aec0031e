import type * as Y from 'yjs';
import type { LateWatch, LateWords } from './lateWords';
import type { UndoneMarks } from './undoneMarks';

/** Watches over words that others do not know of yet, and over what words carry that are undone; what does so is fetched when one begins to write, as long as there is a network. */
export class LateFrames {
  private frame: ArrayBuffer | null = null;
  private heardAt = 0;
  private lastAt = 0;
  private words: LateWords | null = null;
  private undone: UndoneMarks | null = null;
  private coming: Promise<void> | null = null;
  private over = false;

  constructor(
    private readonly text: Y.XmlFragment,
    private readonly given: Omit<LateWatch, 'came'>,
    /** Has the server told all that one missed? Until then it is the time before that counts. */
    private readonly isLinked: () => boolean,
  ) {}

  /** Settles when it watches. */
  watch(): Promise<void> {
    this.coming ??= Promise.all([import('./lateWords'), import('./undoneMarks')]).then(
      ([{ LateWords, cameIn }, { UndoneMarks }]) => {
        if (this.over) return;
        this.undone = new UndoneMarks(this.text.doc as Y.Doc);
        this.words = new LateWords(this.text, { ...this.given, came: () => this.frame && cameIn(this.frame, this.heardAt) });
      },
      // Without a network it cannot be fetched; it is tried again with the next word.
      () => void (this.coming = null),
    );
    return this.coming;
  }

  /** A frame has come, and is about to be read. */
  readonly heard = ({ event }: { event: { data: unknown } }): void => {
    this.heardAt = this.lastAt;
    if (this.isLinked()) this.lastAt = Date.now();
    this.frame = event.data instanceof ArrayBuffer ? event.data : null;
  };

  /** Watches no more. */
  end(): void {
    this.over = true;
    this.words?.end();
    this.undone?.end();
  }
}
