import { useId, type ReactNode } from 'react';

/** One thing to choose. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
}

interface Common<V extends string> {
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  choices: readonly Choice<V>[];
}

/** Several may be chosen. */
export function Choices<V extends string>(props: Common<V> & { chosen: readonly V[]; onChange: (chosen: V[]) => void }) {
  return (
    <Group {...props}>
      {(choice) => (
        <input
          type="checkbox"
          checked={props.chosen.includes(choice.value)}
          onChange={(event) =>
            props.onChange(event.currentTarget.checked ? [...props.chosen, choice.value] : props.chosen.filter((value) => value !== choice.value))
          }
        />
      )}
    </Group>
  );
}

/** One is chosen. */
export function Radios<V extends string>(props: Common<V> & { chosen: V | null; onChange: (chosen: V) => void }) {
  const name = useId();
  return (
    <Group {...props}>
      {(choice) => <input type="radio" name={name} checked={props.chosen === choice.value} onChange={() => props.onChange(choice.value)} />}
    </Group>
  );
}

function Group<V extends string>({ legend, hint, error, choices, children }: Common<V> & { children: (choice: Choice<V>) => ReactNode }) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="field" aria-describedby={described === '' ? undefined : described}>
      <legend className="field-label">{legend}</legend>
      {hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            {children(choice)}
            <span className="choice-label">{choice.label}</span>
            {choice.hint === undefined ? null : <span className="choice-hint">{choice.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
