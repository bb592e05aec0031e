import { useState } from 'react';
import { useParams } from 'wouter';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { actSentence } from './actSentence';

const ReceiptQuery = graphql(`
  query ReceiptKept($code: String!) {
    receipt(code: $code) { code number verb at stands alliance { id name } }
  }
`);

/** Whoever kept a receipt of an act finds out here whether it still stands, without being anybody. */
export function ReceiptScreen() {
  const { t, moment } = useWords();
  const { code: given = '' } = useParams<{ code?: string }>();
  const [typed, type] = useState(given);
  const [code, ask] = useState(given);
  const { data, busy, no } = useAsk(ReceiptQuery, { code }, { pause: code === '', policy: 'network-only' });
  const receipt = code === '' ? undefined : data?.receipt;
  return (
    <Page title={t('ledger.receipt-title')}>
      <p className="prose">{t('ledger.receipt-about')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed.trim());
        }}
      >
        <TextField label={t('ledger.receipt-code')} hint={t('ledger.receipt-hint')} value={typed} onChange={type} autoComplete="off" maxLength={200} />
        <div>
          <Button kind="main" type="submit" busy={busy && code !== ''}>
            {t('ledger.receipt-look')}
          </Button>
        </div>
      </form>
      <Refusal no={no} />
      <div role="status" className="stack-tight">
        {receipt === undefined ? null : receipt === null ? (
          <p>{t('ledger.receipt-none')}</p>
        ) : (
          <>
            <h2>{t(receipt.stands ? 'ledger.stands' : 'ledger.stands-not')}</h2>
            {receipt.verb === null ? null : <p>{actSentence({ verb: receipt.verb, detail: null, by: null }, t)}</p>}
            <p className="small soft">
              {t('ledger.entry', { number: receipt.number })}
              {receipt.at === null ? '' : ` · ${moment(receipt.at)}`}
            </p>
            {receipt.alliance === null ? null : (
              <p>
                <Link to={`/a/${receipt.alliance.id}/ledger`}>{receipt.alliance.name}</Link>
              </p>
            )}
          </>
        )}
      </div>
    </Page>
  );
}
