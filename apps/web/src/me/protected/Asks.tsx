import { useState } from 'react';
import { Button } from '../../kit/Button';
import { say } from '../../kit/Notice';
import { Refusal } from '../../kit/Refusal';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { Protecting } from './protectedQuery';

const Answer = graphql(`
  mutation AnswerNameAsk($id: ID!, $agree: Boolean!) {
    answerNameAsk(id: $id, agree: $agree) { id agreed answeredAt }
  }
`);

const Read = graphql(`
  mutation ReadName($id: ID!) {
    readName(askId: $id)
  }
`);

/** Those who want to know my name: yes or no, and when it was read. */
export function Asking({ all }: { all: Protecting['nameAsks'] }) {
  const { t, day } = useWords();
  const answer = useDo(Answer);
  const respond = (id: string, agree: boolean) => void answer.do({ id, agree }).then((done) => done && say(t('protected.answered')));
  return (
    <section className="stack-tight rule" aria-labelledby="asks">
      <h2 id="asks">{t('protected.asks')}</h2>
      {all.length === 0 ? <p>{t('protected.asks-none')}</p> : null}
      <Refusal no={answer.no} />
      <ul className="lines">
        {all.map((ask) => (
          <li key={ask.id} className="stack-tight">
            <p>{t('protected.ask-by', { name: ask.by.name, day: day(ask.at) })}</p>
            <p dir="auto">{ask.reason}</p>
            {ask.agreed === null ? (
              <div className="row">
                <Button busy={answer.busy} onClick={() => respond(ask.id, true)}>
                  {t('protected.yes')}
                </Button>
                <Button busy={answer.busy} onClick={() => respond(ask.id, false)}>
                  {t('protected.no')}
                </Button>
              </div>
            ) : (
              <p className="soft">
                {t(ask.agreed ? 'protected.said-yes' : 'protected.said-no')} {ask.readAt === null ? '' : t('protected.was-read', { day: day(ask.readAt) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Names I asked for: shown once, after a yes. */
export function Asked({ all }: { all: Protecting['askedNames'] }) {
  const { t, day } = useWords();
  const read = useDo(Read);
  const [known, setKnown] = useState<string | null>(null);
  if (all.length === 0) return null;
  return (
    <section className="stack-tight rule" aria-labelledby="asked">
      <h2 id="asked">{t('protected.asked')}</h2>
      <Refusal no={read.no} />
      <p aria-live="polite">{known === null ? '' : t('protected.name-is', { name: known })}</p>
      <ul className="lines">
        {all.map((ask) => (
          <li key={ask.id} className="stack-tight">
            <p>{t('protected.asked-of', { day: day(ask.at), alliance: ask.alliance?.name ?? '' })}</p>
            <p dir="auto">{ask.reason}</p>
            {ask.agreed === null ? <p className="soft">{t('protected.waits')}</p> : null}
            {ask.agreed === true && ask.readAt === null ? (
              <>
                <p className="soft">{t('protected.read-how')}</p>
                <div>
                  <Button busy={read.busy} onClick={() => void read.do({ id: ask.id }).then((answer) => answer && setKnown(answer.readName))}>
                    {t('protected.read')}
                  </Button>
                </div>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
