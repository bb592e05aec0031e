import { useEffect, useState } from 'react';
import { Button } from '../kit/Button';
import { useWords } from '../lib/words';
import { countIn } from './counting';
import type { PanelProps } from './panel';
import './panels.css';

/** How long the text is, and how much of it is selected. Counted when one has rested, and read aloud then. */
export function CountPanel({ state, onDone }: PanelProps) {
  const { t, locale } = useWords();
  const [said, setSaid] = useState('');
  const { doc, selection } = state;
  const { from, to, empty } = selection;
  useEffect(() => {
    const count = (): void => {
      const whole = t('editing.count.whole', { ...countIn(doc, 0, doc.content.size, locale) });
      setSaid(empty ? whole : `${whole} ${t('editing.count.selected', { ...countIn(doc, from, to, locale) })}`);
    };
    const timer = setTimeout(count, 500);
    return () => clearTimeout(timer);
  }, [doc, from, to, empty, t, locale]);
  return (
    <div className="tool-panel row">
      <p role="status">{said}</p>
      <Button kind="plain" onClick={onDone}>
        {t('core.close')}
      </Button>
    </div>
  );
}
