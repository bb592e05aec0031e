import { Button } from '../kit/Button';
import { Notice } from '../kit/Notice';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { Acts } from './Acts';
import './equal.css';

const Latest = graphql(`
  query EqualCheck {
    equalCheck { at cells failures }
  }
`);

const Check = graphql(`
  mutation CheckEqualTerms {
    checkEqualTerms { at cells failures }
  }
`);

const command = 'npm run check-equal';

/** On equal terms: who may do what, when that was last checked on the running database, and how to check it again. */
export function EqualScreen() {
  const { t, moment, number } = useWords();
  const { data, busy, no } = useAsk(Latest, {});
  const check = useDo(Check);
  const latest = data?.equalCheck;
  return (
    <Page title={t('equal.title')}>
      <p>{t('equal.intro')}</p>
      <section className="stack rule" aria-labelledby="check">
        <h2 id="check">{t('equal.check')}</h2>
        <Refusal no={no} />
        {busy ? null : (
          <Notice live>
            {latest ? (
              <>
                <p>{t('equal.at', { moment: moment(latest.at), cells: number(latest.cells) })}</p>
                <p className="equal-found">{latest.failures.length === 0 ? t('equal.same') : t('equal.differ', { n: latest.failures.length })}</p>
                <ul className="bullets" lang="en">
                  {latest.failures.map((failure) => (
                    <li key={failure}>{failure}</li>
                  ))}
                </ul>
              </>
            ) : (
              <p>{t('equal.never')}</p>
            )}
          </Notice>
        )}
        <p>{t('equal.check-how')}</p>
        <p>
          {t('equal.repeat')} <code>{command}</code>
        </p>
        <div>
          <Button busy={check.busy} onClick={() => void check.do({})}>
            {t('equal.again')}
          </Button>
        </div>
        <Refusal no={check.no} />
      </section>
      <section className="stack rule" aria-labelledby="table">
        <h2 id="table">{t('equal.table')}</h2>
        <p>{t('equal.table-how')}</p>
        <Acts />
      </section>
    </Page>
  );
}
