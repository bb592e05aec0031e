import { kinds as allKinds, type Kind } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Choices, Radios } from '../kit/Choices';
import { KindMark } from '../kit/KindMark';
import { say } from '../kit/Notice';
import { TextArea } from '../kit/TextField';
import { useDraft } from '../lib/draft';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const Ask = graphql(`
  mutation AskQuestion($contributionId: ID!, $about: QuestionAbout!, $text: String!, $kinds: [Kind!]) {
    question(contributionId: $contributionId, about: $about, text: $text, kinds: $kinds) { id }
  }
`);

interface Asking {
  about: 'CLAIM' | 'KIND';
  text: string;
  kinds: Kind[];
}

const nothing: Asking = { about: 'CLAIM', text: '', kinds: [] };

/** Asks how somebody knows, or offers another reading of the kind; `about` is which of them one came for. What is begun stays in the device. */
export function AskQuestion({ contributionId, about, onDone }: { contributionId: string; about: Asking['about']; onDone: () => void }) {
  const { t } = useWords();
  const [begun, change, clear] = useDraft<Asking>(`ask.${contributionId}`, nothing);
  const [came, stay] = useState<Asking['about'] | null>(about);
  const draft = came === null ? begun : { ...begun, about: came };
  const { do: ask, busy, no } = useDo(Ask);
  return (
    <ActForm
      className="stack panel"
      press={t('contribution.ask.send')}
      busy={busy}
      no={no}
      onClose={onDone}
      onAct={() =>
        void ask({ contributionId, ...draft, kinds: draft.about === 'KIND' ? draft.kinds : [] }).then((done) => {
          if (!done) return;
          clear();
          say(t('contribution.ask.sent'));
          onDone();
        })
      }
    >
      <Radios
        legend={t('contribution.ask.about')}
        chosen={draft.about}
        onChange={(chosen) => {
          stay(null);
          change({ about: chosen });
        }}
        choices={(['CLAIM', 'KIND'] as const).map((value) => ({ value, label: t(`contribution.ask.${value}`) }))}
      />
      <TextArea
        label={t('contribution.ask.text')}
        hint={t('contribution.ask.textHint')}
        value={draft.text}
        onChange={(text) => change({ text })}
        most={limits.question}
        autoFocus
      />
      {draft.about === 'KIND' ? (
        <Choices
          legend={t('contribution.ask.reading')}
          chosen={draft.kinds}
          onChange={(kinds) => change({ kinds })}
          choices={allKinds.map((value) => ({ value, label: <KindMark kind={value} /> }))}
        />
      ) : null}
    </ActForm>
  );
}
