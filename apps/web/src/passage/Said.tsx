import { Button } from '../kit/Button';
import { PersonName } from '../kit/PersonName';
import { capacityWord } from '../lib/capacityWord';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { TakeBackStance, type BasisShown } from './passageQuery';

const signs = { SUPPORTS: '+', CHALLENGES: '?', NUANCES: '~' } as const;

/** What people say a contribution does to a passage, oldest first; each takes back only their own. */
export function Said({ basis }: { basis: BasisShown }) {
  const { t } = useWords();
  const { do: takeBack, busy } = useDo(TakeBackStance);
  return (
    <ul className="stances">
      {basis.stances.map((said) => (
        <li key={said.id} className={`stance stance-${said.stance}`}>
          <span>
            <span className="stance-sign" aria-hidden="true">
              {signs[said.stance]}
            </span>{' '}
            <strong>{t(`passage.rest.${said.stance}`)}</strong>{' '}
            <span className="small soft">
              <PersonName actor={said.by} />
              {said.capacity === null ? null : `, ${t(capacityWord[said.capacity]).toLocaleLowerCase()}`}
            </span>
          </span>
          {said.rights.some(({ verb, may }) => verb === 'passage.takeBack' && may) ? (
            <Button kind="plain" busy={busy} onClick={() => void takeBack({ id: said.id })}>
              {t('passage.rest.takeBack')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

