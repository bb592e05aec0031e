import { kinds as allKinds, waysOfKnowing, type HowKnown, type Kind } from '@samsyn/domain/shared/enums';
import { Choices } from '../kit/Choices';
import { kindWord } from '../kit/KindMark';
import { useWords } from '../lib/words';

/** What is said of a paragraph: which knowledge it is, and how it is known. */
export interface Knowing {
  readonly kinds: Kind[];
  readonly howKnown: HowKnown[];
}

/** Nothing stated. */
export const nothingSaid: Knowing = { kinds: [], howKnown: [] };

/** Kinds and ways of knowing; what is left empty is not stated. */
export function KnowingFields({ said, onChange }: { said: Knowing; onChange: (said: Knowing) => void }) {
  const { t } = useWords();
  return (
    <div className="brought-knowing">
      <Choices legend={t('bringing.kinds')} choices={allKinds.map((kind) => ({ value: kind, label: t(kindWord[kind]) }))} chosen={said.kinds} onChange={(kinds) => onChange({ ...said, kinds })} />
      <Choices legend={t('contribution.how.label')} choices={waysOfKnowing.map((way) => ({ value: way, label: t(`contribution.how.${way}`) }))} chosen={said.howKnown} onChange={(howKnown) => onChange({ ...said, howKnown })} />
    </div>
  );
}
