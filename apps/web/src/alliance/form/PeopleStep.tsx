import { useState } from 'react';
import { useLocation } from 'wouter';
import { SpeakingFields } from '../../joining/SpeakingFields';
import { ActForm } from '../../kit/ActForm';
import { TextArea, TextField } from '../../kit/TextField';
import { useDo } from '../../lib/graph';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/words';
import { addressesIn } from '../addressesIn';
import { FormAlliance } from './formAlliance';
import { inputOf } from './forming';
import type { StepProps } from './StepProps';

/** The last step: who else, and myself. From here the alliance stands. */
export function PeopleStep({ forming, change, clear }: StepProps) {
  const { t, language } = useWords();
  const [, go] = useLocation();
  const { examples, sendsLetters } = useHere();
  const letters = examples || sendsLetters;
  const [errors, setErrors] = useState<{ second?: string; emails?: string }>({});
  const form = useDo(FormAlliance);
  const act = async () => {
    const second = addressesIn(forming.second);
    const emails = addressesIn(forming.emails);
    const found = !letters ? {} : {
      ...(second.wrong.length > 0 || second.right.length > 1 ? { second: t('core.emails-wrong', { emails: forming.second.trim() }) } : {}),
      ...(emails.wrong.length > 0 ? { emails: t('core.emails-wrong', { emails: emails.wrong.join(', ') }) } : {}),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const answer = await form.do({ input: inputOf(letters ? forming : { ...forming, second: '', emails: '' }, language) });
    if (answer === null) return;
    // First away from the steps, then empty the draft, so that the first step is not seen in passing.
    go(`/form?formed=${answer.formAlliance.id}`, { replace: true });
    clear();
  };
  return (
    <ActForm press={t('form.do')} busy={form.busy} no={form.no} onAct={() => void act()}>
      {letters ? <Letters forming={forming} change={change} errors={errors} /> : <p>{t('form.no-letters')}</p>}
      <SpeakingFields draft={{ capacity: forming.capacity, knows: forming.knows }} onChange={change} />
    </ActForm>
  );
}

/** Who else is asked by letter. */
function Letters({ forming, change, errors }: Pick<StepProps, 'forming' | 'change'> & { errors: { second?: string; emails?: string } }) {
  const { t } = useWords();
  return (
    <>
      <p>{t('form.people-how')}</p>
      <TextField label={t('form.second')} hint={t('form.second-hint')} optional error={errors.second} type="email" dir="ltr" value={forming.second} onChange={(second) => change({ second })} autoComplete="off" />
      <TextArea label={t('form.emails')} hint={t('core.emails-hint')} optional error={errors.emails} inputMode="email" dir="ltr" value={forming.emails} onChange={(emails) => change({ emails })} autoComplete="off" />
    </>
  );
}
