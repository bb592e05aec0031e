import { limits } from '@samsyn/domain/shared/limits';
import type { ReactNode } from 'react';
import { sentence } from '@samsyn/domain/shared/refusals';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import type { AllianceHere } from './giveQuery';
import type { DraftFault } from './draftFaults';
import { GiveSaidBy } from './GiveSaidBy';
import { GiveTacit } from './GiveTacit';
import { GiveWithOthers } from './GiveWithOthers';
import type { Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly alliance: AllianceHere;
  readonly faults: readonly DraftFault[];
}

/** What few need at first: an answer proposed, a source, somebody else's words, what is not yet in words. Folded until wanted. */
export function GiveMore({ draft, change, alliance, faults }: Props) {
  const { t, language } = useWords();
  const inUse = draft.proposal || draft.tacit || draft.sourceOpen || draft.forOther || draft.withOthers;
  return (
    <details className="unfold give-more" open={inUse || undefined}>
      <summary>{t('contribution.give.more')}</summary>
      <div className="stack">
        <Switch label={t('contribution.give.proposal')} hint={t('contribution.give.proposalHint')} on={draft.proposal} onChange={(proposal) => change({ proposal })} />
        <Switch label={t('contribution.give.source')} on={draft.sourceOpen} onChange={(sourceOpen) => change({ sourceOpen })}>
          <div id="give-source">
            <TextField
              label={t('contribution.give.sourceUrl')}
              hint={t('contribution.give.sourceUrlHint')}
              error={faults.includes('url') ? sentence('url/wrong', language) : undefined}
              inputMode="url"
              value={draft.sourceUrl}
              onChange={(sourceUrl) => change({ sourceUrl })}
              maxLength={limits.source}
            />
          </div>
          <TextField
            label={t('contribution.give.sourceText')}
            hint={t('contribution.give.sourceTextHint')}
            value={draft.sourceText}
            onChange={(sourceText) => change({ sourceText })}
            most={limits.source}
          />
        </Switch>
        {draft.tacit ? null : (
          <Switch label={t('contribution.give.forOther')} hint={t('contribution.give.forOtherHint')} on={draft.forOther} onChange={(forOther) => change({ forOther })}>
            <GiveSaidBy saidBy={draft.saidBy} alliance={alliance} error={faults.includes('who') ? t('contribution.give.whoNeeded') : undefined} onChange={(saidBy) => change({ saidBy })} />
          </Switch>
        )}
        <Switch label={t('contribution.give.withOthers')} hint={t('contribution.give.withOthersHint')} on={draft.withOthers} onChange={(withOthers) => change({ withOthers })}>
          <GiveWithOthers chosen={draft.coAuthorIds} alliance={alliance} onChange={(coAuthorIds) => change({ coAuthorIds })} />
        </Switch>
        <Switch
          label={t('contribution.give.tacit')}
          hint={t('contribution.give.tacitHint')}
          on={draft.tacit}
          onChange={(tacit) => change({ tacit, holder: tacit && draft.forOther ? 'OTHER' : '' })}
        >
          <GiveTacit draft={draft} change={change} alliance={alliance} faults={faults} />
        </Switch>
      </div>
    </details>
  );
}

function Switch({ label, hint, on, onChange, children }: { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void; children?: ReactNode }) {
  return (
    <div className="stack-tight">
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span className="choice-label">{label}</span>
        {hint ? <span className="choice-hint">{hint}</span> : null}
      </label>
      {on && children ? <div className="stack give-inset">{children}</div> : null}
    </div>
  );
}
