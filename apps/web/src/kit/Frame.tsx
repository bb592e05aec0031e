import { lazy, Suspense, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useArriving } from '../lib/arriving';
import { useHere } from '../lib/here';
import { useWords, type WordKey } from '../lib/words';
import { Said } from './Notice';
import './tokens.css';
import './base.css';
import './kit.css';
import './frame.css';

const ExampleStrip = lazy(() => import('../session/ExampleStrip').then((m) => ({ default: m.ExampleStrip })));

/** What stands around every screen: name, ways, language, help. */
export function Frame({ children }: { children: ReactNode }) {
  const { t, language, setLanguage } = useWords();
  const { examples } = useHere();
  useArriving();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <>
      <a className="skip" href="#main">
        {t('core.skip')}
      </a>
      <header className="frame-top">
        <Link href="/" className="frame-brand">
          <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="12" cy="16" r="9" />
            <circle cx="20" cy="16" r="9" />
          </svg>
          {t('core.name')}
        </Link>
        <nav className="frame-ways" aria-label={t('core.ways')}>
          <Ways />
        </nav>
        <div className="frame-tools">
          <Link href="/help" className="frame-tool">
            {t('core.help')}
          </Link>
          <button type="button" className="frame-tool" lang={other} onClick={() => void setLanguage(other)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" />
              <path d="M3 12h18M12 3c-6 6-6 12 0 18M12 3c6 6 6 12 0 18" />
            </svg>
            {t('core.other-language')}
          </button>
        </div>
      </header>
      {examples ? (
        <Suspense fallback={null}>
          <ExampleStrip />
        </Suspense>
      ) : null}
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame-foot">
        <ul>
          <li>
            <Link href="/help">{t('core.help')}</Link>
          </li>
          <li>
            <Link href="/organisations">{t('core.organisations')}</Link>
          </li>
          <li>
            <Link href="/accessibility">{t('core.accessibility')}</Link>
          </li>
          {examples ? (
            <li>
              <Link href="/outbox">{t('core.outbox')}</Link>
            </li>
          ) : null}
        </ul>
      </footer>
      <nav className="frame-bar" aria-label={t('core.ways')}>
        <Ways />
      </nav>
      <Said />
    </>
  );
}

const icons = {
  home: <path d="M4 11 12 4l8 7v9h-5v-6H9v6H4Z" />,
  alliance: (
    <>
      <circle cx="9" cy="12" r="6" />
      <circle cx="15" cy="12" r="6" />
    </>
  ),
  give: <path d="M12 5v14M5 12h14" />,
  knowledge: <path d="M5 20V10m7 10V4m7 16v-7" />,
  me: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c1-5 4-7 8-7s7 2 8 7" />
    </>
  ),
  form: (
    <>
      <circle cx="9" cy="12" r="6" />
      <path d="M17 9v6m-3-3h6" />
    </>
  ),
  join: <path d="M14 4h5v16h-5M4 12h11m-4-4 4 4-4 4" />,
} as const;

function Ways() {
  const { t } = useWords();
  const { place } = useHere();
  const [path] = useLocation();
  const ways: readonly { to: string; icon: keyof typeof icons; word: WordKey }[] =
    place === null
      ? [
          { to: '/', icon: 'home', word: 'core.home' },
          { to: '/form', icon: 'form', word: 'core.form' },
          { to: '/j', icon: 'join', word: 'core.join' },
          { to: '/me', icon: 'me', word: 'core.me' },
        ]
      : [
          { to: `/a/${place.id}`, icon: 'alliance', word: 'core.alliance' },
          { to: `/a/${place.id}/give`, icon: 'give', word: 'core.give' },
          { to: `/a/${place.id}/knowledge`, icon: 'knowledge', word: 'core.knowledge' },
          { to: '/me', icon: 'me', word: 'core.me' },
        ];
  return (
    <ul className="ways">
      {ways.map((way) => (
        <li key={way.to}>
          <Link href={way.to} className="way" aria-current={path === way.to ? 'page' : undefined}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              {icons[way.icon]}
            </svg>
            {t(way.word)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
