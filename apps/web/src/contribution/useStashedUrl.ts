import { useEffect, useState } from 'react';
import { stashed } from './stash';

/** An address to play or show bytes that wait in this device; null until they are found, 'gone' if they are not. */
export function useStashedUrl(key: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void stashed(key).then((bytes) => {
      if (left) return;
      made = bytes ? URL.createObjectURL(bytes) : 'gone';
      setUrl(made);
    });
    return () => {
      left = true;
      if (made?.startsWith('blob:')) URL.revokeObjectURL(made);
    };
  }, [key]);
  return url;
}
