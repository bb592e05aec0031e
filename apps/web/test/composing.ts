import type { CDPSession } from 'playwright-core';
import type { Visitor } from './browser';

/** Counts of letters: none may be lost, and none stand twice. */
export type Letters = Map<string, number>;

/** Adds letters, or takes them out. */
export function count(letters: Letters, words: string, by = 1): void {
  for (const letter of words) letters.set(letter, (letters.get(letter) ?? 0) + by);
}

/** What differs between what was written and what stands. */
export function amiss(written: Letters, words: string, passedOver: ReadonlySet<string> = new Set()): string[] {
  const stand: Letters = new Map();
  count(stand, words.replaceAll(/\s/g, ''));
  return [...new Set([...written.keys(), ...stand.keys()])].flatMap((letter) => {
    const [wanted, is] = [written.get(letter) ?? 0, stand.get(letter) ?? 0];
    return wanted === is || (wanted === 0 && is === 1 && passedOver.has(letter)) ? [] : [`${letter}: ${is} for ${wanted}`];
  });
}

/** A keyboard that composes, as a phone has one: a word stands under the finger, is changed, and settles. */
export class Composing {
  /** Letters that were tried, and others put in their place. */
  readonly tried = new Set<string>();
  /** The letters under the finger, that may still be changed. */
  open = '';
  private begun = 0;

  private constructor(
    private readonly who: Visitor,
    private readonly keys: CDPSession,
    private readonly written: Letters,
  ) {}

  static async by(who: Visitor, written: Letters): Promise<Composing> {
    await who.page.evaluate(() => {
      const seen = Object.assign(window as unknown as { begun: number; composes: boolean }, { begun: 0, composes: false });
      document.addEventListener('compositionstart', () => Object.assign(seen, { begun: seen.begun + 1, composes: true }), true);
      document.addEventListener('compositionend', () => Object.assign(seen, { composes: false }), true);
    });
    return new Composing(who, await who.context.newCDPSession(who.page), written);
  }

  /** A word is composed, letter by letter; sometimes another letter is tried first. Something else may happen between any two. */
  async word(letters: readonly string[], tries: () => string, between: () => Promise<void>): Promise<void> {
    let kept = '';
    for (const letter of letters) {
      const other = tries();
      this.tried.add(other);
      for (const last of [other, letter]) {
        if (last === '') continue;
        if (await this.hasEnded()) kept = '';
        await this.set(kept + last);
        await between();
      }
      kept += letter;
    }
    if (await this.hasEnded()) return;
    await this.keys.send('Input.insertText', { text: kept });
    count(this.written, kept);
    this.open = '';
  }

  private async set(words: string): Promise<void> {
    await this.keys.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length });
    const { begun } = await this.seen();
    // What had ended in that very moment stands as it was, and this is a word of its own.
    if (this.open !== '' && begun > this.begun) count(this.written, this.open);
    this.begun = begun;
    this.open = words;
  }

  // The page may have ended the word: what stood stands, and a keyboard begins another.
  private async hasEnded(): Promise<boolean> {
    if (this.open === '' || (await this.seen()).composes) return false;
    count(this.written, this.open);
    this.open = '';
    return true;
  }

  private seen(): Promise<{ begun: number; composes: boolean }> {
    return this.who.page.evaluate(() => {
      const { begun, composes } = window as unknown as { begun: number; composes: boolean };
      return { begun, composes };
    });
  }
}
