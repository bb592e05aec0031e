import { framingFields, type FramingField } from '@samsyn/domain/shared/enums';
import { limitOf } from '@samsyn/domain/framing/framing';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../kit/ActForm';
import { TextArea, TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { placeOfField } from './fields';
import { OpenFraming } from './framingQuery';

const empty: Record<FramingField, string> = { NAME: '', BELONGS: '', OUTSIDE: '', FOR_WHOM: '', UNKNOWN: '', NORMS: '' };

/** Opens another framing of a problem: its name, its bounds, the norms it rests on. Only the name must be there. */
export function OpenFramingForm({ problemId, onClose }: { problemId: string; onClose: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [draft, change, clear] = useDraft(`framing.${problemId}`, empty);
  const { do: open, busy, no } = useDo(OpenFraming);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);

  const send = async (): Promise<void> => {
    const input = Object.fromEntries(framingFields.map((field) => [placeOfField[field], draft[field]])) as { name: string };
    const done = await open({ input: { problemId, ...input } });
    if (done === null) return;
    clear();
    onClose();
    go(`/f/${done.openFraming.id}`);
  };
  return (
    <ActForm className="stack open-framing" press={t('framing.openDo')} busy={busy} no={no} onAct={() => void send()} onClose={onClose}>
      <h3 ref={head} tabIndex={-1}>
        {t('framing.openTitle')}
      </h3>
      <p className="soft">{t('framing.openHint')}</p>
      <TextField
        label={t('framing.field.NAME')}
        hint={t('framing.ask.NAME')}
        value={draft.NAME}
        maxLength={limitOf('NAME')}
        required
        onChange={(text) => change({ NAME: text })}
      />
      {framingFields
        .filter((field) => field !== 'NAME')
        .map((field) => (
          <TextArea
            key={field}
            optional
            label={t(`framing.field.${field}`)}
            hint={t(`framing.ask.${field}`)}
            value={draft[field]}
            maxLength={limitOf(field)}
            onChange={(text) => change({ [field]: text })}
          />
        ))}
    </ActForm>
  );
}
