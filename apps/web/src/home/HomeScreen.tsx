import { lazy, Suspense } from 'react';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { CodeDoor } from '../joining/CodeDoor';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { MyAlliances } from './MyAlliances';
import { OpenAlliances } from './OpenAlliances';
import './home.css';

const ExampleChoice = lazy(() => import('../session/ExampleChoice').then((m) => ({ default: m.ExampleChoice })));

/** The start page: what this is, my alliances, the open ones, a door for codes. */
export function HomeScreen() {
  const { t } = useWords();
  const { me, examples } = useHere();
  const known = me !== null && me !== undefined;
  return (
    <Page title={t('home.title')} wide>
      <div className="home">
        <div className="stack home-lead">
          <p>{t('home.what')}</p>
          <p>{t('home.how')}</p>
          <div className="row">
            <Link to="/form" as="main">
              {t('home.form')}
            </Link>
            {me === null ? (
              <Link to="/sign-in" as="quiet">
                {t('home.sign-in')}
              </Link>
            ) : null}
            <Link to="/help">{t('home.more')}</Link>
          </div>
        </div>
        <div className="home-door">
          <CodeDoor title={t('core.code-title')} />
        </div>
        <div className="stack-wide">
          {known ? <MyAlliances /> : null}
          {examples && me === null ? (
            <Suspense fallback={null}>
              <ExampleChoice />
            </Suspense>
          ) : null}
          <OpenAlliances />
        </div>
      </div>
    </Page>
  );
}
