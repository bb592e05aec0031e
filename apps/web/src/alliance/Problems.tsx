import { Button } from '../kit/Button';
import { Empty } from '../kit/Empty';
import { Link } from '../kit/Link';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import type { Open } from './opened';
import type { AlliancePage } from './pageQuery';

/** What worries, each with its framings side by side, oldest first: none stands above another. */
export function Problems({ alliance, open }: { alliance: AlliancePage; open: Open }) {
  const { t } = useWords();
  const opens = may(alliance.rights, 'alliance.openFraming');
  const names = may(alliance.rights, 'alliance.nameProblem');
  return (
    <section className="stack rule" aria-labelledby="problems">
      <h2 id="problems">{t('alliance.problems', { n: alliance.problems.length })}</h2>
      {alliance.problems.map((problem, at) => (
        <section key={problem.id} className="stack" aria-label={problem.sentence}>
          {at === 0 ? <p className="soft">{t('alliance.problems-how')}</p> : null}
          {at > 0 ? (
            <h3 className="problem-sentence serif" dir="auto">
              {problem.sentence}
            </h3>
          ) : null}
          {problem.framings.length === 0 ? (
            <Empty text={t('alliance.no-framing')}>
              {opens ? <Button onClick={() => open({ kind: 'open-framing', problemId: problem.id, sentence: problem.sentence })}>{t('alliance.open-framing')}</Button> : null}
            </Empty>
          ) : (
            <ul className="framings">
              {problem.framings.map((framing) => (
                <li key={framing.id} className="framing-leaf">
                  <Link to={`/f/${framing.id}`} className="framing-name" dir="auto">
                    {framing.name}
                  </Link>
                  {framing.belongs === '' ? null : (
                    <p className="clip" dir="auto">
                      {framing.belongs}
                    </p>
                  )}
                  <p className="small soft">{t('alliance.contributions', { n: framing.total })}</p>
                </li>
              ))}
            </ul>
          )}
          {opens && problem.framings.length > 0 ? (
            <div>
              <Button onClick={() => open({ kind: 'open-framing', problemId: problem.id, sentence: problem.sentence })}>{t('alliance.another-framing')}</Button>
            </div>
          ) : null}
        </section>
      ))}
      {names ? (
        <div>
          <Button kind="plain" onClick={() => open({ kind: 'name-problem' })}>
            {t('alliance.name-problem')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
