import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Field } from '../kit/Field';
import { useWords } from '../lib/words';
import { bindField } from './boundField';
import { PersonShape } from './HereNow';
import type { Place, Present } from './presence';
import type { Room } from './room';

/** A small text of the framing that several people can write in at once. */
export interface FieldOfRoom {
  readonly place: Exclude<Place, 'text'>;
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  /** The name of the framing: one line, in large letters. */
  readonly name: boolean;
}

/** A field that is written together; what others write comes in as they type. */
export function CoField({ room, field, people, beneath }: { room: Room; field: FieldOfRoom; people: readonly Present[]; beneath: (text: string) => ReactNode }) {
  const { t, number } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => room.doc.getText(field.place).toString());
  useEffect(() => {
    const at = area.current;
    if (at === null) return undefined;
    const shared = room.doc.getText(field.place);
    const bound = bindField(at, shared, (begins) => room.composing(begins), field.name);
    const hear = (): void => setText(shared.toString());
    shared.observe(hear);
    hear();
    return () => {
      shared.unobserve(hear);
      bound.release();
    };
  }, [room, field.place, field.name]);
  const others = people.filter((person) => !person.me && person.places.includes(field.place));
  const error = text.length > field.max ? t('writing.field.long', { max: number(field.max), now: number(text.length) }) : undefined;
  return (
    <div className="co-field">
      <Field label={field.label} hint={field.hint} error={error}>
        {(tied) => (
          <textarea
            {...tied}
            ref={area}
            dir="auto"
            rows={field.name ? 1 : 2}
            className={field.name ? 'input co-name serif' : 'input'}
            // Its content belongs to the shared text, not to React.
            defaultValue=""
            onFocus={() => room.standAt(field.place)}
            onBlur={() => room.standAt(null)}
            onKeyDown={(event) => {
              if (field.name && event.key === 'Enter') event.preventDefault();
            }}
          />
        )}
      </Field>
      <p className="co-others small soft">
        {others.map((person) => (
          <span key={person.id} className="co-other">
            <PersonShape look={person.look} />
            {t('writing.here.writes', { name: person.name })}
          </span>
        ))}
      </p>
      {beneath(text)}
    </div>
  );
}
