import { useState } from 'react';
import { Button } from '../kit/Button';
import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import { AnswerQuestion } from './AnswerQuestion';
import { AskQuestion } from './AskQuestion';
import { mayDo, type ContributionShown, type QuestionShown } from './contributionFields';
import { focusOn } from '../kit/focusOn';
import { KindMarks } from './Knowing';
import { Written } from './Written';

/** Questions and answers: how do you know? Another reading of the kind stands beside the knower's own. */
export function Questions({ shown }: { shown: ContributionShown }) {
  const { t } = useWords();
  const [asking, setAsking] = useState<'CLAIM' | 'KIND' | null>(null);
  return (
    <section className="stack rule" aria-labelledby="questions">
      <h2 id="questions" tabIndex={-1}>
        {t('contribution.ask.title')}
      </h2>
      {shown.questions.length === 0 ? <p className="soft">{t('contribution.ask.none')}</p> : null}
      <ul className="stack">
        {shown.questions.map((one) => (
          <li key={one.id}>
            <OneQuestion one={one} shown={shown} />
          </li>
        ))}
      </ul>
      {asking !== null ? (
        <AskQuestion contributionId={shown.id} about={asking} onDone={() => backToQuestions(() => setAsking(null))} />
      ) : mayDo(shown, 'contribution.question') ? (
        <div className="row">
          <Button onClick={() => setAsking('CLAIM')}>{t('contribution.ask.open')}</Button>
          <Button kind="plain" onClick={() => setAsking('KIND')}>
            {t('contribution.ask.openKind')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

// The form goes away with the button that had the focus.
function backToQuestions(close: () => void): void {
  close();
  focusOn('#questions');
}

function OneQuestion({ one, shown }: { one: QuestionShown; shown: ContributionShown }) {
  const { t, day } = useWords();
  const [answering, setAnswering] = useState(false);
  const open = one.outcome === 'OPEN';
  return (
    <div className="question">
      <p className="soft small">{t(one.about === 'KIND' ? 'contribution.ask.aboutKind' : 'contribution.ask.aboutClaim')}</p>
      <Written text={one.text} />
      {one.about === 'KIND' && one.kinds.length > 0 ? (
        <div className="reading">
          <p className="small">{t('contribution.ask.otherReading')}</p>
          <KindMarks kinds={one.kinds} />
        </div>
      ) : null}
      <p className="soft small">
        <PersonName actor={one.by} />
        {one.capacity ? `, ${t(`contribution.capacity.${one.capacity}`)}` : null} · {day(one.at)}
      </p>
      {open ? null : (
        <div className="answer">
          {one.answer ? <Written text={one.answer} /> : null}
          <p className="soft small">
            <PersonName actor={one.answeredBy} /> · {t(one.outcome === 'KEPT' ? 'contribution.ask.wasKEPT' : 'contribution.ask.wasCHANGED')}
            {one.answeredAt ? ` · ${day(one.answeredAt)}` : null}
          </p>
        </div>
      )}
      {open && !answering ? (
        mayDo(shown, 'question.answer') ? (
          <p>
            <Button onClick={() => setAnswering(true)}>{t('contribution.ask.answer')}</Button>
          </p>
        ) : (
          <p className="small">{t('contribution.ask.unanswered')}</p>
        )
      ) : null}
      {open && answering ? <AnswerQuestion asked={one} onDone={() => backToQuestions(() => setAnswering(false))} /> : null}
    </div>
  );
}
