import type { ComponentProps } from 'react';

/** main: the one thing to do here. quiet: another thing one may do. plain: a small one. grave: takes something away. */
export type ButtonKind = 'main' | 'quiet' | 'plain' | 'grave';

/** A button. While busy it keeps its focus and does nothing. */
export function Button({ kind = 'quiet', busy = false, className, onClick, type = 'button', ...rest }: ComponentProps<'button'> & { kind?: ButtonKind; busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={['button', `button-${kind}`, className].filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
