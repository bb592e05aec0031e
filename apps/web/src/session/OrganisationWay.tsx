import { Notice } from '../kit/Notice';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';

const Way = graphql(`
  query OrganisationWay {
    organisationSignIn { label address }
  }
`);
const nos = { away: 'me.no-away', refused: 'me.no-refused', 'too-many': 'me.no-too-many' } as const;

/** The way over to the organisation's sign-in, where one is offered; and why it did not work the last time. */
export function OrganisationWay() {
  const { t } = useWords();
  const { data } = useAsk(Way, {});
  const way = data?.organisationSignIn ?? null;
  if (way === null) return null;
  const no = new URLSearchParams(location.search).get('no');
  return (
    <section className="stack rule" aria-labelledby="by-organisation">
      <h2 id="by-organisation">{t('me.by-organisation')}</h2>
      {no !== null && no in nos ? (
        <Notice live>
          <p>{t(nos[no as keyof typeof nos])}</p>
        </Notice>
      ) : null}
      <p>{t('me.organisation-how')}</p>
      <div>
        {/* It leaves our pages: no way between screens. */}
        <a className="button button-quiet" href={way.address}>
          {way.label}
        </a>
      </div>
    </section>
  );
}
