import { waysIn } from '@samsyn/domain/contribution/spoken';
import { sentence, refusals, type RefusalCode } from '@samsyn/domain/shared/refusals';
import { limits } from '@samsyn/domain/shared/limits';
import { KindMarks } from '../Knowing';
import { useWords, type Words } from '../../lib/words';
import type { Columns } from './guessColumns';
import type { RunShown } from './importQuery';

/** Why a row cannot come in, in the reader's language. */
export function rowReason(code: string, { language, number, t }: Words): string {
  return code in refusals ? sentence(code as RefusalCode, language, { max: number(limits.importCell) }) : t('import.rowRefused');
}

/** The first rows as they would come in, one below the other so that they fit a phone. */
export function ImportPreview({ run, columns }: { run: RunShown; columns: Columns }) {
  const words = useWords();
  const { t, list } = words;
  const mapped = run.mapping !== null;
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t(mapped ? 'import.preview' : 'import.previewRaw')}</h2>
      <ol className="import-rows">
        {run.preview.map((row) => (
          <li key={row.row} className="import-row">
            <p className="soft small">
              {t('import.row')} {row.row}
            </p>
            {row.refusal ? <p className="field-error">{rowReason(row.refusal, words)}</p> : null}
            {mapped ? (
              <>
                <p className="import-text" dir="auto">
                  {cut(row.text ?? '')}
                </p>
                {row.refusal ? null : (
                  <dl className="import-facts">
                    <Fact word={t('import.part.author')} value={row.author} />
                    <Fact word={t('import.part.capacity')} value={row.capacity ? t(`contribution.capacity.${row.capacity}`) : null} />
                    <div>
                      <dt>{t('import.part.kinds')}</dt>
                      <dd>{row.kinds.length > 0 ? <KindMarks kinds={row.kinds} /> : t('import.cellNot')}</dd>
                    </div>
                    <Fact word={t('import.part.howKnown')} value={columns.howKnown === null ? null : list(waysIn(row.cells[columns.howKnown] ?? '').map((way) => t(`contribution.how.${way}`)))} />
                    <Fact word={t('import.part.source')} value={columns.source === null ? null : cut(row.cells[columns.source] ?? '', 80)} />
                  </dl>
                )}
              </>
            ) : (
              <p dir="auto">{cut(row.cells.join(' · '))}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fact({ word, value }: { word: string; value: string | null }) {
  const { t } = useWords();
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value?.trim() ? <bdi>{value}</bdi> : <span className="soft">{t('import.cellNot')}</span>}</dd>
    </div>
  );
}

const cut = (text: string, most = 240) => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);
