import type { CheckingStore } from './checking.store.js';
import { given } from './giving.js';

const page = 2_000;

/** A ledger as a file, piece by piece: its chain, its head, and its entries in order, each as it is given to this reader. */
export async function* asFile(store: CheckingStore, chain: string, takesPart: boolean): AsyncGenerator<string> {
  // The head is read first: entries that are sealed meanwhile are of the next file.
  const head = await store.head(chain);
  yield `{"format":"samsyn-ledger/1","chain":${JSON.stringify(chain)},"head":${JSON.stringify(head === null ? null : { number: head.number, hash: head.hash })},"entries":[`;
  let after = 0;
  for (let left = head?.number ?? 0; left > 0; left -= page) {
    for (const entry of await store.entries(chain, after, Math.min(page, left))) {
      yield `${after === 0 ? '' : ','}\n${JSON.stringify(given(entry, takesPart))}`;
      after = entry.number;
    }
  }
  yield '\n]}\n';
}
