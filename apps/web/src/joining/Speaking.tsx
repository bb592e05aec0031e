import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { bringWords, useWords } from '../lib/words';
import { SpeakingFields, type SpeakingDraft } from './SpeakingFields';

const SpeakAs = graphql(`
  mutation SpeakAsAfterJoining($allianceId: ID!, $speaking: Speaking!) {
    speakAs(allianceId: $allianceId, speaking: $speaking) { id capacity knows }
  }
`);

// Fetched only when somebody has just come as a guest: the first view carries none of it.
const NewCard = lazy(() => Promise.all([import('../session/NewCard'), bringWords(['ways'])]).then(([{ NewCard: Card }]) => ({ default: Card })));

/** Right after joining: one may say in what capacity one speaks and what one knows. Nothing of it is needed. */
export function Speaking({ allianceId, name, asked, guest }: { allianceId: string; name: string; asked: boolean; guest: boolean }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const speak = useDo(SpeakAs);
  const [draft, setDraft] = useState<SpeakingDraft>({ capacity: null, knows: '' });
  const home = `/a/${allianceId}`;
  // What was said is kept wherever one goes on to; only skipping leaves it.
  const saveAndGo = (to: string) =>
    void speak.do({ allianceId, speaking: { capacity: draft.capacity, knows: draft.knows } }).then((answer) => {
      if (answer !== null) go(to);
    });
  useEffect(() => {
    document.querySelector<HTMLElement>('h1')?.focus();
    window.scrollTo(0, 0);
  }, []);
  const card = guest ? (
    <Suspense>
      <NewCard />
    </Suspense>
  ) : null;
  if (asked) {
    return (
      <Page title={t('join.asked-title')}>
        <p>{t('join.asked')}</p>
        <Link to="/" as="main">
          {t('core.to-home')}
        </Link>
        {card}
      </Page>
    );
  }
  return (
    <Page title={t('join.in', { name })}>
      <p>{t('join.in-how')}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!speak.busy) saveAndGo(home);
        }}
      >
        <SpeakingFields draft={draft} onChange={setDraft} />
        <Refusal no={speak.no} />
        <div className="row">
          <Button kind="main" type="submit" busy={speak.busy}>
            {t('join.save')}
          </Button>
          {/* Whoever has come to tell something gets there at once. */}
          <Button busy={speak.busy} onClick={() => saveAndGo(`${home}/give`)}>
            {t('join.tell')}
          </Button>
          <Link to={home} as="plain">
            {t('join.skip')}
          </Link>
        </div>
      </form>
      {card}
    </Page>
  );
}
