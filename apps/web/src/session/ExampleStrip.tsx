import { useState } from 'react';
import { useLocation } from 'wouter';
import { focusOn } from '../kit/focusOn';
import { Button } from '../kit/Button';
import { useAsk, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { capacityWord } from '../lib/capacityWord';
import { ExamplePeople, StepInAs } from './examplePeople';
import { useSignOut } from './useSignOut';
import './example-strip.css';

/** In example mode: step in as an invented person with one press, and out again. */
export function ExampleStrip() {
  const { t } = useWords();
  const { me } = useHere();
  const [path, go] = useLocation();
  const [open, setOpen] = useState(false);
  const { data } = useAsk(ExamplePeople, {});
  const stepIn = useDo(StepInAs);
  const { signOut, busy } = useSignOut();
  const people = data?.examplePeople ?? [];
  if (me === undefined || people.length === 0) return null;
  // The start page shows the people at length.
  if (me === null && path === '/') return null;
  // A guest has no way back: going out is asked once more on their own page, and so nobody is stepped in as from here.
  const guest = me?.guest === true;
  const choosing = me === null || (open && !guest);
  return (
    <aside className={open ? 'strip strip-open' : 'strip'} aria-label={t('core.strip-label')}>
      {me === null ? <span>{t('core.strip-try')}</span> : <span>{me.invented ? t('core.strip-as', { name: me.name }) : t('core.strip-in-as', { name: me.name })}</span>}
      {choosing ? (
        <ul className="strip-people">
          {people.slice(0, open ? people.length : 3).map(({ actor, capacity }) => (
            <li key={actor.id}>
              <Button
                kind="plain"
                busy={stepIn.busy}
                onClick={() => {
                  setOpen(false);
                  void stepIn.do({ actorId: actor.id }).then((answer) => {
                    // The names one chose among are gone.
                    if (answer !== null) focusOn('main h1');
                  });
                }}
              >
                <bdi>{actor.name}</bdi>
                {capacity === null ? null : <span className="strip-capacity">{t(capacityWord[capacity])}</span>}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {(me === null ? people.length > 3 : !guest) ? (
        <Button kind="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('core.strip-fewer') : me === null ? t('core.strip-more') : t('core.strip-change')}
        </Button>
      ) : null}
      {me === null ? null : (
        <Button
          kind="plain"
          busy={busy}
          onClick={() => {
            if (guest) {
              go('/me#out');
              focusOn('#out');
            } else
              void signOut().then((done) => {
                if (done) focusOn('main h1');
              });
          }}
        >
          {t('core.strip-out')}
        </Button>
      )}
    </aside>
  );
}
