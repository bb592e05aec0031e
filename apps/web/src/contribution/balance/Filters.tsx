import { capacities, kinds } from '@samsyn/domain/shared/enums';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { kindWord } from '../../kit/KindMark';
import { Link } from '../../kit/Link';
import { Select } from '../../kit/Select';
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
          <Select label={t('balance.filterKind')} none={t('balance.any')} choices={kinds.map((kind) => ({ value: kind, label: t(kindWord[kind]) }))} chosen={draft.kind} onChange={(kind) => change({ kind })} />
          <Select
            label={t('balance.filterCapacity')}
            none={t('balance.any')}
            choices={capacities.map((capacity) => ({ value: capacity, label: t(`balance.capacity.${capacity}`) }))}
            chosen={draft.capacity}
            onChange={(capacity) => change({ capacity })}
          />
          <Select
            label={t('balance.filterOrganisation')}
            none={t('balance.any')}
            choices={alliance.organisations.map(({ actor }) => ({ value: actor.id, label: actor.name }))}
            chosen={draft.organisation}
            onChange={(organisation) => change({ organisation })}
          />
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
