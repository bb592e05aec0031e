import { lineDigest } from '@samsyn/domain/ledger/chain';
import type { Given } from '@samsyn/domain/ledger/checking';
import type { EntryRow } from './checking.store.js';
import { digest } from './digest.js';

/** An entry as it is given to a reader: what is for those taking part only stands there as its digest for others [J5]. */
export function given({ number, hash, line, told, inside }: EntryRow, takesPart: boolean): Given {
  if (line === null || takesPart || !inside) return { number, hash, line, digest: null, told };
  return { number, hash, line: null, digest: lineDigest(line, digest), told: null };
}
