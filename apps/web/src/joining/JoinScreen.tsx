import { useState } from 'react';
import { useParams } from 'wouter';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { codeIn } from '../lib/codeIn';
import { JoinForm } from './JoinForm';
import { Speaking } from './Speaking';
import './join.css';

const DoorQuery = graphql(`
  query Door($code: String!) {
    door(code: $code) { allianceId name purpose groundRules worry visibility peopleCount already }
  }
`);

/** Behind a code: what the alliance is about, and one field to step in by. No e-mail, no password. */
export function JoinScreen() {
  const { t } = useWords();
  const { me } = useHere();
  const { code: given = '' } = useParams<{ code: string }>();
  const code = codeIn(given) ?? given;
  const { data, no } = useAsk(DoorQuery, { code });
  const [joined, setJoined] = useState<{ allianceId: string; name: string; asked: boolean; guest: boolean } | null>(null);
  const door = data?.door;

  // First of all: the door is asked anew after the act, and a letter's code that has been used opens no door.
  if (joined !== null) return <Speaking {...joined} />;
  if (no !== undefined) {
    return (
      <Page title={t('join.title-none')}>
        <Refusal no={no} />
      </Page>
    );
  }
  if (door === undefined || me === undefined) return <Page title={undefined} />;
  if (door === null) {
    return (
      <Page title={t('join.title-none')}>
        <p>{t('join.none')}</p>
        <p>
          <Link to="/" as="main">
            {t('join.try-again')}
          </Link>
        </p>
      </Page>
    );
  }

  return (
    <Page title={t('join.title', { name: door.name })} heading={<Welcome name={door.name} />}>
      <p className="join-worry serif" dir="auto">
        {door.worry}
      </p>
      <p>{t('join.counts')}</p>
      {door.already ? (
        <p>
          <Link to={`/a/${door.allianceId}`} as="main">
            {t('join.already')}
          </Link>
        </p>
      ) : (
        <JoinForm code={code} me={me?.name ?? null} onJoined={({ asked }) => setJoined({ allianceId: door.allianceId, name: door.name, asked, guest: me === null })} />
      )}
      <p className="small soft">{t('join.people', { n: door.peopleCount })}</p>
      {door.purpose === '' ? null : <Folded title={t('join.purpose')} text={door.purpose} />}
      {door.groundRules === '' ? null : <Folded title={t('join.rules')} text={door.groundRules} />}
      <Folded title={t('join.what-happens')} text={t('join.what-happens-text')} />
    </Page>
  );
}

function Welcome({ name }: { name: string }) {
  const { t } = useWords();
  return (
    <>
      {t('join.welcome')} <em className="join-name" dir="auto">{name}</em>
    </>
  );
}

function Folded({ title, text }: { title: string; text: string }) {
  return (
    <details className="folded">
      <summary>{title}</summary>
      <p className="prose" dir="auto">
        {text}
      </p>
    </details>
  );
}
