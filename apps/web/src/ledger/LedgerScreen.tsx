import { useParams } from 'wouter';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { Acts } from './Acts';
import { CheckIt } from './CheckIt';

const LedgerQuery = graphql(`
  query LedgerOfAlliance($id: ID!) {
    alliance(id: $id) {
      id name
      ledger { head { number hash } lastCheck { at number faults } }
    }
  }
`);

/** What has happened in an alliance, and how anyone finds out whether somebody has bent it. */
export function LedgerScreen() {
  const { t, moment } = useWords();
  const { id = '' } = useParams<{ id: string }>();
  const { data, busy, no } = useAsk(LedgerQuery, { id });
  const alliance = data?.alliance;
  if (busy) return <Page title={undefined} />;
  const head = alliance?.ledger.head;
  if (alliance == null || head == null) {
    return (
      <Page title={t('ledger.title')}>
        <Refusal no={no} />
        <p>{t('ledger.nothing')}</p>
      </Page>
    );
  }
  const { lastCheck } = alliance.ledger;
  return (
    <Page title={t('ledger.title')} over={<Link to={`/a/${id}`}>{alliance.name}</Link>}>
      <p className="prose">{t('ledger.about')}</p>
      <section className="stack-tight" aria-labelledby="whole">
        <h2 id="whole">{t('ledger.whole')}</h2>
        <p>
          {lastCheck === null ? t('ledger.not-checked') : lastCheck.faults === 0 ? t('ledger.held', { at: moment(lastCheck.at), count: lastCheck.number }) : t('ledger.did-not-hold', { at: moment(lastCheck.at), count: lastCheck.faults })}
        </p>
        <CheckIt id={id} />
        <p className="small">
          {t('ledger.head', { number: head.number })} <code className="ledger-hash" dir="ltr">{head.hash}</code>
        </p>
        <p className="small soft">{t('ledger.head-why')}</p>
        <ul>
          <li>
            <a href={`/ledger/${id}.json`} download>
              {t('ledger.take')}
            </a>
          </li>
          <li>
            <a href="/ledger/check-ledger.mjs" download>
              {t('ledger.script')}
            </a>
          </li>
          <li>
            <Link to="/receipt">{t('ledger.have-receipt')}</Link>
          </li>
        </ul>
      </section>
      <section className="stack-tight" aria-labelledby="happened">
        <h2 id="happened">{t('ledger.happened')}</h2>
        <Acts id={id} receipts />
      </section>
    </Page>
  );
}
