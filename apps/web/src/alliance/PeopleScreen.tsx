import { useParams } from 'wouter';
import { capacityWord } from '../lib/capacityWord';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, type ResultOf } from '../lib/graph';
import { usePlace } from '../lib/place';
import { useWords } from '../lib/words';
import { Asked } from './Asked';
import { Nowhere } from './Nowhere';
import './structure.css';
import './alliance.css';

const PeopleQuery = graphql(`
  query AlliancePeople($id: ID!) {
    alliance(id: $id) {
      id name
      participations {
        id capacity knows since actor { id name kind invented }
        admittedBy { id name } invitedBy { id name } speaksFor { id name }
      }
      waiting: participations(standing: [INVITED]) { id since actor { id name kind invented } }
      asked: participations(standing: [ASKED]) { id reason since actor { id name invented kind } rights { verb may whyNot } }
    }
  }
`);

/** Everyone who takes part, with what they say they know something about. */
export function PeopleScreen() {
  const { t } = useWords();
  const { id = '' } = useParams<{ id: string }>();
  const { data, busy, no } = useAsk(PeopleQuery, { id });
  const alliance = data?.alliance;
  usePlace(alliance?.id, alliance?.name);
  if (no !== undefined) {
    return (
      <Page title={t('alliance.unreached')}>
        <Refusal no={no} />
      </Page>
    );
  }
  if (busy || alliance === undefined) return <Page title={undefined} />;
  if (alliance === null) return <Nowhere id={id} />;
  const persons = alliance.participations.filter(({ actor }) => actor.kind === 'PERSON');
  const waiting = alliance.waiting.filter(({ actor }) => actor.kind === 'PERSON');
  return (
    <Page title={t('acting.people-title')} over={<Link to={`/a/${id}`}>{alliance.name}</Link>}>
      <p>{t('acting.people-how')}</p>
      <Asked asked={alliance.asked} />
      <ul className="lines">
        {persons.map((one) => (
          <li key={one.id}>
            <Taking one={one} />
          </li>
        ))}
      </ul>
      {waiting.length === 0 ? null : (
        <section className="stack-tight rule" aria-labelledby="waiting">
          <h2 id="waiting">{t('acting.waiting-title')}</h2>
          <ul className="names">
            {waiting.map(({ id: participation, actor }) => (
              <li key={participation}>
                <PersonName actor={actor} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

type Participation = NonNullable<ResultOf<typeof PeopleQuery>['alliance']>['participations'][number];

function Taking({ one }: { one: Participation }) {
  const { t, day, list } = useWords();
  return (
    <div className="stack-tight">
      <h2 className="person-name">
        <PersonName actor={one.actor} />
      </h2>
      {one.capacity === null ? null : <p>{t(capacityWord[one.capacity])}</p>}
      {one.knows === '' ? null : (
        <p>
          {t('acting.knows')} <bdi>{one.knows}</bdi>
        </p>
      )}
      {one.speaksFor.length === 0 ? null : (
        <p>
          {t('acting.speaks-for-list')} {list(one.speaksFor.map(({ name }) => name))}
        </p>
      )}
      <p className="small soft">
        {t('acting.since-day', { day: day(one.since) })}
        {one.admittedBy === null ? '' : ` · ${t('acting.admitted-by', { name: one.admittedBy.name })}`}
        {one.invitedBy === null ? '' : ` · ${t('acting.invited-by', { name: one.invitedBy.name })}`}
      </p>
    </div>
  );
}
