import type { Kind } from '@samsyn/domain/shared/enums';

const r = 10;

/** The shape of a kind inside a larger picture, with its middle at a point: circle, square, triangle, diamond. */
export function KindShape({ kind, x, y }: { kind: Kind; x: number; y: number }) {
  const className = `kind-shape kind-${kind}`;
  if (kind === 'FACTS') return <circle className={className} cx={x} cy={y} r={r} />;
  if (kind === 'UNDERSTANDING') return <rect className={className} x={x - r + 1} y={y - r + 1} width={2 * r - 2} height={2 * r - 2} />;
  if (kind === 'SKILL') return <path className={className} d={`M${x} ${y - r}L${x + r + 1} ${y + r - 1}H${x - r - 1}Z`} />;
  return <path className={className} d={`M${x} ${y - r - 1}L${x + r + 1} ${y}L${x} ${y + r + 1}L${x - r - 1} ${y}Z`} />;
}
