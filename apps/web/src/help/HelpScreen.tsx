import { kinds } from '@samsyn/domain/shared/enums';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { useWords, type WordKey } from '../lib/words';
import './help.css';

const kindHelp = {
  FACTS: { what: 'help.facts', example: 'help.facts-example' },
  UNDERSTANDING: { what: 'help.understanding', example: 'help.understanding-example' },
  SKILL: { what: 'help.skill', example: 'help.skill-example' },
  FAMILIARITY: { what: 'help.familiarity', example: 'help.familiarity-example' },
} as const satisfies Record<(typeof kinds)[number], { what: WordKey; example: WordKey }>;

const questions = [
  ['help.q-email', 'help.a-email'],
  ['help.q-see', 'help.a-see'],
  ['help.q-decide', 'help.a-decide'],
  ['help.q-change', 'help.a-change'],
  ['help.q-oral', 'help.a-oral'],
  ['help.q-phone', 'help.a-phone'],
  ['help.q-lost', 'help.a-lost'],
] as const;

const words = [
  ['help.w-alliance', 'help.d-alliance'],
  ['help.w-framing', 'help.d-framing'],
  ['help.w-contribution', 'help.d-contribution'],
  ['help.w-coordinator', 'help.d-coordinator'],
  ['help.w-mandate', 'help.d-mandate'],
] as const;

/** How it works: three steps, the four kinds of knowledge with examples, questions, words. */
export function HelpScreen() {
  const { t } = useWords();
  return (
    <Page title={t('help.title')}>
      <ol className="help-steps">
        <li>{t('help.step-worry')}</li>
        <li>{t('help.step-see')}</li>
        <li>{t('help.step-know')}</li>
        <li>{t('help.step-who')}</li>
      </ol>
      <section className="stack rule" aria-labelledby="kinds">
        <h2 id="kinds">{t('help.kinds')}</h2>
        <p>{t('help.kinds-how')}</p>
        {kinds.map((kind) => (
          <section key={kind} className="stack-tight" aria-labelledby={`kind-${kind}`}>
            <h3 id={`kind-${kind}`}>
              <KindMark kind={kind} />
            </h3>
            <p>{t(kindHelp[kind].what)}</p>
            <p className="help-example">{t(kindHelp[kind].example)}</p>
          </section>
        ))}
        <p>{t('help.kinds-equal')}</p>
      </section>
      <section className="stack rule" aria-labelledby="questions">
        <h2 id="questions">{t('help.questions')}</h2>
        {questions.map(([question, answer]) => (
          <section key={question} className="stack-tight">
            <h3>{t(question)}</h3>
            <p>{t(answer)}</p>
          </section>
        ))}
      </section>
      <section className="stack rule" aria-labelledby="words">
        <h2 id="words">{t('help.words')}</h2>
        <dl className="help-words">
          {words.map(([word, meaning]) => (
            <div key={word}>
              <dt>{t(word)}</dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="rule">
        {t('help.equal')} <Link to="/equal-terms">{t('help.equal-link')}</Link>
      </p>
      <p>
        {t('help.fault')} <Link to="/accessibility">{t('core.accessibility')}</Link>
      </p>
    </Page>
  );
}
