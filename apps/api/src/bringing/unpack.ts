import { unzipSync, zipSync } from 'fflate';
import type { Differences } from './differences.js';
import { withFormulas } from './wordFormulas.js';
import { WordNumbers } from './wordNumbers.js';
import { WordStyles } from './wordStyles.js';
import { withoutUnseen } from './wordUnseen.js';

const most = { entries: 2_000, bytes: 60 * 1024 * 1024, part: 30 * 1024 * 1024, ratio: 200 } as const;

/** A file unpacks to more than any document is. */
export class TooMuchPacked extends Error {
  override readonly name = 'TooMuchPacked';
}

const read = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml'] as const;

/**
 * The parts of a packed document that are read, packed anew without compression: whoever opens it next finds what was
 * counted here, and nothing else; of the words only those that are seen. What an entry says of its size is also all that is unpacked of it.
 */
export function repacked(file: Uint8Array, differences: Differences): Uint8Array {
  let [entries, bytes] = [0, 0];
  const parts = unzipSync(file, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      bytes += originalSize;
      if (entries > most.entries || bytes > most.bytes || originalSize > most.part) throw new TooMuchPacked();
      if (originalSize > 1024 * 1024 && originalSize > size * most.ratio) throw new TooMuchPacked();
      return /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/)/.test(name) && !name.includes('..') && !/\.(bin|ttf|odttf|exe)$/i.test(name);
    },
  });
  if (parts['word/document.xml'] === undefined) throw new Error('no document');
  const letters = (name: string): string => new TextDecoder().decode(parts[name]);
  const styles = new WordStyles(letters('word/styles.xml'));
  const numbers = new WordNumbers(letters('word/numbering.xml'));
  for (const name of read) {
    if (parts[name] === undefined) continue;
    const seen = withoutUnseen(letters(name), styles, name === 'word/document.xml' ? numbers : null, differences);
    parts[name] = new TextEncoder().encode(withFormulas(seen));
  }
  return zipSync(parts, { level: 0 });
}
