import { Field } from './Field';

interface Props<V extends string> {
  label: string;
  error?: string | undefined;
  /** What stands where none is chosen. */
  none?: string;
  choices: readonly { readonly value: V; readonly label: string }[];
  chosen: V | '';
  onChange: (chosen: V | '') => void;
}

/** One is chosen from a list that is too long to lie open. */
export function Select<V extends string>({ label, error, none, choices, chosen, onChange }: Props<V>) {
  return (
    <Field label={label} error={error}>
      {(tied) => (
        <select {...tied} className="input" value={chosen} onChange={(event) => onChange(event.currentTarget.value as V | '')}>
          {none === undefined ? null : <option value="">{none}</option>}
          {choices.map(({ value, label: said }) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
