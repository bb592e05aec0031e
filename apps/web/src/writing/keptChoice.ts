import { useState } from 'react';

/** A choice of yes or no that this device remembers under a key. */
export function useKeptChoice(key: string): [boolean, (is: boolean) => void] {
  const [chosen, choose] = useState(() => inDevice(() => localStorage.getItem(key)) === '1');
  return [
    chosen,
    (is) => {
      choose(is);
      inDevice(() => localStorage.setItem(key, is ? '1' : '0'));
    },
  ];
}

// Private windows may refuse; it then holds as long as the screen stands.
function inDevice<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
