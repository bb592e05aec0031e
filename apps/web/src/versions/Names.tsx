import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';

/** A step on the line: where it leads, when, and who wrote. */
export interface Stop {
  readonly position: string;
  readonly at: string;
  readonly by: readonly { readonly id: string; readonly name: string; readonly kind?: string; readonly invented?: boolean }[];
}

/** Names in the order they came, which is that of the alphabet. */
export function Names({ people }: { people: Stop['by'] }) {
  const { t } = useWords();
  if (people.length === 0) return <span className="soft">{t('versions.nobodyNamed')}</span>;
  return (
    <>
      {people.map((person, nr) => (
        <span key={person.id}>
          {nr === 0 ? null : ', '}
          <PersonName actor={person} />
        </span>
      ))}
    </>
  );
}
