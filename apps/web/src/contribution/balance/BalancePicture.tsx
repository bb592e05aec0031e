import type { Kind } from '@samsyn/domain/shared/enums';
import { useLocation } from 'wouter';
import { kindWord } from '../../kit/KindMark';
import { useWords } from '../../lib/words';
import { fitText } from './fitText';
import { KindShape } from './KindShape';
import type { Row } from './rows';
import { addressOf, type Selection } from './selection';
import { useWidth } from './useWidth';

interface Props {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly kinds: readonly Kind[];
  readonly selection: Selection;
  readonly path: string;
}

const nameFont = '16px "Noto Sans", sans-serif';
const headHeight = 66;

/**
 * Presence and gaps: a filled shape where somebody's knowledge of a kind is recorded, a dotted ring where it is not.
 * All marks are equally large, so that nothing looks like a ranking; how many there are stands in the table.
 */
export function BalancePicture({ label, rows, kinds, selection, path }: Props) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { place, width } = useWidth<HTMLDivElement>(288);
  // On a phone the name stands on its own line above its marks; otherwise beside them.
  const stacked = width < 560;
  const nameWidth = stacked ? width : Math.floor(width * 0.42);
  const start = stacked ? 0 : nameWidth;
  const step = (width - start) / kinds.length;
  const rowHeight = stacked ? 76 : 48;
  const middleOf = (column: number) => start + step * (column + 0.5);
  const markAt = (row: number) => headHeight + row * rowHeight + (stacked ? 50 : 24);
  const height = headHeight + rows.length * rowHeight + 4;

  return (
    <div ref={place} className="balance-picture">
      <svg role="group" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <g aria-hidden="true">
          {kinds.map((kind, column) => (
            <g key={kind}>
              <KindShape kind={kind} x={middleOf(column)} y={14} />
              {t(`balance.short.${kind}`).split('|').map((part, line, all) => (
                <text key={part} className="balance-head" x={middleOf(column)} y={38 + line * 18} textAnchor="middle">
                  {line < all.length - 1 ? `${part}-` : part}
                </text>
              ))}
            </g>
          ))}
        </g>
        {rows.map((row, nr) => (
          <g key={row.key}>
            <line className="balance-line" x1={0} x2={width} y1={headHeight + nr * rowHeight} y2={headHeight + nr * rowHeight} />
            <text className="balance-name" x={0} y={headHeight + nr * rowHeight + (stacked ? 24 : 30)}>
              {fitText(row.name, nameWidth - 12, nameFont)}
              <title>{row.note ? `${row.name} (${row.note})` : row.name}</title>
            </text>
            {kinds.map((kind, column) =>
              row.counts[kind] === 0 ? (
                <circle key={kind} className="balance-gap" cx={middleOf(column)} cy={markAt(nr)} r={7} />
              ) : (
                <a
                  key={kind}
                  href={`${path}${addressOf(selection, { ...row.behind, kind })}`}
                  onClick={(event) => {
                    // A new tab or window is left to the browser.
                    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                    event.preventDefault();
                    go(`${path}${addressOf(selection, { ...row.behind, kind })}`);
                  }}
                  aria-label={t('balance.cell', { who: row.name, kind: t(kindWord[kind]), n: row.counts[kind] })}
                >
                  <rect className="balance-touch" x={middleOf(column) - 22} y={markAt(nr) - 22} width={44} height={44} rx={6} />
                  <KindShape kind={kind} x={middleOf(column)} y={markAt(nr)} />
                </a>
              ),
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
