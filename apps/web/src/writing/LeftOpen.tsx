import { useEffect, useState } from 'react';
import { leftOpen, hearRooms } from './rooms';
import type { Room } from './room';
import { SaveLine } from './SaveLine';
import { useRoomState } from './useRoom';
import './writing.css';

/** What was left unsaved when the desk was closed: the save line stays until the server has everything. */
export function LeftOpen({ framingId, onSaved }: { framingId: string; onSaved: () => void }) {
  const [room, setRoom] = useState<Room | null>(() => leftOpen(framingId));
  const state = useRoomState(room);
  useEffect(
    () =>
      hearRooms(() => {
        setRoom(leftOpen(framingId));
        onSaved();
      }),
    [framingId, onSaved],
  );
  return room === null || state === null ? null : <SaveLine state={state} />;
}
