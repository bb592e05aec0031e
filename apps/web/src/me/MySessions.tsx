import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const EndSession = graphql(`mutation EndSession($id: ID!) { endSession(id: $id) { cardMadeAt } }`);
const EndOthers = graphql(`mutation EndOtherSessions { endOtherSessions { cardMadeAt } }`);

/** The browsers I am in with, in the order I stepped in. Each can be ended from here. */
export function MySessions({ sessions }: { sessions: readonly { id: string; device: string; begunAt: string; usedAt: string; here: boolean }[] }) {
  const { t, moment } = useWords();
  const end = useDo(EndSession);
  const others = useDo(EndOthers);
  const ended = () => {
    say(t('ways.ended'));
    focusOn('#sessions');
  };
  return (
    <section className="stack-tight rule" aria-labelledby="sessions">
      <h2 id="sessions" tabIndex={-1}>
        {t('ways.sessions')}
      </h2>
      <Refusal no={end.no ?? others.no} />
      <ul className="lines">
        {sessions.map((one) => (
          <li key={one.id} className="stack-tight">
            <p>
              <strong>{one.device === '' ? t('ways.device-unknown') : one.device}</strong> {one.here ? t('ways.here') : null}
            </p>
            <p className="small soft">{t('ways.since', { begun: moment(one.begunAt), used: moment(one.usedAt) })}</p>
            {one.here ? null : (
              <div>
                <Button kind="plain" busy={end.busy} onClick={() => void end.do({ id: one.id }).then((answer) => answer !== null && ended())}>
                  {t('ways.end')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <div>
          <Button busy={others.busy} onClick={() => void others.do({}).then((answer) => answer !== null && ended())}>
            {t('ways.end-others')}
          </Button>
        </div>
      )}
    </section>
  );
}
