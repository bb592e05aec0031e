import { kinds as allKinds, type Kind } from '@samsyn/domain/shared/enums';
import { useId } from 'react';
import { KindShape, kindWord } from '../kit/KindMark';
import { useWords } from '../lib/words';
import './kindChoices.css';

interface Props {
  /** It is somebody else's knowledge that is written down. */
  readonly other: boolean;
  readonly kinds: readonly Kind[];
  readonly dontKnow: boolean;
  readonly onChange: (change: { kinds: Kind[]; dontKnow: boolean }) => void;
  readonly error?: string | undefined;
}

/** What kind of knowing is it? Four plain sentences, several may be chosen; the terms come second. */
export function KindChoices({ other, kinds, dontKnow, onChange, error }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{t('contribution.give.kindsLegend')}</legend>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="choices">
        {allKinds.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={(event) => onChange({ kinds: event.currentTarget.checked ? allKinds.filter((one) => one === kind || kinds.includes(one)) : kinds.filter((one) => one !== kind), dontKnow: false })}
            />
            <span className="choice-label">{t(other ? `contribution.sayOther.${kind}` : `contribution.say.${kind}`)}</span>
            <span className="choice-hint choice-kind">
              <KindShape kind={kind} /> {t(kindWord[kind])}
            </span>
          </label>
        ))}
        <label className="choice">
          <input type="checkbox" checked={dontKnow} onChange={(event) => onChange({ kinds: [], dontKnow: event.currentTarget.checked })} />
          <span className="choice-label">{t('contribution.dontKnow')}</span>
        </label>
      </div>
      <details className="unfold meaning">
        <summary>{t('contribution.kinds.meaning')}</summary>
        <p>{t('contribution.kinds.meaningIntro')}</p>
        <ul>
          {allKinds.map((kind) => (
            <li key={kind} className="choice-kind">
              <KindShape kind={kind} /> <span>{t(`contribution.mean.${kind}`)}</span>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
