import { Link } from '../../kit/Link';
import { Page } from '../../kit/Page';
import { useWords } from '../../lib/words';
import { Inviting } from '../Inviting';

/** The alliance stands. Now people are invited by link, code, poster or letter. */
export function Formed({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <Page title={t('form.formed')}>
      <p>{t('form.formed-how')}</p>
      <div>
        <Link to={`/a/${id}`} as="main">
          {t('form.to-alliance')}
        </Link>
      </div>
      <h2>{t('form.invite')}</h2>
      <Inviting id={id} />
    </Page>
  );
}
