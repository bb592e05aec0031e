import { capacities } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { Choices } from '../kit/Choices';
import { Select } from '../kit/Select';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import type { SaidBy } from './draft';
import type { AllianceHere } from './giveQuery';

interface Props {
  readonly saidBy: SaidBy;
  readonly alliance: AllianceHere;
  /** Is it about who can do it, and not about who said it? */
  readonly tacit?: boolean;
  readonly error: string | undefined;
  readonly onChange: (saidBy: SaidBy) => void;
}

/** Who said it: somebody who takes part, or a name. */
export function GiveSaidBy({ saidBy, alliance, tacit = false, error, onChange }: Props) {
  const { t } = useWords();
  const me = alliance.mine?.actor.id;
  const people = alliance.participations.filter((one) => one.actor.kind === 'PERSON' && one.actor.id !== me);
  return (
    <div className="stack" id="give-who">
      <Select
        label={t(tacit ? 'contribution.give.holderWho' : 'contribution.give.who')}
        error={error}
        none={t('contribution.give.whoNone')}
        choices={people.map((one) => ({ value: one.actor.id, label: one.actor.name }))}
        chosen={saidBy.actorId}
        onChange={(actorId) => onChange({ ...saidBy, actorId })}
      />
      {saidBy.actorId === '' ? (
        <>
          <Choices
            legend={t('contribution.give.whoHiddenHint')}
            choices={[{ value: 'hidden', label: t('contribution.give.whoHidden') }]}
            chosen={saidBy.hidden === true ? ['hidden'] : []}
            onChange={(chosen) => onChange({ ...saidBy, hidden: chosen.length > 0 })}
          />
          {saidBy.hidden === true ? null : <TextField label={t('contribution.give.whoName')} autoComplete="off" value={saidBy.name} onChange={(name) => onChange({ ...saidBy, name })} maxLength={limits.name} />}
          {saidBy.hidden === true ? null : <Select
            label={t('contribution.give.whoCapacity')}
            none={t('contribution.give.whoCapacityNone')}
            choices={capacities.map((capacity) => ({ value: capacity, label: t(`contribution.capacity.${capacity}`) }))}
            chosen={saidBy.capacity}
            onChange={(capacity) => onChange({ ...saidBy, capacity })}
          />}
        </>
      ) : (
        <p className="soft">{t(tacit ? 'contribution.give.confirmNote' : 'contribution.give.approveNote')}</p>
      )}
    </div>
  );
}
