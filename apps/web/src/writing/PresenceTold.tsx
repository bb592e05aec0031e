import { useEffect, useRef, useState } from 'react';
import { useWords } from '../lib/words';
import { companyOf } from './nearMe';
import { newsOf, type Company } from './presenceNews';
import type { Room } from './room';

// What changes within this time is told at once; whoever only loads the page anew is not told to have left.
const rest = 2_500;

/** Tells, politely and by name, who comes, who leaves and who writes near; for whoever has asked for it. */
export function PresenceTold({ room, provider }: { room: Room; provider: Room['provider'] }) {
  const { t, list } = useWords();
  const [said, setSaid] = useState('');
  const tell = useRef((_now: Company): void => undefined);
  const known = useRef<Company | null>(null);
  const nearTold = useRef(new Map<string, number>());
  tell.current = (now) => {
    const before = known.current;
    known.current = now;
    if (before === null) return setSaid(t('writing.here.said', { names: list([t('writing.here.you', { name: room.me.name }), ...[...now.values()].map(({ name }) => name)]) }));
    const at = Date.now();
    const news = newsOf(before, now, nearTold.current, at);
    for (const [id, { name, near }] of now) if (near && news.near.includes(name)) nearTold.current.set(id, at);
    const parts = (['came', 'left', 'near'] as const).filter((what) => news[what].length > 0);
    if (parts.length > 0) setSaid(parts.map((what) => t(`editing.told.${what}`, { names: list([...news[what]]) })).join(' '));
  };
  useEffect(() => {
    const { awareness } = provider;
    if (awareness === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      // Without a network nobody has left; one does not know.
      if (room.now().linked) tell.current(companyOf(awareness, room.text, room.me.id));
      else soon();
    };
    const soon = (): void => {
      timer ??= setTimeout(look, rest);
    };
    soon();
    awareness.on('change', soon);
    return () => {
      clearTimeout(timer);
      awareness.off('change', soon);
    };
  }, [room, provider]);
  return (
    <p className="unseen" role="status" data-told>
      {said}
    </p>
  );
}
