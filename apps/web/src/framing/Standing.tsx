import type { FramingField } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { useEffect, useRef, useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { placeOfField } from './fields';
import { Reframe, type FramingShown } from './framingQuery';

/** Under a field where it is written: what stands, and the act of letting the new words stand instead, with a reason. */
export function Standing({ framing, field, text, saved }: { framing: FramingShown; field: FramingField; text: string; saved: boolean }) {
  const { t } = useWords();
  const stands = framing[placeOfField[field]];
  const [asking, setAsking] = useState(false);
  const [draft, change, clear] = useDraft(`reframe.${framing.id}.${field}`, { reason: '' });
  const { do: reframe, busy, no } = useDo(Reframe);
  const [wanted, setWanted] = useState(false);
  const differs = text.trim() !== stands;
  const here = useRef<HTMLDivElement>(null);
  const press = useRef<HTMLButtonElement>(null);
  const [turning, setTurning] = useState(false);

  // The server takes the words from the shared text; it must have all of them first.
  useEffect(() => {
    if (!wanted || !saved) return;
    setWanted(false);
    void reframe({ framingId: framing.id, field, reason: draft.reason }).then((done) => {
      if (done === null) return;
      clear();
      // What had the focus goes away; one goes on in the field the words stand in.
      here.current?.closest('.co-field')?.querySelector('textarea')?.focus();
      setAsking(false);
      say(t('framing.stands', { field: t(`framing.field.${field}`) }));
    });
  }, [wanted, saved, reframe, framing.id, field, draft.reason, clear, t]);

  // Whoever turns back goes on from where they pressed.
  useEffect(() => {
    if (!turning) return;
    setTurning(false);
    press.current?.focus();
  }, [turning]);

  if (!differs && !asking) return null;
  return (
    <div className="standing" ref={here}>
      <div>
        <p className="small soft">{t('framing.standsNow')}</p>
        <p className="prose soft" dir="auto">
          {stands === '' ? t('framing.nothing') : stands}
        </p>
      </div>
      {asking ? (
        <ActForm
          press={t('framing.letStand')}
          busy={busy || wanted}
          no={no}
          onAct={() => setWanted(true)}
          onClose={() => {
            setAsking(false);
            setTurning(true);
          }}
        >
          <TextArea
            label={t('framing.why')}
            hint={t('framing.whyHint')}
            value={draft.reason}
            maxLength={limits.reason}
            autoFocus
            onChange={(reason) => change({ reason })}
          />
          {wanted ? <p className="small soft">{t('framing.waitSaved')}</p> : null}
        </ActForm>
      ) : (
        <p>
          <Button ref={press} onClick={() => setAsking(true)}>{t('framing.makeStand')}</Button>
        </p>
      )}
    </div>
  );
}
