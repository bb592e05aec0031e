import { useEffect } from 'react';
import { useHere } from './here';

/** Says which alliance this screen belongs to, so that the bar of ways leads within it. Leaving the screen ends it. */
export function usePlace(id: string | undefined, name: string | undefined): void {
  const { stand } = useHere();
  useEffect(() => {
    if (id !== undefined) stand({ id, name: name ?? '' });
    return () => stand(null);
  }, [id, name, stand]);
}
