import { indexOf, type Candidate, type Index } from '@samsyn/domain/alliance/resembling';
import { createHash } from 'node:crypto';

/** What different people may find differs, but not much. */
const most = 4;

/** Texts made ready for being asked, kept as long as they are the same: making them ready is what takes time. */
export class KeptIndexes {
  private readonly kept = new Map<string, Index>();

  of(candidates: readonly Candidate[]): Index {
    const hash = createHash('sha256');
    for (const { id, text } of candidates) hash.update(`${id}\0${text}\0`);
    const key = hash.digest('base64');
    const index = this.kept.get(key) ?? indexOf(candidates);
    // The one used last goes to the end; the one at the front has rested the longest.
    this.kept.delete(key);
    this.kept.set(key, index);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= most) break;
      this.kept.delete(oldest);
    }
    return index;
  }
}
