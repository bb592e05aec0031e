import { useState } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, useDo } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { HidingForm } from './HidingForm';
import type { HidingShown } from './hidingFields';

const Words = graphql(`query HiddenWords($id: ID!) { hiddenWords(hidingId: $id) { words { part text } media { id kind url description } } }`);
const AskAside = graphql(`mutation AskAside($id: ID!, $cause: AsideCause!) { askAside(id: $id, cause: $cause) { id } }`);
const AgreeAside = graphql(`mutation AgreeAside($id: ID!) { agreeAside(id: $id) { id } }`);

/** Something that is hidden just now: who, why, what the author answers, and what one may do. */
export function Covered({ hiding }: { hiding: HidingShown }) {
  const { t, moment } = useWords();
  const [doing, setDoing] = useState<'read' | 'answer' | 'undo' | null>(null);
  const [ask, agree] = [useDo(AskAside), useDo(AgreeAside)];
  const allowed = (verb: string) => may(hiding.rights, `hiding.${verb}`);
  const told = (done: unknown, words: 'hiding.asked' | 'hiding.agreed') => done && say(t(words));
  return (
    <div className="note stack-tight">
      <p>
        <strong>{t(hiding.state === 'ASIDE' ? 'hiding.isAside' : 'hiding.is')}</strong> <PersonName actor={hiding.by} /> · {moment(hiding.at)}
      </p>
      {hiding.reason === '' ? null : <p dir="auto">{hiding.reason}</p>}
      {hiding.cause === null ? null : (
        <p>
          {t(`hiding.cause${hiding.cause}`)} <PersonName actor={hiding.askedBy} />
          {hiding.state === 'ASIDE' ? (
            <>
              , <PersonName actor={hiding.agreedBy} />
            </>
          ) : null}
        </p>
      )}
      {hiding.answer === '' ? null : (
        <p dir="auto">
          {t('hiding.theAnswer')} {hiding.answer}
        </p>
      )}
      {doing === 'read' ? <HiddenText id={hiding.id} /> : null}
      {doing === 'answer' || doing === 'undo' ? <HidingForm way={doing} id={hiding.id} onDone={() => setDoing(null)} /> : null}
      {/* While one writes, the form's own buttons are the only ones. */}
      {doing === 'answer' || doing === 'undo' ? null : (
      <div className="row">
        {allowed('read') && doing !== 'read' ? <Button onClick={() => setDoing('read')}>{t('hiding.read')}</Button> : null}
        {allowed('answer') ? <Button onClick={() => setDoing('answer')}>{t('hiding.answer')}</Button> : null}
        {allowed('undo') ? <Button onClick={() => setDoing('undo')}>{t('hiding.undo')}</Button> : null}
        {allowed('askAside')
          ? (['THREAT', 'PERSONAL_DATA'] as const).map((cause) => (
              <Button key={cause} kind="plain" busy={ask.busy} onClick={() => void ask.do({ id: hiding.id, cause }).then((done) => told(done, 'hiding.asked'))}>
                {t(`hiding.ask${cause}`)}
              </Button>
            ))
          : null}
        {allowed('agreeAside') ? (
          <Button kind="grave" busy={agree.busy} onClick={() => void agree.do({ id: hiding.id }).then((done) => told(done, 'hiding.agreed'))}>
            {t('hiding.agree')}
          </Button>
        ) : null}
      </div>
      )}
      <Refusal no={ask.no ?? agree.no} />
    </div>
  );
}

function HiddenText({ id }: { id: string }) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(Words, { id }, { policy: 'network-only' });
  if (busy) return null;
  if (!data?.hiddenWords) return no ? <Refusal no={no} /> : <p>{t('hiding.notForYou')}</p>;
  return (
    <div className="stack-tight">
      {data.hiddenWords.words.map(({ part, text }, at) => (
        <blockquote key={`${part} ${at}`} className="prose" dir="auto">
          {text}
        </blockquote>
      ))}
      {data.hiddenWords.media.map(({ id: media, kind, url, description }) => (kind === 'PICTURE' ? <img key={media} src={url} alt={description} /> : <audio key={media} src={url} controls aria-label={description} />))}
    </div>
  );
}
