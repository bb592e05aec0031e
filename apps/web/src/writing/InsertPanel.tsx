import { useEffect, useRef } from 'react';
import { Button } from '../kit/Button';
import { useWords } from '../lib/words';
import { beginFootnote, mayNote, pictureSelected } from './inserting';
import type { PanelProps } from './panel';
import { insertTable, tableAround } from './tables';
import './panels.css';

/** What can be put into the text. */
export function InsertPanel({ view, state, onDone, open }: PanelProps) {
  const { t } = useWords();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="tool-panel" role="group" aria-label={t('writing.tool.insert')} onKeyDown={({ key }) => (key === 'Escape' ? onDone() : undefined)}>
      <div className="row">
        <Button ref={first} onClick={() => open('picture')}>
          {t(pictureSelected(state) === null ? 'editing.insert.picture' : 'editing.picture.correct')}
        </Button>
        {tableAround(state) === null ? (
          <Button
            onClick={() => {
              insertTable(3, 3)(view.state, view.dispatch);
              onDone();
            }}
          >
            {t('editing.insert.table')}
          </Button>
        ) : null}
        {mayNote(state) ? (
          <Button
            onClick={() => {
              onDone();
              beginFootnote(view);
            }}
          >
            {t('editing.insert.footnote')}
          </Button>
        ) : null}
        <Button onClick={() => open('source')}>{t('editing.insert.source')}</Button>
        <Button kind="plain" onClick={onDone}>
          {t('core.cancel')}
        </Button>
      </div>
    </div>
  );
}
