import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { useWords } from '../lib/words';

/** An address that leads nowhere, or nowhere one may see: the two look the same. */
export function NotFoundScreen() {
  const { t } = useWords();
  return (
    <Page title={t('core.nowhere')}>
      <p>{t('core.nowhere-how')}</p>
      <p>
        <Link to="/" as="main">
          {t('core.to-home')}
        </Link>
      </p>
    </Page>
  );
}
