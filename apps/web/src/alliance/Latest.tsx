import { Empty } from '../kit/Empty';
import { Link } from '../kit/Link';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { ContributionLine } from './ContributionLine';
import type { AlliancePage } from './pageQuery';

/** The latest of what people have said, about the alliance or any of its framings. */
export function Latest({ alliance }: { alliance: AlliancePage }) {
  const { t } = useWords();
  const invented = new Set(alliance.people.filter((person) => person.invented).map(({ actorId }) => actorId));
  const framed = alliance.problems.flatMap(({ framings }) => framings.flatMap((framing) => framing.contributions.map((contribution) => ({ contribution, framing: framing.name }))));
  const all = [...alliance.latest.map((contribution) => ({ contribution, framing: null })), ...framed]
    .toSorted((one, other) => other.contribution.givenAt.localeCompare(one.contribution.givenAt))
    .slice(0, 6);
  return (
    <section className="stack rule" aria-labelledby="latest">
      <h2 id="latest">{t('alliance.latest')}</h2>
      {all.length === 0 ? (
        <Empty text={t('alliance.latest-none')}>
          {may(alliance.rights, 'alliance.give') ? (
            <Link to={`/a/${alliance.id}/give`} as="quiet">
              {t('alliance.give')}
            </Link>
          ) : null}
        </Empty>
      ) : (
        <ul className="lines">
          {all.map(({ contribution, framing }) => (
            <li key={contribution.id}>
              <ContributionLine contribution={contribution} about={framing} invented={invented} />
            </li>
          ))}
        </ul>
      )}
      {may(alliance.rights, 'alliance.import') ? (
        <p>
          <Link to={`/a/${alliance.id}/import`}>{t('alliance.import')}</Link>
        </p>
      ) : null}
    </section>
  );
}
