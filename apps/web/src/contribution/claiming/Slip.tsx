import { QrCode } from '../../kit/QrCode';
import '../../kit/poster.css';
import { Button } from '../../kit/Button';
import { Link } from '../../kit/Link';
import { Page } from '../../kit/Page';
import { useWords } from '../../lib/words';

/** A slip that was just made; its code is shown now and never again. */
export interface SlipMade {
  readonly code: string;
  readonly url: string;
  readonly expiresAt: string;
  readonly qr: { readonly size: number; readonly path: string };
}

/** The slip itself, in both languages: nobody knows which one the reader has. It says neither who told nor what. */
export function Slip({ made, back }: { made: SlipMade; back: string }) {
  const { t, day } = useWords();
  const address = made.url.replace(/#.*$/, '').replace(/^https?:\/\//, '');
  return (
    <div className="poster-screen">
      <Page title={t('claim.slip-title')} over={<Link to={back}>{t('claim.slip-back')}</Link>}>
        <p className="unprinted">{t('claim.slip-once')}</p>
        <div className="unprinted">
          <Button kind="main" onClick={() => window.print()}>
            {t('claim.slip-print')}
          </Button>
        </div>
        <article className="poster">
          <p className="poster-brand serif">{t('core.name')}</p>
          <div className="poster-ask">
            <p lang="sv">{t('claim.slip-heading-sv')}</p>
            <p lang="en">{t('claim.slip-heading-en')}</p>
          </div>
          <QrCode qr={made.qr} label={t('core.qr', { url: address })} />
          <p className="poster-code">{`${made.code.slice(0, 4)} ${made.code.slice(4)}`}</p>
          <p>
            <strong dir="ltr">{address}</strong>
          </p>
          <div className="poster-how">
            <div lang="sv">
              <p>{t('claim.slip-text-sv')}</p>
              <p>{t('claim.slip-keep-sv', { day: day(made.expiresAt) })}</p>
            </div>
            <div lang="en">
              <p>{t('claim.slip-text-en')}</p>
              <p>{t('claim.slip-keep-en', { day: day(made.expiresAt) })}</p>
            </div>
          </div>
        </article>
      </Page>
    </div>
  );
}
