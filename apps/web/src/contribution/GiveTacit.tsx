import { limits } from '@samsyn/domain/shared/limits';
import { Radios } from '../kit/Choices';
import { TextArea } from '../kit/TextField';
import { useWords } from '../lib/words';
import type { Draft } from './draft';
import type { DraftFault } from './draftFaults';
import { GiveSaidBy } from './GiveSaidBy';
import type { AllianceHere } from './giveQuery';
import { prompts } from './Telling';

interface Props {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly alliance: AllianceHere;
  readonly faults: readonly DraftFault[];
}

/** What is not in words yet: who can do it, and four prompts that help to tell it. */
export function GiveTacit({ draft, change, alliance, faults }: Props) {
  const { t } = useWords();
  return (
    <>
      <div id="give-holder">
        <Radios
          legend={t('contribution.give.holder')}
          error={faults.includes('holder') ? t('contribution.give.holderNeeded') : undefined}
          chosen={draft.holder === '' ? null : draft.holder}
          // Whoever notes what another can do does not become the one who knows [C9].
          onChange={(holder) => change({ holder, forOther: holder === 'OTHER' })}
          choices={(['ME', 'OTHER'] as const).map((value) => ({ value, label: t(`contribution.give.holder.${value}`) }))}
        />
      </div>
      {draft.holder === 'OTHER' ? (
        <GiveSaidBy saidBy={draft.saidBy} alliance={alliance} tacit error={faults.includes('who') ? t('contribution.give.holderNeeded') : undefined} onChange={(saidBy) => change({ saidBy })} />
      ) : null}
      <p className="soft">{t('contribution.give.tacitPrompts')}</p>
      {prompts.map((prompt) => (
        <TextArea
          key={prompt}
          label={t(`contribution.give.${prompt}`)}
          value={draft.telling[prompt]}
          onChange={(text) => change({ telling: { ...draft.telling, [prompt]: text } })}
          most={limits.telling}
        />
      ))}
    </>
  );
}
