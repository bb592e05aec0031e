import { stances, type Stance } from '@samsyn/domain/shared/enums';
import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { Radios } from '../kit/Choices';
import { say } from '../kit/Notice';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { ContributionCard } from './ContributionCard';
import { ContributionChoice } from './ContributionChoice';
import { RestOn, SayStance, type BasisShown, type CardShown } from './passageQuery';

interface Props {
  readonly framing: { readonly id: string; readonly alliance: { readonly id: string } };
  readonly anchor: unknown;
  /** What the passage rests on already. */
  readonly basis: readonly BasisShown[];
  /** The contribution that was dragged here or chosen before; null to choose one now. */
  readonly chosen: CardShown | null;
  readonly onDone: () => void;
}

/** Says that a contribution supports, challenges or nuances a passage: first which one, then how. */
export function RestForm({ framing, anchor, basis, chosen, onDone }: Props) {
  const { t } = useWords();
  const [card, choose] = useState(chosen);
  const [stance, setStance] = useState<Stance | null>(null);
  const [needed, need] = useState(false);
  const rest = useDo(RestOn);
  const add = useDo(SayStance);
  if (card === null) {
    return (
      <div className="stack panel">
        <ContributionChoice framingId={framing.id} allianceId={framing.alliance.id} act={(shown) => <Button onClick={() => choose(shown)}>{t('passage.rest.choose')}</Button>} />
        <div>
          <Button kind="plain" onClick={onDone}>
            {t('core.cancel')}
          </Button>
        </div>
      </div>
    );
  }
  const there = basis.find(({ contribution }) => contribution.id === card.id);
  return (
    <ActForm
      className="stack panel"
      press={t('passage.rest.do')}
      busy={rest.busy || add.busy}
      no={rest.no ?? add.no}
      onClose={onDone}
      onAct={(form) => {
        if (stance === null) {
          need(true);
          form.querySelector('input')?.focus();
          return;
        }
        // Who says more about what is there already says it of the same passage.
        const said = there === undefined ? rest.do({ framingId: framing.id, contributionId: card.id, anchor, stance }) : add.do({ basisId: there.id, stance });
        void said.then((done) => {
          if (done === null) return;
          say(t('passage.rest.done'));
          onDone();
        });
      }}
    >
      <ContributionCard shown={card} />
      <Radios
        legend={t('passage.rest.how')}
        error={needed && stance === null ? t('passage.rest.needed') : undefined}
        chosen={stance}
        onChange={setStance}
        choices={stances.map((value) => ({ value, label: t(`passage.rest.${value}`), hint: t(`passage.rest.hint.${value}`) }))}
      />
    </ActForm>
  );
}
