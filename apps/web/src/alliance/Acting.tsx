import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Link } from '../kit/Link';
import { Notice, say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { Declining } from './Declining';
import { nextStep } from './nextStep';
import type { Open } from './opened';
import type { AlliancePage } from './pageQuery';

const Join = graphql(`
  mutation JoinAlliance($allianceId: ID!) {
    join(allianceId: $allianceId) { id standing }
  }
`);

/** What one can do here, most wanted first; and, for those taking part, the one next step. */
export function Acting({ alliance, open }: { alliance: AlliancePage; open: Open }) {
  const { t } = useWords();
  const { me } = useHere();
  const join = useDo(Join);
  const { rights } = alliance;
  const next = nextStep(alliance, me?.id);
  return (
    <div className="stack">
      <div className="row">
        {may(rights, 'alliance.give') ? (
          <Link to={`/a/${alliance.id}/give`} as="main">
            {t('alliance.give')}
          </Link>
        ) : null}
        {may(rights, 'alliance.join') ? (
          <Button
            kind="main"
            busy={join.busy}
            onClick={() =>
              void join.do({ allianceId: alliance.id }).then((answer) => {
                if (answer === null) return;
                say(t('alliance.joined'));
                // The button that was pressed is gone.
                focusOn('main h1');
              })
            }
          >
            {alliance.standing === 'INVITED' ? t('alliance.accept') : t('alliance.join')}
          </Button>
        ) : null}
        {!may(rights, 'alliance.join') && may(rights, 'alliance.askToJoin') ? (
          <Button kind="main" onClick={() => open({ kind: 'ask' })}>
            {t('alliance.ask')}
          </Button>
        ) : null}
        {may(rights, 'alliance.invite') ? <Button onClick={() => open({ kind: 'invite' })}>{t('alliance.invite')}</Button> : null}
      </div>
      <Refusal no={join.no} />
      {may(rights, 'alliance.decline') ? <Declining allianceId={alliance.id} asked={alliance.standing === 'ASKED'} /> : null}
      {me === null ? (
        <p>
          {t('alliance.outside')} <Link to={`/sign-in?to=${encodeURIComponent(`/a/${alliance.id}`)}`}>{t('core.step-in')}</Link>
        </p>
      ) : null}
      {alliance.standing === 'ASKED' ? <Notice>{t('alliance.asked')}</Notice> : null}
      {next === null ? null : (
        <aside className="next-step" aria-labelledby="next-step">
          <h2 id="next-step">{t('alliance.next')}</h2>
          <p>{t(next.word)}</p>
          <div>
            {next.open === undefined ? (
              <Link to={`/a/${alliance.id}/give`} as="quiet">
                {t(next.press)}
              </Link>
            ) : (
              <Button onClick={() => next.open !== undefined && open(next.open)}>{t(next.press)}</Button>
            )}
          </div>
        </aside>
      )}
    </div>
  );
}
