import type { Visibility } from '@samsyn/domain/shared/enums';
import { Radios } from '../kit/Choices';
import { useWords } from '../lib/words';

/** Who may read the alliance, in three plain sentences. */
export function VisibilityChoice({ chosen, onChange }: { chosen: Visibility; onChange: (chosen: Visibility) => void }) {
  const { t } = useWords();
  return (
    <Radios
      legend={t('core.visibility')}
      chosen={chosen}
      onChange={onChange}
      choices={[
        { value: 'OPEN', label: t('core.visibility-open'), hint: t('core.visibility-open-how') },
        { value: 'LINK', label: t('core.visibility-link'), hint: t('core.visibility-link-how') },
        { value: 'CLOSED', label: t('core.visibility-closed'), hint: t('core.visibility-closed-how') },
      ]}
    />
  );
}
