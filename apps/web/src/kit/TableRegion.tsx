import type { ReactNode } from 'react';

/** Holds a table that may be wider than the screen, so that it scrolls by itself and can be reached by keyboard. */
export function TableRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="table-region" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
