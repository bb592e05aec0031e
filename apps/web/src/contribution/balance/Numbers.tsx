import { kinds as allKinds } from '@samsyn/domain/shared/enums';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { useWords, type WordKey } from '../../lib/words';
import { BalancePicture } from './BalancePicture';
import { BalanceTable } from './BalanceTable';
import type { KnowledgeShown } from './balanceFields';
import { CsvLink } from './CsvLink';
import { KindSummary } from './KindSummary';
import { capacityRows, organisationRows, peopleRows, type Row } from './rows';
import type { Selection } from './selection';

interface Part {
  readonly word: WordKey;
  readonly rows: readonly Row[];
}

/** The same numbers twice: as presence and gaps in pictures, and counted in tables. */
export function Numbers({ alliance, selection }: { alliance: KnowledgeShown; selection: Selection }) {
  const words = useWords();
  const { t } = words;
  const { balance } = alliance;
  const path = `/a/${alliance.id}/knowledge`;
  // One selected kind is the only column: a contribution's other kinds are not what was asked for.
  const kinds = selection.kind === '' ? allKinds : [selection.kind];
  const parts: readonly Part[] = [
    { word: 'balance.capacities', rows: capacityRows(balance, words).filter((row) => selection.capacity === '' || row.key === selection.capacity) },
    { word: 'balance.people', rows: peopleRows(balance, words) },
    { word: 'balance.organisations', rows: organisationRows(alliance).filter((row) => selection.organisation === '' || row.key === selection.organisation) },
  ];
  const shown = parts.filter((part) => part.rows.length > 0);
  return (
    <>
      <KindSummary balance={balance} kinds={kinds} selection={selection} path={path} />
      <p className="soft small">{t('balance.pictureHow')}</p>
      {shown.map((part) => (
        <OnePart key={part.word} part={part} kinds={kinds} selection={selection} path={path} />
      ))}
      <CsvLink allianceId={alliance.id} selection={selection} />
    </>
  );
}

const few = 25;

function OnePart({ part, kinds, selection, path }: { part: Part; kinds: readonly (typeof allKinds)[number][]; selection: Selection; path: string }) {
  const { t } = useWords();
  const [most, setMost] = useState(few);
  const rows = part.rows.slice(0, most);
  const rest = part.rows.length - rows.length;
  return (
    <section className="stack" aria-labelledby={part.word}>
      <h2 id={part.word}>{t(part.word)}</h2>
      {part.word === 'balance.capacities' ? null : (
        <p className="soft small">
          {t('balance.order')} {part.rows.some((row) => row.note === t('core.invented')) ? t('balance.inventedNote') : null}
        </p>
      )}
      <BalancePicture label={`${t(part.word)}. ${t('balance.pictureLabel')}`} rows={rows} kinds={kinds} selection={selection} path={path} />
      {rest > 0 ? (
        <p>
          <Button onClick={() => setMost(most + 4 * few)}>{t('balance.moreRows', { n: Math.min(rest, 4 * few) })}</Button>
        </p>
      ) : null}
      <details className="unfold">
        <summary>{t('balance.table')}</summary>
        <BalanceTable label={t(part.word)} rows={rows} kinds={kinds} withNotStated={selection.kind === ''} selection={selection} path={path} />
      </details>
    </section>
  );
}
