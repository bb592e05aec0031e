import type { ComponentProps, ReactNode } from 'react';
import { Link as Way } from 'wouter';
import type { ButtonKind } from './Button';

/** A way to another screen; `as` makes it look like a button. */
export function Link({ to, as, className, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string; as?: ButtonKind; children: ReactNode }) {
  const look = as === undefined ? className : ['button', `button-${as}`, className].filter(Boolean).join(' ');
  return (
    <Way {...rest} href={to} {...(look === undefined ? {} : { className: look })}>
      {children}
    </Way>
  );
}
