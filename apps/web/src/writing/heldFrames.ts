import type { HocuspocusProvider } from '@hocuspocus/provider';

// Whoever rests within a word sees the others all the same.
const longest = 5_000;
// After a word the editor still reads what the browser has made of it.
const after = 60;

/**
 * Keeps what comes from others back while a word is composed. Drawn into its line it would break the word off, and the
 * keyboard, which does not always hear of that, would put the whole of it there once more.
 */
export class HeldFrames {
  private readonly waiting: (() => void)[] = [];
  private holds = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads what comes to this link from now on. */
  tie(link: HocuspocusProvider): void {
    const read = link.onMessage.bind(link);
    this.waiting.length = 0;
    link.onMessage = (event) => void (this.holds ? this.waiting.push(() => read(event)) : read(event));
  }

  /** A word is being composed, or no longer. */
  composing(is: boolean): void {
    this.holds ||= is;
    clearTimeout(this.timer);
    if (this.holds) this.timer = setTimeout(this.release, is ? longest : after);
  }

  private readonly release = (): void => {
    this.holds = false;
    for (const read of this.waiting.splice(0)) read();
  };
}
