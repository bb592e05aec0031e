import { useId, type ReactNode } from 'react';
import { useWords } from '../lib/words';

/** What a control needs to be tied to its label, hint and error. */
export interface Tied {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, a hint, an error and the control they belong to. */
export function Field(props: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  children: (tied: Tied) => ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const described = [props.hint === undefined ? '' : `${id}-hint`, props.error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label} {props.optional === true ? <span className="field-optional">{t('core.optional')}</span> : null}
      </label>
      {props.hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      {props.children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': props.error === undefined ? undefined : true })}
    </div>
  );
}
