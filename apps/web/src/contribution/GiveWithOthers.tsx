import { Button } from '../kit/Button';
import { Select } from '../kit/Select';
import { useWords } from '../lib/words';
import type { AllianceHere } from './giveQuery';

interface Props {
  readonly chosen: readonly string[];
  readonly alliance: AllianceHere;
  readonly onChange: (chosen: string[]) => void;
}

/** Others whose knowledge it is as well, among those who take part. */
export function GiveWithOthers({ chosen, alliance, onChange }: Props) {
  const { t } = useWords();
  const me = alliance.mine?.actor.id;
  const people = alliance.participations.filter((one) => one.actor.kind === 'PERSON' && one.actor.id !== me).map((one) => one.actor);
  const rest = people.filter((one) => !chosen.includes(one.id));
  return (
    <div className="stack-tight">
      <ul>
        {people
          .filter((one) => chosen.includes(one.id))
          .map((one) => (
            <li key={one.id} className="row">
              <bdi>{one.name}</bdi>
              <Button kind="plain" aria-label={t('contribution.give.withoutName', { name: one.name })} onClick={() => onChange(chosen.filter((id) => id !== one.id))}>
                {t('contribution.give.without')}
              </Button>
            </li>
          ))}
      </ul>
      {rest.length > 0 ? (
        <Select
          label={t('contribution.give.addPerson')}
          none={t('contribution.give.choosePerson')}
          choices={rest.map((one) => ({ value: one.id, label: one.name }))}
          chosen=""
          onChange={(id) => id !== '' && onChange([...chosen, id])}
        />
      ) : null}
    </div>
  );
}
