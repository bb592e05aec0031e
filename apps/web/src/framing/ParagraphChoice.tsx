import { Button } from '../kit/Button';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { ParagraphsQuery } from './framingQuery';

/** The paragraphs of a text one by one, each with a button to say something about it: nothing has to be marked with a finger. */
export function ParagraphChoice({ framingId, onChosen }: { framingId: string; onChosen: (passage: { anchor: unknown; quote: string }) => void }) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(ParagraphsQuery, { id: framingId }, { policy: 'network-only' });
  if (busy) return <Bones />;
  if (no !== undefined) return <Refusal no={no} />;
  return (
    <div className="stack-tight">
      <p>{t('framing.paragraphsHow')}</p>
      <ol className="paragraphs">
        {(data?.framing?.paragraphs ?? []).map(({ quote, anchor }, at) => (
          <li key={at}>
            <p dir="auto" id={`paragraph-${at}`}>
              {quote}
            </p>
            <div>
              <Button aria-describedby={`paragraph-${at}`} onClick={() => onChosen({ anchor, quote })}>
                {t('framing.paragraphSay')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
