import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { TextArea } from '../kit/TextField';
import { useWords } from '../lib/words';
import { saysSomething, type Draft } from './draft';
import { faultPlaces, faultsOf } from './draftFaults';
import { DraftMediaShown } from './DraftMediaShown';
import type { AllianceHere, FramingHere } from './giveQuery';
import { focusOn } from '../kit/focusOn';
import { GiveMore } from './GiveMore';
import { GivePicture } from './GivePicture';
import { GiveVoice } from './GiveVoice';
import { PassageShown } from './PassageShown';
import { StartOver } from './StartOver';

/** What the steps share. */
export interface StepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly alliance: AllianceHere;
  readonly framing: FramingHere | null;
}

/** First step: what? In writing, by voice or by picture. */
export function GiveWhat({ draft, change, alliance, framing, onNext, onStartOver }: StepProps & { onNext: () => void; onStartOver: () => void }) {
  const { t } = useWords();
  const [speaking, setSpeaking] = useState(false);
  const [tried, setTried] = useState(false);
  const found = faultsOf(draft);
  // Said once one has wanted to go on; gone as soon as it is put right.
  const faults = tried ? found : [];

  function next() {
    const [first] = found;
    setTried(first !== undefined);
    if (first === undefined) onNext();
    else focusOn(faultPlaces[first], 'first');
  }

  return (
    <form
      id="give-what"
      className="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <div className="stack-tight">
        <About alliance={alliance} framing={framing} change={change} />
        <p className="soft">{t('contribution.give.intro')}</p>
      </div>
      {draft.passage ? (
        <div>
          <PassageShown quote={draft.passage.quote} removed={false} />
          <Button kind="plain" className="fold" onClick={() => change({ passage: null })}>
            {t('contribution.give.dropPassage')}
          </Button>
        </div>
      ) : null}
      <TextArea
        label={t(draft.tacit ? 'contribution.give.textTacit' : draft.media.length > 0 ? 'contribution.give.textMore' : 'contribution.give.text')}
        error={faults.includes('empty') ? t('contribution.give.empty') : undefined}
        value={draft.text}
        onChange={(text) => change({ text })}
        most={limits.contribution}
        rows={5}
      />
      <DraftMediaShown draft={draft} change={change} onAgain={() => setSpeaking(true)} />
      {speaking ? (
        <GiveVoice draft={draft} change={change} onClose={() => setSpeaking(false)} />
      ) : (
        <fieldset className="field">
          <legend className="field-label">{t('contribution.give.otherWays')}</legend>
          <div className="row">
            <Button id="give-speak" onClick={() => setSpeaking(true)}>{t('contribution.give.speak')}</Button>
            <GivePicture draft={draft} change={change} />
          </div>
        </fieldset>
      )}
      <GiveMore draft={draft} change={change} alliance={alliance} faults={faults} />
      <div className="row">
        <Button kind="main" type="submit">
          {t('contribution.give.next')}
        </Button>
        {saysSomething(draft) ? (
          <StartOver
            onYes={() => {
              onStartOver();
              focusOn('#give-what textarea');
            }}
          />
        ) : null}
      </div>
    </form>
  );
}

function About({ alliance, framing, change }: Pick<StepProps, 'alliance' | 'framing' | 'change'>) {
  const { t } = useWords();
  if (!framing) {
    return (
      <p className="serif about" dir="auto">
        <Link to={`/a/${alliance.id}`}>{alliance.name}</Link>
      </p>
    );
  }
  return (
    <div>
      <p className="serif about" dir="auto">
        <Link to={`/f/${framing.id}`}>{framing.name}</Link>
      </p>
      <Button kind="plain" className="fold" onClick={() => change({ framingId: '', passage: null })}>
        {t('contribution.give.wholeAlliance')}
      </Button>
    </div>
  );
}
