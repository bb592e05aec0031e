import { Dialog } from '../kit/Dialog';
import { useWords } from '../lib/words';
import { MarkForm, type Passage } from './MarkForm';
import './passage.css';

/** The same over the desk where one writes: the text stays open behind it. */
export function MarkDialog({ framing, passage, onDone }: { framing: { readonly id: string; readonly alliance: { readonly id: string } }; passage: Passage; onDone: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('passage.mark.title')} onClose={onDone}>
      <MarkForm framing={framing} passage={passage} onDone={onDone} />
    </Dialog>
  );
}
