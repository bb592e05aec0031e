import type { HowKnown, Kind } from '@samsyn/domain/shared/enums';
import { KindMark } from '../kit/KindMark';
import { useWords } from '../lib/words';

/** The kinds of knowledge, by colour, shape and word; "not stated" is said too. */
export function KindMarks({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useWords();
  if (kinds.length === 0) return <p className="soft small">{t('contribution.kind.none')}</p>;
  return (
    <ul className="kind-marks">
      {kinds.map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} />
        </li>
      ))}
    </ul>
  );
}

/** Kinds and how it is known: two fields of their own. */
export function Knowing({ kinds, howKnown }: { kinds: readonly Kind[]; howKnown: readonly HowKnown[] }) {
  const { t, list } = useWords();
  return (
    <div className="knowing">
      <KindMarks kinds={kinds} />
      {howKnown.length > 0 ? (
        <p className="soft small">
          {t('contribution.how.label')}: {list(howKnown.map((way) => t(`contribution.how.${way}`).toLocaleLowerCase()))}
        </p>
      ) : null}
    </div>
  );
}
