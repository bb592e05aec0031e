import { overBy } from '@samsyn/domain/shared/text';
import type { ComponentProps } from 'react';
import { useWords } from '../lib/words';
import { Field } from './Field';

/** What a text field and a text area share. */
export interface TextFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  value: string;
  onChange: (value: string) => void;
  /** The most it may hold. More is kept and said: what somebody pastes is never cut without a word. */
  most?: number | undefined;
}

/** One line of text. A name may end at its maxLength; where one pastes, `most` says how much is too much. */
export function TextField({ label, hint, error, optional, value, onChange, most, ...rest }: TextFieldProps & Omit<ComponentProps<'input'>, 'onChange' | 'value'>) {
  const tooLong = useTooLong(value, most);
  return (
    <Field label={label} hint={hint} error={tooLong ?? error} optional={optional}>
      {(tied) => <input dir="auto" {...rest} {...tied} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}

/** Several lines of text; grows with what is written. It never cuts: `maxLength` is said, like `most`. */
export function TextArea({ label, hint, error, optional, value, onChange, most, maxLength, ...rest }: TextFieldProps & Omit<ComponentProps<'textarea'>, 'onChange' | 'value'>) {
  const tooLong = useTooLong(value, most ?? maxLength);
  return (
    <Field label={label} hint={hint} error={tooLong ?? error} optional={optional}>
      {(tied) => <textarea dir="auto" {...rest} {...tied} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}

function useTooLong(value: string, most: number | undefined): string | undefined {
  const { t, number } = useWords();
  const over = most === undefined ? 0 : overBy(value, most);
  return over === 0 ? undefined : t('core.too-long', { over, max: number(most ?? 0) });
}
