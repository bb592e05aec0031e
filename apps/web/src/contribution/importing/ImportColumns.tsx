import { mapped } from '@samsyn/domain/contribution/mapping';
import { useEffect, useRef, useState } from 'react';
import { mayDo } from '../contributionFields';
import { Button } from '../../kit/Button';
import { Link } from '../../kit/Link';
import { Refusal } from '../../kit/Refusal';
import { Select } from '../../kit/Select';
import { useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { guessColumns, type Columns } from './guessColumns';
import { MapImport, StartImport, type RunShown } from './importQuery';
import { ImportPreview } from './ImportPreview';
import { ImportSurvey } from './ImportSurvey';

const delimiters: Record<string, 'comma' | 'semicolon' | 'tab'> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** Second: what do the columns hold? Every change is shown at once in the first rows. */
export function ImportColumns({ run, path, onStarted }: { run: RunShown; path: string; onStarted: () => void }) {
  const { t, list } = useWords();
  const [columns, setColumns] = useState<Columns>(() => (run.mapping ? { ...run.mapping } : guessColumns(run.columns, run.preview.map((row) => row.cells))));
  const map = useDo(MapImport);
  const start = useDo(StartImport);
  const ready = columns.text !== null;

  // What was guessed is shown as it would come in, before anybody has touched a column.
  const shownFirst = useRef(run.mapping !== null);
  const { do: mapNow } = map;
  useEffect(() => {
    if (shownFirst.current || columns.text === null) return;
    shownFirst.current = true;
    void mapNow({ id: run.id, mapping: { ...columns, text: columns.text } });
  }, [columns, mapNow, run.id]);

  // With other headings the columns are guessed anew.
  async function turnHeading(heading: boolean) {
    const text = columns.text ?? 0;
    const turned = (await mapNow({ id: run.id, mapping: { ...columns, text }, heading }))?.mapImport;
    if (turned) change(guessColumns(turned.columns, turned.preview.map((row) => row.cells)));
  }

  function change(next: Columns) {
    setColumns(next);
    shownFirst.current = true;
    if (next.text !== null) void mapNow({ id: run.id, mapping: { ...next, text: next.text } });
  }

  async function begin() {
    const text = columns.text;
    if (text === null || start.busy) return;
    // Said once more, so that what starts is what is seen.
    if ((await mapNow({ id: run.id, mapping: { ...columns, text } })) && (await start.do({ id: run.id }))) onStarted();
  }

  const unstated = mapped.filter((part) => part !== 'text' && columns[part] === null);
  const mark = delimiters[run.delimiter];
  return (
    <div className="stack-wide">
      <div>
        <p dir="auto">{t('import.found', { rows: run.rows, name: run.fileName })}</p>
        <p className="soft small">
          {t('import.encoding', { encoding: run.encoding, delimiter: mark ? t(`import.delimiter.${mark}`) : t('import.delimiter.other', { mark: run.delimiter }) })}
        </p>
      </div>
      <section className="stack" aria-labelledby="columns">
        <h2 id="columns">{t('import.columns')}</h2>
        {run.heading ? <p className="soft">{t('import.columnsHint')}</p> : null}
        <label className="choice">
          <input type="checkbox" checked={run.heading} disabled={map.busy} onChange={(event) => void turnHeading(event.currentTarget.checked)} />
          <span className="choice-label">{t('import.heading')}</span>
        </label>
        <div className="import-columns">
          {mapped.map((part) => (
            <Select
              key={part}
              label={t(`import.part.${part}`)}
              error={part === 'text' && !ready ? t('import.pickText') : undefined}
              none={t('import.notInFile')}
              choices={run.columns.map((heading, column) => ({ value: String(column), label: (run.heading && heading.trim()) || t('import.column', { n: column + 1 }) }))}
              chosen={columns[part] === null ? '' : String(columns[part])}
              onChange={(column) => change({ ...columns, [part]: column === '' ? null : Number(column) })}
            />
          ))}
        </div>
        <p className="note" role="status">
          {unstated.length > 0 ? t('import.notStated', { parts: list(unstated.map((part) => t(`import.part.${part}`).toLocaleLowerCase())) }) : t('import.allStated')}
        </p>
      </section>
      <ImportSurvey survey={run.survey} />
      <ImportPreview run={run} columns={columns} />
      <div className="stack">
        <p className="soft">{t('import.never')}</p>
        <Refusal no={map.no ?? start.no} />
        <div className="row">
          {mayDo(run, 'import.run') ? (
            <Button kind="main" busy={start.busy} disabled={!ready} onClick={() => void begin()}>
              {t('import.start', { n: run.survey?.comesIn ?? run.rows })}
            </Button>
          ) : null}
          <Link to={path} as="plain">
            {t('import.otherFile')}
          </Link>
        </div>
      </div>
    </div>
  );
}
