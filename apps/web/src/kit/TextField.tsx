import type { ComponentProps } from 'react';
import { Field } from './Field';

/** What a text field and a text area share. */
export interface TextFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** One line of text. */
export function TextField({ label, hint, error, optional, value, onChange, ...rest }: TextFieldProps & Omit<ComponentProps<'input'>, 'onChange' | 'value'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(tied) => <input dir="auto" {...rest} {...tied} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, optional, value, onChange, ...rest }: TextFieldProps & Omit<ComponentProps<'textarea'>, 'onChange' | 'value'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(tied) => <textarea dir="auto" {...rest} {...tied} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}
