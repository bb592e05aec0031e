import { useSyncExternalStore } from 'react';

const wide = '(min-width: 60rem)';

/** Is there room for two texts beside each other? */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(wide);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(wide).matches,
  );
}
