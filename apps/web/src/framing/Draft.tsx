import type { FramingField } from '@samsyn/domain/shared/enums';
import { useWords } from '../lib/words';
import type { FramingShown } from './framingQuery';

/** What is being written in a field, where it differs from what stands. */
export function Draft({ framing, field }: { framing: FramingShown; field: FramingField }) {
  const { t } = useWords();
  const draft = framing.draft.find((one) => one.field === field);
  if (draft === undefined) return null;
  return (
    <div className="draft">
      <p className="small soft">{t('framing.draft')}</p>
      {draft.text === '' ? (
        <p className="soft">{t('framing.draftEmpty')}</p>
      ) : (
        <p className="prose" dir="auto">
          {draft.text}
        </p>
      )}
    </div>
  );
}
