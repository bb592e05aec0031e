import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { ContributionChoice } from './ContributionChoice';
import type { Passage } from './MarkForm';
import { Cite } from './passageQuery';

/** Puts a contribution that is there already on a passage. */
export function CiteForm({ framing, passage, onDone }: { framing: { readonly id: string; readonly alliance: { readonly id: string } }; passage: Passage; onDone: () => void }) {
  const { t } = useWords();
  const { do: cite, busy, no } = useDo(Cite);
  return (
    <div className="stack panel">
      <Refusal no={no} />
      <ContributionChoice
        framingId={framing.id}
        allianceId={framing.alliance.id}
        act={(shown) => (
          <Button
            busy={busy}
            onClick={() =>
              void cite({ framingId: framing.id, contributionId: shown.id, anchor: passage.anchor }).then((done) => {
                if (done === null) return;
                say(t('passage.cite.done'));
                onDone();
              })
            }
          >
            {t('passage.cite.do')}
          </Button>
        )}
      />
      <div>
        <Button kind="plain" onClick={onDone}>
          {t('core.cancel')}
        </Button>
      </div>
    </div>
  );
}
