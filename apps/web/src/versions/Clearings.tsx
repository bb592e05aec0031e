import { useState } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useDo } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { AnswerClearing, type ClearingShown } from './deletedQuery';

/** What has been asked to be cleared, by whom and why, and what became of it. */
export function Clearings({ clearings, me }: { clearings: readonly ClearingShown[]; me: string | null }) {
  const { t, moment } = useWords();
  if (clearings.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="versions-clearings">
      <h3 id="versions-clearings">{t('versions.clearings')}</h3>
      <ol className="version-list">
        {clearings.map((one) => (
          <li key={one.id}>
            <span>
              {t(`versions.clearing.${one.state}`)} · {moment(one.at)} · <PersonName actor={one.by} />
            </span>
            <q dir="auto">{one.reason}</q>
            {one.state !== 'KEPT' && one.texts.length > 0 ? (
              <ul className="deleted-list">
                {one.texts.map((text) => (
                  <li key={text.id}>
                    <blockquote dir="auto">{text.text}</blockquote>
                  </li>
                ))}
              </ul>
            ) : null}
            {one.answeredAt === null ? null : (
              <span className="small soft">
                {t('versions.answeredBy', { moment: moment(one.answeredAt) })} <PersonName actor={one.answeredBy} />
                {one.answer === null || one.answer === '' ? null : <>: <q dir="auto">{one.answer}</q></>}
              </span>
            )}
            {may(one.rights, 'clearing.answer') ? <Answer id={one.id} mine={one.by?.id === me} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The answer: agreed by somebody else than who asked; kept, with a reason, by anyone. */
function Answer({ id, mine }: { id: string; mine: boolean }) {
  const { t } = useWords();
  const [answer, put] = useState('');
  const { do: reply, busy, no } = useDo(AnswerClearing);
  const act = async (agrees: boolean): Promise<void> => {
    const done = await reply({ id, agrees, answer });
    if (done !== null) say(t(agrees ? 'versions.cleared' : 'versions.keptNow'));
  };
  return (
    <div className="stack-tight name-version">
      <TextField label={t('versions.answer')} hint={t('versions.answerHint')} value={answer} onChange={put} maxLength={1000} />
      <Refusal no={no} />
      <div className="row">
        {mine ? null : (
          <Button kind="grave" busy={busy} onClick={() => void act(true)}>
            {t('versions.agree')}
          </Button>
        )}
        <Button busy={busy} onClick={() => void act(false)}>
          {t('versions.keepIt')}
        </Button>
      </div>
    </div>
  );
}
