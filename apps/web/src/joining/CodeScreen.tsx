import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { useWords } from '../lib/words';
import { CodeDoor } from './CodeDoor';

/** Joining: by the code of a poster, or by choosing one of the open alliances. */
export function CodeScreen() {
  const { t } = useWords();
  return (
    <Page title={t('join.code-screen')}>
      <p>{t('join.code-how')}</p>
      <CodeDoor />
      <p>
        {t('join.no-code')} <Link to="/">{t('join.choose-open')}</Link>
      </p>
    </Page>
  );
}
