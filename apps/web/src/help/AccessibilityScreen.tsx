import { Page } from '../kit/Page';
import { useWords } from '../lib/words';
import './help.css';

const gaps = ['accessibility.gap-people', 'accessibility.gap-editor', 'accessibility.gap-recordings', 'accessibility.gap-languages'] as const;
const done = ['accessibility.done-keyboard', 'accessibility.done-reader', 'accessibility.done-colour', 'accessibility.done-zoom', 'accessibility.done-no-puzzles'] as const;

/** The accessibility statement: the aim, what is known to be lacking, and how to report a fault. */
export function AccessibilityScreen() {
  const { t } = useWords();
  return (
    <Page title={t('accessibility.title')}>
      <p>{t('accessibility.aim')}</p>
      <p>{t('accessibility.law')}</p>
      <section className="stack-tight" aria-labelledby="done">
        <h2 id="done">{t('accessibility.done')}</h2>
        <ul className="bullets">
          {done.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
      <section className="stack-tight" aria-labelledby="lacking">
        <h2 id="lacking">{t('accessibility.lacking')}</h2>
        <p>{t('accessibility.status')}</p>
        <ul className="bullets">
          {gaps.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
      <section className="stack-tight" aria-labelledby="report">
        <h2 id="report">{t('accessibility.report')}</h2>
        <p>{t('accessibility.report-how')}</p>
        <p>{t('accessibility.report-then')}</p>
        <p>
          <a href="https://www.digg.se/tdosanmalan">{t('accessibility.report-digg')}</a>
        </p>
      </section>
      <section className="stack-tight" aria-labelledby="tested">
        <h2 id="tested">{t('accessibility.tested')}</h2>
        <p>{t('accessibility.tested-how')}</p>
      </section>
    </Page>
  );
}
