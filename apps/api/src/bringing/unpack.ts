import { unzipSync, zipSync } from 'fflate';
import { withFormulas } from './wordFormulas.js';

const most = { entries: 2_000, bytes: 60 * 1024 * 1024, part: 30 * 1024 * 1024, ratio: 200 } as const;

/** A file unpacks to more than any document is. */
export class TooMuchPacked extends Error {
  override readonly name = 'TooMuchPacked';
}

// Changed only where there is a formula: a file may be in other letters than these.
function read(text: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(text);
  return xml.includes('<m:oMath') ? new TextEncoder().encode(withFormulas(xml)) : text;
}

/**
 * The parts of a packed document that are read, packed anew without compression: whoever opens it next finds what was
 * counted here, and nothing else. What an entry says of its size is also all that is unpacked of it.
 */
export function repacked(file: Uint8Array): Uint8Array {
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
  const text = parts['word/document.xml'];
  if (text === undefined) throw new Error('no document');
  return zipSync({ ...parts, 'word/document.xml': read(text) }, { level: 0 });
}
