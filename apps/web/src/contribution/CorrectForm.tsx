import { limits } from '@samsyn/domain/shared/limits';
import { waysOfKnowing, type HowKnown, type Kind } from '@samsyn/domain/shared/enums';
import { ActForm } from '../kit/ActForm';
import { Choices } from '../kit/Choices';
import { say } from '../kit/Notice';
import { TextArea, TextField } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import type { ContributionShown } from './contributionFields';
import type { Told } from './draft';
import { KindChoices } from './KindChoices';
import { prompts } from './Telling';

const Correct = graphql(`
  mutation CorrectContribution($id: ID!, $input: Correct!) {
    correct(id: $id, input: $input) { id }
  }
`);

interface Correcting {
  text: string;
  kinds: Kind[];
  dontKnow: boolean;
  howKnown: HowKnown[];
  telling: Told | null;
  sourceUrl: string;
  sourceText: string;
}

/** Corrects what one gave. How it read before stays readable. */
export function CorrectForm({ shown, onDone }: { shown: ContributionShown; onDone: () => void }) {
  const { t } = useWords();
  // What was begun on another wording is not taken up again.
  const [draft, change, clear] = useDraft<Correcting>(`correct.${shown.id}.${shown.correctedAt ?? ''}`, {
    text: shown.text,
    kinds: [...shown.kinds],
    dontKnow: shown.kinds.length === 0,
    howKnown: [...shown.howKnown],
    telling: shown.telling,
    sourceUrl: shown.sourceUrl ?? '',
    sourceText: shown.sourceText ?? '',
  });
  const { do: correct, busy, no } = useDo(Correct);
  const { telling } = draft;
  return (
    <ActForm
      className="stack-wide panel"
      press={t('contribution.correct.save')}
      busy={busy}
      no={no}
      onClose={() => {
        clear();
        onDone();
      }}
      onAct={() => {
        const { dontKnow, ...rest } = draft;
        void correct({ id: shown.id, input: { ...rest, kinds: dontKnow ? [] : draft.kinds, sourceUrl: draft.sourceUrl.trim() || null, sourceText: draft.sourceText.trim() || null } }).then((done) => {
          if (!done) return;
          clear();
          say(t('contribution.correct.done'));
          onDone();
        });
      }}
    >
      <h2>{t('contribution.correct.title')}</h2>
      <TextArea label={t('contribution.give.text')} hint={t('contribution.correct.note')} value={draft.text} onChange={(text) => change({ text })} most={limits.contribution} autoFocus />
      {telling === null
        ? null
        : prompts.map((prompt) => (
            <TextArea key={prompt} label={t(`contribution.give.${prompt}`)} value={telling[prompt]} onChange={(text) => change({ telling: { ...telling, [prompt]: text } })} most={limits.telling} />
          ))}
      <KindChoices other={false} kinds={draft.kinds} dontKnow={draft.dontKnow} onChange={change} />
      <Choices
        legend={t('contribution.give.howLegend')}
        hint={t('contribution.give.howHint')}
        chosen={draft.howKnown}
        onChange={(howKnown) => change({ howKnown })}
        choices={waysOfKnowing.map((value) => ({ value, label: t(`contribution.how.${value}`) }))}
      />
      <TextField label={t('contribution.give.sourceUrl')} hint={t('contribution.give.sourceUrlHint')} optional inputMode="url" value={draft.sourceUrl} onChange={(sourceUrl) => change({ sourceUrl })} maxLength={limits.source} />
      <TextField label={t('contribution.give.sourceText')} optional value={draft.sourceText} onChange={(sourceText) => change({ sourceText })} most={limits.source} />
    </ActForm>
  );
}
