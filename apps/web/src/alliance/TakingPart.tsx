import { capacityWord } from '../lib/capacityWord';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import type { Open } from './opened';
import type { AlliancePage } from './pageQuery';

const most = 12;

/** Everyone who takes part, in the order of the alphabet and in no other. */
export function TakingPart({ alliance, open }: { alliance: AlliancePage; open: Open }) {
  const { t } = useWords();
  const { people } = alliance;
  return (
    <section className="stack-tight" aria-labelledby="people">
      <h2 id="people">{t('alliance.people', { n: people.length })}</h2>
      <ul className="names">
        {people.slice(0, most).map((person) => (
          <li key={person.participationId}>
            <PersonName actor={person} />
            {person.capacity === null ? null : <span className="small soft"> {t(capacityWord[person.capacity]).toLowerCase()}</span>}
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/a/${alliance.id}/people`}>{people.length > most ? t('alliance.people-all', { n: people.length }) : t('alliance.people-more')}</Link>
      </p>
      {alliance.standing === 'TAKES_PART' ? (
        <div>
          <Button kind="plain" onClick={() => open({ kind: 'speaking' })}>
            {t('alliance.speak-as')}
          </Button>
        </div>
      ) : null}
      {may(alliance.rights, 'alliance.invite') ? (
        <div>
          <Button onClick={() => open({ kind: 'invite' })}>{t('alliance.invite')}</Button>
        </div>
      ) : null}
    </section>
  );
}
