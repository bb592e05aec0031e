import { useParams } from 'wouter';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { usePlace } from '../lib/place';
import { useWords } from '../lib/words';
import { QrCode } from '../kit/QrCode';
import '../kit/poster.css';

const PosterQuery = graphql(`
  query Poster($id: ID!) {
    alliance(id: $id) { id name problems { id sentence } invitations { id code url qr { size path } } }
  }
`);

/** A poster on one sheet of A4, in both languages, that leads here by QR code or by a code one can type. */
export function PosterScreen() {
  const { t } = useWords();
  const { id = '', code = '' } = useParams<{ id: string; code: string }>();
  const { data, busy, no } = useAsk(PosterQuery, { id });
  const alliance = data?.alliance ?? null;
  usePlace(alliance?.id, alliance?.name);
  if (busy) return <Page title={undefined} />;
  const invitation = alliance?.invitations.find((one) => one.code === code);
  if (alliance === null || invitation === undefined) {
    return (
      <Page title={t('acting.poster-title')}>
        <Refusal no={no} />
        <p>{t('acting.poster-none')}</p>
        <Link to={`/a/${id}`}>{t('acting.back-to')}</Link>
      </Page>
    );
  }
  const host = new URL(invitation.url).host;
  return (
    <div className="poster-screen">
      <Page title={t('acting.poster-title')} over={<Link to={`/a/${id}`}>{alliance.name}</Link>}>
        <p className="unprinted">{t('acting.poster-how')}</p>
        <div className="unprinted">
          <Button kind="main" onClick={() => window.print()}>
            {t('acting.poster-print')}
          </Button>
        </div>
        <article className="poster">
          <p className="poster-brand serif">{t('core.name')}</p>
          <h2 className="poster-name serif" dir="auto">
            {alliance.name}
          </h2>
          {alliance.problems[0] === undefined ? null : (
            <p className="poster-worry serif" dir="auto">
              {alliance.problems[0].sentence}
            </p>
          )}
          <div className="poster-ask">
            <p lang="sv">{t('acting.poster-welcome-sv')}</p>
            <p lang="en">{t('acting.poster-welcome-en')}</p>
          </div>
          <QrCode qr={invitation.qr} label={t('core.qr', { url: invitation.url })} />
          <p className="poster-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
          <div className="poster-how">
            <div lang="sv">
              <p>
                {t('acting.poster-scan-sv')} <strong dir="ltr">{host}</strong>
              </p>
              <p>{t('acting.poster-counts-sv')}</p>
            </div>
            <div lang="en">
              <p>
                {t('acting.poster-scan-en')} <strong dir="ltr">{host}</strong>
              </p>
              <p>{t('acting.poster-counts-en')}</p>
            </div>
          </div>
        </article>
      </Page>
    </div>
  );
}
