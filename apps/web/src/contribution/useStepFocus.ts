import { useEffect, useRef } from 'react';

/** Puts the focus on the heading when a step is turned, so that a screen reader begins there; not on arrival. */
export function useStepFocus(step: string): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [step]);
}
