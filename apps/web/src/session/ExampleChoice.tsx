import { useState } from 'react';
import { focusOn } from '../kit/focusOn';
import { Button } from '../kit/Button';
import { Refusal } from '../kit/Refusal';
import { useAsk, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { capacityWord } from '../lib/capacityWord';
import { ExamplePeople, StepInAs } from './examplePeople';
import './example-choice.css';

const most = 4;

/** The invented people one can step in as, with what they say of themselves. One press steps in. */
export function ExampleChoice() {
  const { t } = useWords();
  const { data } = useAsk(ExamplePeople, {});
  const [all, setAll] = useState(false);
  const stepIn = useDo(StepInAs);
  if (data === undefined || data.examplePeople.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="examples">
      <h2 id="examples">{t('core.try-title')}</h2>
      <p className="soft">{t('core.try-how')}</p>
      <Refusal no={stepIn.no} />
      <ul className="example-people">
        {data.examplePeople.slice(0, all ? undefined : most).map(({ actor, about, capacity }) => (
          <li key={actor.id} className="example-person">
            <h3 dir="auto">{actor.name}</h3>
            <p className="small soft">{capacity === null ? t('core.capacity-unstated') : t(capacityWord[capacity])}</p>
            <p className="small">
              {t('core.knows-of')} <bdi>{about}</bdi>
            </p>
            <Button busy={stepIn.busy} onClick={() => void stepIn.do({ actorId: actor.id }).then((answer) => answer !== null && focusOn('main h1'))}>
              {t('core.try-as', { name: actor.name })}
            </Button>
          </li>
        ))}
      </ul>
      {all || data.examplePeople.length <= most ? null : (
        <div>
          <Button kind="plain" onClick={() => setAll(true)}>
            {t('core.strip-more')}
          </Button>
        </div>
      )}
    </section>
  );
}
