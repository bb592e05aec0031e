import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { EndRepresentation } from './EndRepresentation';
import type { Open } from './opened';
import { organisationStanding } from './organisationStanding';
import type { AlliancePage, PageOrganisation } from './pageQuery';
import type { Structure } from './structureQuery';

/** The organisations that were asked: what they answered, and who speaks for them with what mandate. */
export function Organisations({ alliance, more, open }: { alliance: AlliancePage; more: Structure | null; open: Open }) {
  const { t } = useWords();
  return (
    <section className="stack-tight" aria-labelledby="organisations">
      <h2 id="organisations">{t('alliance.organisations')}</h2>
      {alliance.organisations.length === 0 ? <p className="soft">{t('alliance.organisations-none')}</p> : null}
      <ul className="lines">
        {alliance.organisations.map((organisation) => (
          <li key={organisation.participationId}>
            <Asked organisation={organisation} rights={more?.organisations.find(({ id }) => id === organisation.participationId)?.rights} open={open} />
          </li>
        ))}
      </ul>
      {may(alliance.rights, 'alliance.inviteOrganisation') ? (
        <div className="row">
          <Button onClick={() => open({ kind: 'invite-organisation' })}>{t('alliance.invite-organisation')}</Button>
          {may(alliance.rights, 'alliance.inviteAlliance') ? (
            <Button kind="plain" onClick={() => open({ kind: 'invite-alliance' })}>
              {t('alliance.invite-alliance')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function Asked({ organisation, rights, open }: { organisation: PageOrganisation; rights: Structure['organisations'][number]['rights'] | undefined; open: Open }) {
  const { t, day } = useWords();
  const { participationId, actorId, kind, name, standing, reason, representations, parentName, answeredAt } = organisation;
  const stands = representations.some(({ ended }) => !ended);
  return (
    <div className="stack-tight">
      <h3>
        {kind === 'ALLIANCE' ? (
          <Link to={`/a/${actorId}`} dir="auto">
            {name}
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
        {parentName === null ? null : <span className="small soft"> {t('alliance.org-of', { name: parentName })}</span>}
      </h3>
      <p>
        {t(organisationStanding[standing])}
        {answeredAt === null ? '' : ` (${t('alliance.answered-at', { day: day(answeredAt) })})`}
      </p>
      {reason === '' ? null : (
        <p className="small" dir="auto">
          {reason}
        </p>
      )}
      <ul className="stack-tight">
        {representations.map((one) => (
          <li key={one.id} className="mandate">
            <p>
              {t('alliance.speaks-for')} <bdi>{one.name}</bdi>
            </p>
            <p className="small" dir="auto">
              {one.mandate}
            </p>
            {one.until === null ? null : <p className="small soft">{one.ended ? t('alliance.mandate-ended', { day: day(one.until) }) : t('alliance.mandate-until', { day: day(one.until) })}</p>}
            {may(rights, 'participation.represent') ? <EndRepresentation id={one.id} name={one.name} /> : null}
          </li>
        ))}
      </ul>
      {standing === 'TAKES_PART' && !stands ? <p className="lacking">{t('alliance.org-unrepresented')}</p> : null}
      <div className="row">
        {may(rights, 'participation.answer') ? (
          <Button kind="plain" onClick={() => open({ kind: 'answer', participationId, name })}>
            {standing === 'INVITED' ? (kind === 'ALLIANCE' ? t('alliance.answer-alliance') : t('alliance.answer')) : t('alliance.answer-again')}
            <span className="unseen">: {name}</span>
          </Button>
        ) : null}
        {may(rights, 'participation.represent') ? (
          <Button kind="plain" onClick={() => open({ kind: 'represent', participationId, name })}>
            {t('alliance.represent')}
            <span className="unseen">: {name}</span>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
