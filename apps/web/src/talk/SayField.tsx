import { limits } from '@samsyn/domain/shared/limits';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../kit/Button';
import { TextArea } from '../kit/TextField';
import { useWords } from '../lib/words';
import { namesFor, namingAt, type Nameable } from './mentionsIn';

interface Props {
  label: string;
  value: string;
  people: readonly Nameable[];
  /** Somebody begins to name: now the names are needed. */
  onNaming: () => void;
  onChange: (text: string) => void;
  onChosen: (id: string) => void;
  autoFocus?: boolean;
}

/**
 * Where something is said. After an @ names are offered: arrow keys and Enter, a tap, or just typing the name.
 * It stays an ordinary text field; which name is at hand is told by aria-activedescendant.
 */
export function SayField({ label, value, people, onNaming, onChange, onChosen, autoFocus = false }: Props) {
  const { t } = useWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const naming = caret === null ? null : namingAt(value, caret);
  const offered = naming === null ? [] : namesFor(naming.search, people);
  const hand = Math.min(at, offered.length - 1);

  const field = () => box.current?.querySelector('textarea') ?? null;
  const look = () => {
    const now = field()?.selectionStart ?? null;
    setCaret(now);
    if (now !== null && namingAt(field()?.value ?? '', now) !== null) onNaming();
  };
  const put = (text: string, to: number) => {
    // At once, so that the next letter of whoever writes fast comes where it belongs.
    flushSync(() => {
      onChange(text);
      setCaret(null);
      setAt(0);
    });
    field()?.focus();
    field()?.setSelectionRange(to, to);
    look();
  };
  const choose = (one: Nameable) => {
    if (naming === null || caret === null) return;
    const before = `${value.slice(0, naming.from)}@${one.name} `;
    onChosen(one.id);
    put(before + value.slice(caret).replace(/^ /, ''), before.length);
  };
  const begin = () => {
    const where = field()?.selectionStart ?? value.length;
    const before = `${value.slice(0, where)}${/(^|[\s(])$/.test(value.slice(0, where)) ? '' : ' '}@`;
    onNaming();
    put(before + value.slice(where), before.length);
  };
  const press = (event: KeyboardEvent) => {
    if (offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const one = offered[hand];
    if (step !== undefined) setAt((hand + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && one !== undefined && !event.shiftKey) choose(one);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="say-field" ref={box}>
      <TextArea
        label={label}
        hint={t('talk.nameHow')}
        value={value}
        rows={4}
        most={limits.said}
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-controls={offered.length === 0 ? undefined : `${id}-names`}
        aria-activedescendant={offered.length === 0 ? undefined : `${id}-${String(hand)}`}
        onChange={(text) => {
          onChange(text);
          setAt(0);
          look();
        }}
        onKeyDown={press}
        onSelect={look}
        onBlur={() => setCaret(null)}
      />
      {offered.length === 0 ? null : (
        <ul className="names" role="listbox" id={`${id}-names`} aria-label={t('talk.names')}>
          {offered.map((one, index) => (
            // The keys are heard by the field; here only a finger or a mouse chooses.
            <li
              key={one.id}
              id={`${id}-${String(index)}`}
              role="option"
              aria-selected={index === hand}
              className="name-option"
              dir="auto"
              onPointerDown={(event) => {
                event.preventDefault();
                choose(one);
              }}
            >
              {one.name}
            </li>
          ))}
        </ul>
      )}
      <p className="unseen" role="status">
        {offered.length === 0 ? '' : t('talk.namesOffered', { n: offered.length })}
      </p>
      <Button kind="plain" className="fold" onClick={begin}>
        {t('talk.name')}
      </Button>
    </div>
  );
}
