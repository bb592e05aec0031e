import { capacities, type Capacity } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { Field } from '../kit/Field';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import type { SaidBy } from './draft';
import type { AllianceHere } from './giveQuery';

interface Props {
  readonly saidBy: SaidBy;
  readonly alliance: AllianceHere;
  readonly error: string | undefined;
  readonly onChange: (saidBy: SaidBy) => void;
}

/** Who said it: somebody who takes part, or a name. */
export function GiveSaidBy({ saidBy, alliance, error, onChange }: Props) {
  const { t } = useWords();
  const me = alliance.mine?.actor.id;
  const people = alliance.participations.filter((one) => one.actor.kind === 'PERSON' && one.actor.id !== me);
  return (
    <div className="stack" id="give-who">
      <Field label={t('contribution.give.who')} error={error}>
        {(tied) => (
          <select {...tied} className="input" value={saidBy.actorId} onChange={(event) => onChange({ ...saidBy, actorId: event.currentTarget.value })}>
            <option value="">{t('contribution.give.whoNone')}</option>
            {people.map((one) => (
              <option key={one.actor.id} value={one.actor.id}>
                {one.actor.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {saidBy.actorId === '' ? (
        <>
          <TextField label={t('contribution.give.whoName')} autoComplete="off" value={saidBy.name} onChange={(name) => onChange({ ...saidBy, name })} maxLength={limits.name} />
          <Field label={t('contribution.give.whoCapacity')}>
            {(tied) => (
              <select {...tied} className="input" value={saidBy.capacity} onChange={(event) => onChange({ ...saidBy, capacity: event.currentTarget.value as Capacity | '' })}>
                <option value="">{t('contribution.give.whoCapacityNone')}</option>
                {capacities.map((capacity) => (
                  <option key={capacity} value={capacity}>
                    {t(`contribution.capacity.${capacity}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      ) : (
        <p className="soft">{t('contribution.give.approveNote')}</p>
      )}
    </div>
  );
}
