import { capacities, kinds, type Capacity, type Kind } from '@samsyn/domain/shared/enums';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { kindWord } from '../../kit/KindMark';
import { Link } from '../../kit/Link';
import { useWords } from '../../lib/words';
import type { KnowledgeShown } from './balanceFields';
import { addressOf, isNarrowed, type Selection } from './selection';

/** Narrows what is counted: by kind, capacity, organisation and time. The address carries the selection. */
export function Filters({ alliance, selection }: { alliance: KnowledgeShown; selection: Selection }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const path = `/a/${alliance.id}/knowledge`;
  const [draft, setDraft] = useState(selection);
  const narrowed = isNarrowed(selection);
  const change = (part: Partial<Selection>) => setDraft({ ...draft, ...part });
  return (
    <details className="unfold filters" open={narrowed || undefined}>
      <summary>{t('balance.filters')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          go(`${path}${addressOf({ ...draft, framing: selection.framing })}`);
        }}
      >
        <div className="filter-fields">
          <Pick label={t('balance.filterKind')} value={draft.kind} onChange={(kind) => change({ kind: kind as Kind | '' })}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(kindWord[kind])}
              </option>
            ))}
          </Pick>
          <Pick label={t('balance.filterCapacity')} value={draft.capacity} onChange={(capacity) => change({ capacity: capacity as Capacity | '' })}>
            {capacities.map((capacity) => (
              <option key={capacity} value={capacity}>
                {t(`balance.capacity.${capacity}`)}
              </option>
            ))}
          </Pick>
          <Pick label={t('balance.filterOrganisation')} value={draft.organisation} onChange={(organisation) => change({ organisation })}>
            {alliance.organisations.map(({ actor }) => (
              <option key={actor.id} value={actor.id}>
                {actor.name}
              </option>
            ))}
          </Pick>
          <Field label={t('balance.filterFrom')}>{(tied) => <input {...tied} className="input" type="date" value={draft.from} onChange={(event) => change({ from: event.currentTarget.value })} />}</Field>
          <Field label={t('balance.filterTo')}>{(tied) => <input {...tied} className="input" type="date" value={draft.to} onChange={(event) => change({ to: event.currentTarget.value })} />}</Field>
        </div>
        <div className="row">
          <Button type="submit">{t('balance.filterApply')}</Button>
          {narrowed ? (
            <Link to={`${path}${selection.framing ? `?framing=${selection.framing}` : ''}`} as="plain" onClick={() => setDraft({ framing: selection.framing, kind: '', capacity: '', organisation: '', from: '', to: '' })}>
              {t('balance.clear')}
            </Link>
          ) : null}
        </div>
      </form>
    </details>
  );
}

function Pick({ label, value, onChange, children }: { label: string; value: string; onChange: (value: string) => void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Field label={label}>
      {(tied) => (
        <select {...tied} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('balance.any')}</option>
          {children}
        </select>
      )}
    </Field>
  );
}
