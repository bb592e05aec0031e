import { useEffect } from 'react';

// Short enough for a talk, and one small question each time; nothing is asked of a screen that nobody looks at.
const every = 15_000;

/** Asks anew while somebody looks at the screen, and at once when they come back to it. */
export function useNews(again: () => void): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') again();
    };
    const timer = setInterval(look, every);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [again]);
}
