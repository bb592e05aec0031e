import { lazy, Suspense, useMemo, useState } from 'react';
import { useParams, useSearch } from 'wouter';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Bones, Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk, type ResultOf } from '../lib/graph';
import { usePlace } from '../lib/place';
import { may } from '../lib/rights';
import { useWords, type Words } from '../lib/words';
import { CompareSection, type Comparable } from './CompareSection';
import { Restorings } from './Restorings';
import { TimeLine } from './TimeLine';
import { VersionList } from './VersionList';
import { VersionsQuery } from './versionsQuery';
import './versions.css';

const DeletedTexts = lazy(() => import('./DeletedTexts').then((m) => ({ default: m.DeletedTexts })));

/** The versions of a framing: those that were named, the whole way there, and any two beside each other. */
export function VersionsScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const words = useWords();
  const { t } = words;
  const { data, busy, no } = useAsk(VersionsQuery, { id });
  const framing = data?.framing;
  usePlace(framing?.alliance.id, framing?.alliance.name);
  // Whoever comes by a link to a comparison finds it first.
  const [comparesFirst] = useState(new URLSearchParams(useSearch()).has('from'));
  const choices = useMemo(() => (data === undefined ? [] : comparables(data, words)), [data, words]);
  if (busy) return <Page title={undefined} />;
  if (framing == null) return <Page title={t('versions.title')}>{no === undefined ? <p>{t('versions.nowhere')}</p> : <Refusal no={no} />}</Page>;
  const over = (
    <>
      <Link to={`/f/${id}`} dir="auto">
        {framing.name}
      </Link>
    </>
  );
  const compare = <CompareSection framingId={id} choices={choices} />;
  return (
    <Page wide title={t('versions.title')} over={over}>
      <VersionList framingId={id} versions={framing.versions.edges.map(({ node }) => node)} mayName={may(framing.rights, 'framing.nameVersion')} />
      {comparesFirst ? compare : null}
      <section className="stack" aria-labelledby="versions-line">
        <h2 id="versions-line">{t('versions.line')}</h2>
        {may(framing.rights, 'framing.retrace') ? (
          <TimeLine framingId={id} mayName={may(framing.rights, 'framing.nameVersion')} mayRestore={may(framing.rights, 'framing.restore')} />
        ) : (
          <p>{t('versions.lineForThose')}</p>
        )}
      </section>
      {may(framing.rights, 'framing.retrace') ? <Deleted framingId={id} mayClear={may(framing.rights, 'framing.proposeClearing')} /> : null}
      <Restorings framingId={id} restorings={framing.restorings} />
      {comparesFirst ? null : compare}
    </Page>
  );
}

/** Deleted text is looked for seldom, and only then gone through. */
function Deleted({ framingId, mayClear }: { framingId: string; mayClear: boolean }) {
  const { t } = useWords();
  const [shown, show] = useState(false);
  return (
    <section className="stack" aria-labelledby="versions-deleted">
      <h2 id="versions-deleted">{t('versions.deleted')}</h2>
      {shown ? (
        <Suspense fallback={<Bones />}>
          <DeletedTexts framingId={framingId} mayClear={mayClear} />
        </Suspense>
      ) : (
        <div className="row">
          <Button onClick={() => show(true)}>{t('versions.deletedShow')}</Button>
        </div>
      )}
    </section>
  );
}

/** What one may compare with: the text now, its versions, and other framings one reads. */
function comparables({ framing, me }: ResultOf<typeof VersionsQuery>, { t }: Words): Comparable[] {
  if (framing == null) return [];
  const own = framing.versions.edges.map(({ node }) => ({ value: `v${node.number}`, label: node.label }));
  const beside = framing.alliance.problems.flatMap(({ framings }) => framings);
  const elsewhere = (me?.participations ?? [])
    .filter(({ standing, alliance }) => standing === 'TAKES_PART' && alliance.id !== framing.alliance.id)
    .flatMap(({ alliance }) => alliance.problems.flatMap(({ framings }) => framings.map(({ id, name }) => ({ value: `${id}:now`, label: t('versions.otherAlliance', { name, alliance: alliance.name }) }))));
  return [
    { value: 'now', label: t('versions.now') },
    ...own,
    ...beside.filter(({ id }) => id !== framing.id).map(({ id, name }) => ({ value: `${id}:now`, label: t('versions.otherFraming', { name }) })),
    ...elsewhere,
  ];
}
