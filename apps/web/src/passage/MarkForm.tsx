import { kinds as allKinds, waysOfKnowing, type HowKnown, type Kind } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { KindChoices } from '../contribution/KindChoices';
import { writtenLanguage } from '../contribution/writtenLanguage';
import { ActForm } from '../kit/ActForm';
import { Choices } from '../kit/Choices';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { useDo } from '../lib/graph';
import { newKey } from '../lib/newKey';
import { useWords } from '../lib/words';
import { GiveHere } from './passageQuery';

/** A passage somebody chose in a text. */
export interface Passage {
  readonly anchor: unknown;
  readonly quote: string;
}

interface Marking {
  kinds: Kind[];
  dontKnow: boolean;
  howKnown: HowKnown[];
  own: string;
}

const nothing: Marking = { kinds: [], dontKnow: false, howKnown: [], own: '' };

/** Says of a passage what kind of knowing it is and how one knows it: it becomes a contribution of one's own. */
export function MarkForm({ framing, passage, onDone }: { framing: { readonly id: string; readonly alliance: { readonly id: string } }; passage: Passage; onDone: () => void }) {
  const { t, language } = useWords();
  const [draft, change, clear] = useDraft<Marking>(`mark.${framing.id}.${passage.quote.slice(0, 60)}`, nothing);
  // Chosen once: sent twice it is one contribution.
  const [key] = useState(newKey);
  const [needed, need] = useState(false);
  const { do: give, busy, no } = useDo(GiveHere);
  const text = draft.own.trim() === '' ? passage.quote : draft.own;
  const missing = needed && draft.kinds.length === 0 && !draft.dontKnow;
  return (
    <ActForm
      className="stack panel"
      press={t('passage.mark.do')}
      busy={busy}
      no={no}
      onClose={onDone}
      onAct={(form) => {
        if (draft.kinds.length === 0 && !draft.dontKnow) {
          need(true);
          form.querySelector('input')?.focus();
          return;
        }
        const kinds = allKinds.filter((kind) => draft.kinds.includes(kind));
        const input = { key, allianceId: framing.alliance.id, framingId: framing.id, text, language: writtenLanguage(text, language), kinds, howKnown: draft.howKnown, anchor: passage.anchor, quote: passage.quote };
        void give({ input }).then((done) => {
          if (done === null) return;
          clear();
          say(t('passage.mark.done'));
          onDone();
        });
      }}
    >
      <blockquote className="passage-quote" dir="auto">
        {passage.quote}
      </blockquote>
      <KindChoices other={false} kinds={draft.kinds} dontKnow={draft.dontKnow} onChange={change} error={missing ? t('contribution.give.kindNeeded') : undefined} />
      <Choices
        legend={t('contribution.give.howLegend')}
        chosen={draft.howKnown}
        onChange={(howKnown) => change({ howKnown })}
        choices={waysOfKnowing.map((value) => ({ value, label: t(`contribution.how.${value}`) }))}
      />
      <TextArea label={t('passage.mark.own')} hint={t('passage.mark.ownHint')} optional value={draft.own} onChange={(own) => change({ own })} most={limits.contribution} rows={2} />
    </ActForm>
  );
}
