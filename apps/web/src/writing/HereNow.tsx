import { lazy, Suspense, useState } from 'react';
import { Button } from '../kit/Button';
import { bringWords, useWords } from '../lib/words';
import { useKeptChoice } from './keptChoice';
import type { Present } from './presence';
import type { Room } from './room';

const PresenceTold = lazy(() => Promise.all([import('./PresenceTold'), bringWords(['editing'])]).then(([m]) => ({ default: m.PresenceTold })));

const shownAtMost = 5;

// None of these is a shape of a kind of knowledge.
const shapes = [
  <path key="0" d="M4.5 2h7L15 8l-3.5 6h-7L1 8Z" />,
  <path key="1" d="m8 .8 2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 11.8l-4.5 2.6 1.2-5L.8 6l5.1-.5Z" />,
  <path key="2" d="M8 .8c3 4 4.8 6.3 4.8 9A4.8 4.8 0 0 1 8 14.8 4.8 4.8 0 0 1 3.2 9.8C3.2 7.1 5 4.8 8 .8Z" />,
  <path key="3" d="M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5Z" />,
  <path key="4" d="M10.5 1a7 7 0 1 0 0 14 8.5 8.5 0 0 1 0-14Z" />,
  <path key="5" d="M1 3h14l-3 5 3 5H1l3-5Z" />,
];

/** The mark of a person who is here: a shape, the same everywhere, that says nothing about them. */
export function PersonShape({ look }: { look: number }) {
  return (
    <svg className={`person-shape look-${look}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[look]}
    </svg>
  );
}

/** Who is here now. It changes without a sound, unless one has asked to be told; the button reads it aloud to whoever asks. */
export function HereNow({ room, people }: { room: Room; people: readonly Present[] }) {
  const { t, list } = useWords();
  const [said, setSaid] = useState('');
  const [tells, tell] = useKeptChoice(`samsyn.tells.${room.me.id}`);
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, shownAtMost);
  const named = (person: Present): string => (person.me ? t('writing.here.you', { name: person.name }) : person.name);
  return (
    <div className="here">
      <button
        type="button"
        className="here-ask"
        onClick={() => {
          setAll(true);
          // Emptied first, so that asking twice is answered twice.
          setSaid('');
          setTimeout(() => setSaid(t('writing.here.said', { names: list(people.map(named)) })), 60);
        }}
      >
        {t('writing.here.title')}
      </button>
      <ul className="here-people">
        {shown.map((person) => (
          <li key={person.id}>
            <PersonShape look={person.look} />
            <bdi>{named(person)}</bdi>
          </li>
        ))}
        {people.length > shown.length ? <li>{t('writing.here.more', { n: people.length - shown.length })}</li> : null}
      </ul>
      <Button kind="plain" className="here-tell" aria-pressed={tells} onClick={() => tell(!tells)}>
        {t('writing.here.tell')}
      </Button>
      <p className="unseen" role="status">
        {said}
      </p>
      {tells ? (
        <Suspense fallback={null}>
          <PresenceTold room={room} provider={room.provider} />
        </Suspense>
      ) : null}
    </div>
  );
}
