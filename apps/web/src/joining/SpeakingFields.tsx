import type { Capacity } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { capacityWord } from '../lib/capacityWord';
import { Radios } from '../kit/Choices';
import { TextArea } from '../kit/TextField';
import { useWords } from '../lib/words';

/** In what capacity one speaks in an alliance, and what one knows something about. */
export interface SpeakingDraft {
  readonly capacity: Capacity | null;
  readonly knows: string;
}

const order = ['RESIDENT', 'OFFICIAL', 'RESEARCHER'] as const;

/** The two questions; none of them has to be answered. */
export function SpeakingFields({ draft, onChange }: { draft: SpeakingDraft; onChange: (draft: SpeakingDraft) => void }) {
  const { t } = useWords();
  return (
    <>
      <Radios
        legend={t('core.speaking-as')}
        hint={t('core.speaking-as-hint')}
        chosen={draft.capacity ?? 'NONE'}
        onChange={(value) => onChange({ ...draft, capacity: value === 'NONE' ? null : value })}
        choices={[...order.map((value) => ({ value, label: t(capacityWord[value]) })), { value: 'NONE' as const, label: t('core.speaking-as-none') }]}
      />
      <TextArea label={t('core.knows')} hint={t('core.knows-hint')} optional value={draft.knows} onChange={(knows) => onChange({ ...draft, knows })} maxLength={limits.knows} />
    </>
  );
}
