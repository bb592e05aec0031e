import { Select } from '../../kit/Select';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

interface Props {
  alliance: AlliancePage;
  label: string;
  chosen: string;
  onChange: (id: string) => void;
  except?: readonly string[];
}

/** One of those who take part, in the order of the alphabet. */
export function PersonChoice({ alliance, label, chosen, onChange, except = [] }: Props) {
  const { t } = useWords();
  const people = alliance.people.map(({ actorId, name }) => ({ value: actorId, label: name }));
  // Whoever is chosen and does not take part reads as nobody chosen yet.
  const nobody = people.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: t('acting.choose-person') }];
  return <Select label={label} choices={[...nobody, ...people.filter(({ value }) => !except.includes(value))]} chosen={chosen} onChange={onChange} />;
}
