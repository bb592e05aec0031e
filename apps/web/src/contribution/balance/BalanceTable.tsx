import type { Kind } from '@samsyn/domain/shared/enums';
import { kindWord } from '../../kit/KindMark';
import { Link } from '../../kit/Link';
import { TableRegion } from '../../kit/TableRegion';
import { useWords } from '../../lib/words';
import type { Row } from './rows';
import { addressOf, type Behind, type Selection } from './selection';

interface Props {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly kinds: readonly Kind[];
  readonly withNotStated: boolean;
  readonly selection: Selection;
  readonly path: string;
}

/** The numbers of the picture; every number opens the contributions behind it. */
export function BalanceTable({ label, rows, kinds, withNotStated, selection, path }: Props) {
  const { t, number } = useWords();
  const cell = (row: Row, kind: string, n: number, behind: Behind) =>
    n === 0 ? (
      <span className="soft">0</span>
    ) : (
      <Link to={`${path}${addressOf(selection, behind)}`} aria-label={t('balance.cell', { who: row.name, kind, n })}>
        {number(n)}
      </Link>
    );
  return (
    <TableRegion label={`${t('balance.table')}: ${label}`}>
      <table className="balance-table">
        <thead>
          <tr>
            <th scope="col">{t('balance.who')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(kindWord[kind])}
              </th>
            ))}
            {withNotStated ? <th scope="col">{t('balance.notStated')}</th> : null}
            <th scope="col">{t('balance.all')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <bdi>{row.name}</bdi>
                {row.note ? <span className="soft small"> ({row.note})</span> : null}
              </th>
              {kinds.map((kind) => (
                <td key={kind}>{cell(row, t(kindWord[kind]), row.counts[kind], { ...row.behind, kind })}</td>
              ))}
              {withNotStated ? <td>{cell(row, t('balance.notStated'), row.kindNotStated, { ...row.behind, kind: 'none' })}</td> : null}
              <td>{cell(row, t('balance.all'), row.total, row.behind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
