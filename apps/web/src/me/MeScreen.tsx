import { lazy, Suspense, useEffect, useState } from 'react';
import { Declining } from '../alliance/Declining';
import { focusOn } from '../kit/focusOn';
import { capacityWord } from '../lib/capacityWord';
import { Button } from '../kit/Button';
import { Empty } from '../kit/Empty';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, type ResultOf } from '../lib/graph';
import { bringWords, useWords, type WordKey } from '../lib/words';
import { useSignOut } from '../session/useSignOut';
import { AddEmail } from './AddEmail';
import { MyContributions } from './MyContributions';
import { MyName } from './MyName';

const Waiting = lazy(() => Promise.all([import('../talk/WaitingForMe'), bringWords(['talk'])]).then(([{ WaitingForMe }]) => ({ default: WaitingForMe })));

const Ways = lazy(() => Promise.all([import('./MyWays'), bringWords(['ways'])]).then(([{ MyWays }]) => ({ default: MyWays })));

const MeQuery = graphql(`
  query MyPage {
    me {
      id name guest email invented comesBack
      participations { id standing capacity knows since alliance { id name visibility } speaksFor { id name } }
    }
  }
`);

/** My page: my alliances, what I brought, what I am called, and the way out. */
export function MeScreen() {
  const { t } = useWords();
  const { data, busy, no } = useAsk(MeQuery, {});
  const out = useSignOut();
  const [leaving, setLeaving] = useState(false);
  const me = data?.me ?? null;
  const known = me !== null;
  useEffect(() => {
    // Whoever wants to go out comes here to be asked.
    if (known && location.hash === '#out') document.getElementById('out')?.focus();
  }, [known]);
  if (busy) return <Page title={undefined} />;
  if (me === null) {
    return (
      <Page title={t('me.title')}>
        <Refusal no={no} />
        <p>{t('me.nobody')}</p>
        <div className="row">
          <Link to="/sign-in?to=/me" as="main">
            {t('core.step-in')}
          </Link>
          <Link to="/" as="quiet">
            {t('core.to-home')}
          </Link>
        </div>
      </Page>
    );
  }
  // Whoever has no way back would lose the name they have.
  const stranded = !me.invented && !me.comesBack;
  const leave = () =>
    void out.signOut().then((done) => {
      if (!done) return;
      setLeaving(false);
      focusOn('main h1');
    });
  return (
    <Page title={t('me.title')}>
      <MyName name={me.name} email={me.email} guest={stranded} />
      <p>
        <Link to="/me/protected">{t('me.protected')}</Link>
      </p>
      {me.email === null && !me.invented ? <AddEmail /> : null}
      <Suspense>
        <Waiting />
      </Suspense>
      <section className="stack-tight rule" aria-labelledby="my-alliances">
        <h2 id="my-alliances">{t('me.alliances')}</h2>
        {me.participations.length === 0 ? (
          <Empty text={t('me.alliances-none')}>
            <Link to="/form" as="quiet">
              {t('core.form')}
            </Link>
          </Empty>
        ) : null}
        <ul className="lines">
          {me.participations.map((one) => (
            <li key={one.id}>
              <Taking one={one} />
            </li>
          ))}
        </ul>
      </section>
      <MyContributions />
      {me.invented ? null : (
        <Suspense>
          <Ways />
        </Suspense>
      )}
      <section className="stack-tight rule" aria-labelledby="out">
        <h2 id="out" tabIndex={-1}>{t('me.out')}</h2>
        <p>{me.invented ? t('me.out-invented') : stranded ? t('me.out-guest') : t('me.out-how')} {t('me.out-unsent')}</p>
        <Refusal no={out.no} />
        <div className="row">
          {stranded && !leaving ? (
            <Button onClick={() => setLeaving(true)}>{t('me.sign-out')}</Button>
          ) : (
            <Button kind={stranded ? 'grave' : 'quiet'} busy={out.busy} onClick={leave}>
              {stranded ? t('me.sign-out-sure') : t('me.sign-out')}
            </Button>
          )}
          {leaving ? (
            <Button
              kind="plain"
              onClick={() => {
                setLeaving(false);
                focusOn('#out');
              }}
            >
              {t('core.cancel')}
            </Button>
          ) : null}
        </div>
      </section>
    </Page>
  );
}

type Participation = NonNullable<ResultOf<typeof MeQuery>['me']>['participations'][number];

const standingWord = {
  INVITED: 'me.invited',
  ASKED: 'me.asked',
  TAKES_PART: 'me.takes-part',
  DECLINED: 'me.declined',
  LATER: 'me.later',
  LEFT: 'me.left',
  ASKED_TO_LEAVE: 'me.asked-to-leave',
} as const satisfies Record<Participation['standing'], WordKey>;

function Taking({ one }: { one: Participation }) {
  const { t, day, list } = useWords();
  return (
    <div className="stack-tight">
      <h3>
        <Link to={`/a/${one.alliance.id}`} className="serif" dir="auto">
          {one.alliance.name}
        </Link>
      </h3>
      <p>
        {t(standingWord[one.standing], { day: day(one.since) })}
        {one.capacity === null ? '' : `, ${t(capacityWord[one.capacity]).toLowerCase()}`}
      </p>
      {one.standing === 'INVITED' || one.standing === 'ASKED' ? <Declining allianceId={one.alliance.id} asked={one.standing === 'ASKED'} /> : null}
      {one.knows === '' ? null : (
        <p className="small">
          {t('me.knows')} <bdi>{one.knows}</bdi>
        </p>
      )}
      {one.speaksFor.length === 0 ? null : (
        <p className="small">
          {t('me.speaks-for')} {list(one.speaksFor.map(({ name }) => name))}
        </p>
      )}
    </div>
  );
}
