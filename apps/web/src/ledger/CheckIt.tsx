import { begin, end, faultsOf, goOn } from '@samsyn/domain/ledger/checking';
import { sha256 } from '@samsyn/domain/ledger/sha256';
import { useState } from 'react';
import { Button } from '../kit/Button';
import { client, graphql } from '../lib/graph';
import { useWords } from '../lib/words';

const EntriesQuery = graphql(`
  query LedgerEntries($id: ID!, $after: Int!) {
    alliance(id: $id) {
      id
      ledger { entries(after: $after) { number hash digest line { id chain who capacity verb subjectKind subjectId content at } told { salt content } } }
    }
  }
`);

type Outcome = { readonly number: number; readonly faults: number } | 'unreached';

/** Goes through the ledger in the reader's own browser: nothing is taken on trust from the server but the entries themselves. */
export function CheckIt({ id }: { id: string }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const check = async () => {
    setBusy(true);
    setOutcome(await walkThrough(id).catch((): Outcome => 'unreached'));
    setBusy(false);
  };
  return (
    <>
      <div>
        <Button busy={busy} onClick={() => void check()}>
          {t('ledger.check')}
        </Button>
      </div>
      <p role="status">
        {outcome === null ? '' : outcome === 'unreached' ? t('ledger.unreached') : outcome.faults === 0 ? t('ledger.check-held', { count: outcome.number }) : t('ledger.check-faults', { count: outcome.faults })}
      </p>
    </>
  );
}

async function walkThrough(id: string): Promise<Outcome> {
  let walk = begin(id);
  for (;;) {
    const { data } = await client.query(EntriesQuery, { id, after: walk.number }, { requestPolicy: 'network-only' }).toPromise();
    const entries = data?.alliance?.ledger.entries;
    if (entries === undefined) return 'unreached';
    if (entries.length === 0) break;
    walk = goOn(walk, entries, sha256);
  }
  // Not everything is given to everybody: what tells nothing may be kept from this reader.
  const done = end(walk, false);
  return { number: done.number, faults: faultsOf(done).length };
}
