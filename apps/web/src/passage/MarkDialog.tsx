import { useState } from 'react';
import { Radios } from '../kit/Choices';
import { Dialog } from '../kit/Dialog';
import { useWords } from '../lib/words';
import { CiteForm } from './CiteForm';
import { MarkForm, type Passage } from './MarkForm';
import { RestForm } from './RestForm';
import './passage.css';

const ways = ['mark', 'cite', 'rest'] as const;

/** Over the desk where one writes, of just the words one chose: they are what one knows, what somebody has said, or what rests on it. The text stays open behind. */
export function MarkDialog({ framing, passage, onDone }: { framing: { readonly id: string; readonly alliance: { readonly id: string } }; passage: Passage; onDone: () => void }) {
  const { t } = useWords();
  const [way, go] = useState<(typeof ways)[number]>('mark');
  return (
    <Dialog title={t('passage.mark.title')} onClose={onDone}>
      <div className="stack">
        <Radios legend={t('passage.way')} choices={ways.map((value) => ({ value, label: t(`passage.way.${value}`) }))} chosen={way} onChange={go} />
        {way === 'mark' ? (
          <MarkForm framing={framing} passage={passage} onDone={onDone} />
        ) : (
          <>
            <blockquote className="passage-quote" dir="auto">
              {passage.quote}
            </blockquote>
            {way === 'cite' ? <CiteForm framing={framing} passage={passage} onDone={onDone} /> : <RestForm framing={framing} anchor={passage.anchor} basis={[]} chosen={null} onDone={onDone} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
