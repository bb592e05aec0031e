import type { Command } from 'prosemirror-state';
import { Button } from '../kit/Button';
import { useWords } from '../lib/words';
import type { PanelProps } from './panel';
import { addColumn, addRow, hasHeaderRow, headerRow, removeColumn, removeRow, removeTable, tableAround } from './tables';
import './panels.css';

const acts = {
  rowBefore: addRow(0),
  rowAfter: addRow(1),
  columnBefore: addColumn(0),
  columnAfter: addColumn(1),
  header: headerRow,
  rowAway: removeRow,
  columnAway: removeColumn,
  tableAway: removeTable,
} as const satisfies Record<string, Command>;

/** What can be done with the table the caret stands in; in words, and large enough for a thumb. */
export function TableTools({ view, state }: PanelProps) {
  const { t } = useWords();
  const where = tableAround(state);
  if (where === null) return null;
  return (
    <div className="table-tools" role="group" aria-label={t('editing.table.tools')}>
      {(Object.keys(acts) as (keyof typeof acts)[]).map((name) => (
        <Button
          key={name}
          kind="plain"
          aria-pressed={name === 'header' ? hasHeaderRow(where.table) : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            acts[name](view.state, view.dispatch, view);
            view.focus();
          }}
        >
          {t(`editing.table.${name}`)}
        </Button>
      ))}
    </div>
  );
}
