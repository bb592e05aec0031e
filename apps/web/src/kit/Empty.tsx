import type { ReactNode } from 'react';

/** Where nothing is yet: one sentence, and one thing to do about it. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
