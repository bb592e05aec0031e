import { useState } from 'react';
import { useWords } from '../../lib/words';
import { OrganisationPicker, type Picked } from '../../organisation/OrganisationPicker';
import type { Touched } from './forming';
import { StepForm } from './StepForm';
import type { StepProps } from './StepProps';
import { Resembling } from './Resembling';

/** The second step: which departments and organisations it touches, and what already goes on. */
export function TouchedStep({ forming, change, onward }: StepProps) {
  const { t } = useWords();
  const { touched } = forming;
  const [written, setWritten] = useState('');
  const [unpicked, setUnpicked] = useState<string>();
  const add = (picked: Picked) => {
    if (touched.some((one) => one.name.toLowerCase() === picked.name.toLowerCase() && one.id === picked.id)) return;
    change({ touched: [...touched, { id: picked.id, name: picked.name, parentId: null, parentName: picked.id === null ? null : picked.parentName }] });
  };
  const put = (at: number, part: Partial<Touched>) => change({ touched: touched.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <StepForm
      onNext={(form) => {
        // A name that was written and not picked would be left behind without a word.
        setUnpicked(written === '' ? undefined : t('form.touched-unpicked', { name: written }));
        if (written === '') onward();
        else form.querySelector('input')?.focus();
      }}
    >
      <p>{t('form.touched-how')}</p>
      <OrganisationPicker label={t('form.touched')} taken={touched.flatMap(({ id }) => (id === null ? [] : [id]))} onPick={add} error={unpicked} onWritten={(text) => {
          setWritten(text);
          setUnpicked(undefined);
        }} />
      {touched.length === 0 ? null : (
        <ul className="touched" aria-label={t('form.touched-chosen')}>
          {touched.map((one, at) => (
            <li key={`${one.id ?? ''} ${one.name}`} className="stack-tight">
              <div>
                <span className="chip">
                  <span>
                    <bdi>{one.name}</bdi>
                    {one.parentName === null ? null : <span className="small soft"> {t('core.part-of', { name: one.parentName })}</span>}
                  </span>
                  <button type="button" aria-label={t('core.take-away', { name: one.name })} onClick={() => change({ touched: touched.filter((_other, index) => index !== at) })}>
                    <svg viewBox="0 0 16 16" aria-hidden="true">
                      <path d="M3 3l10 10M13 3L3 13" />
                    </svg>
                  </button>
                </span>
              </div>
              {one.id === null && one.parentName === null ? (
                <div className="touched-new">
                  <OrganisationPicker
                    label={t('form.belongs-to', { name: one.name })}
                    hint={t('form.belongs-to-hint')}
                    taken={[]}
                    onPick={(picked) => put(at, { parentId: picked.id, parentName: picked.name })}
                  />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Resembling worry={forming.worry} />
    </StepForm>
  );
}
