import { lazy, Suspense, useState } from 'react';
import { useParams } from 'wouter';
import { Bones, Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { usePlace } from '../lib/place';
import { bringWords, useWords } from '../lib/words';
import { Acting } from './Acting';
import { Latest } from './Latest';
import type { Opened } from './opened';
import { AlliancePageQuery } from './pageQuery';
import { Problems } from './Problems';
import { WhatWeKnow } from './WhatWeKnow';
import './alliance.css';

const AllianceDialog = lazy(async () => {
  const [{ AllianceDialog: shown }] = await Promise.all([import('./dialogs/AllianceDialog'), bringWords(['acting'])]);
  return { default: shown };
});
const Nowhere = lazy(() => import('./Nowhere').then((m) => ({ default: m.Nowhere })));
const Structure = lazy(() => import('./Structure').then((m) => ({ default: m.Structure })));

/** An alliance's home: the worry, its framings side by side, what is known, who takes part, what has happened. */
export function AllianceScreen() {
  const { t } = useWords();
  const { id = '' } = useParams<{ id: string }>();
  const { data, busy, no } = useAsk(AlliancePageQuery, { id });
  const [opened, open] = useState<Opened | null>(null);
  const alliance = data?.alliancePage;
  usePlace(alliance?.id, alliance?.name);

  if (no !== undefined && alliance === undefined) {
    return (
      <Page title={t('alliance.unreached')}>
        <Refusal no={no} />
      </Page>
    );
  }
  if (busy || alliance === undefined) return <Page title={undefined} wide />;
  if (alliance === null) {
    return (
      <Suspense fallback={<Page title={undefined} wide />}>
        <Nowhere id={id} />
      </Suspense>
    );
  }
  const worry = alliance.problems[0]?.sentence;

  return (
    <Page
      title={alliance.name}
      written
      wide
      over={
        <>
          {t(visibilityWord[alliance.visibility])}
          {alliance.example ? ` · ${t('alliance.example')}` : ''}
        </>
      }
    >
      {worry === undefined ? null : (
        <p className="alliance-worry serif" dir="auto">
          {worry}
        </p>
      )}
      <Acting alliance={alliance} open={open} />
      <Problems alliance={alliance} open={open} />
      <div className="alliance-columns">
        <Latest alliance={alliance} />
        <WhatWeKnow alliance={alliance} />
      </div>
      <Suspense fallback={<Bones />}>
        <Structure alliance={alliance} open={open} />
      </Suspense>
      {opened === null ? null : (
        <Suspense fallback={null}>
          <AllianceDialog alliance={alliance} opened={opened} onClose={() => open(null)} />
        </Suspense>
      )}
    </Page>
  );
}

const visibilityWord = { OPEN: 'alliance.open', LINK: 'alliance.link', CLOSED: 'alliance.closed' } as const;
