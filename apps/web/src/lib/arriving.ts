import { useLayoutEffect } from 'react';
import { useLocation, useSearch } from 'wouter';

let first = true;
let back = false;

addEventListener('popstate', () => {
  back = true;
});

/** Did the reader come to this screen from another one here, rather than by opening the page? */
export function arrivedByLink(): boolean {
  return !first;
}

/** Begins each new screen at its top; going back leaves the place to the browser. */
export function useArriving(): void {
  const [path] = useLocation();
  const search = useSearch();
  useLayoutEffect(() => {
    if (!first && !back) window.scrollTo(0, 0);
    back = false;
    return () => {
      first = false;
    };
  }, [path, search]);
}
