import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Room } from './room';
import type { RoomState } from './roomState';
import { enter, leave } from './rooms';

const none = (): (() => void) => () => undefined;

/** Goes into the room of a framing for as long as the screen stands; null until then. */
export function useRoom(framingId: string, me: { id: string; name: string }): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  const { id, name } = me;
  useEffect(() => {
    const entered = enter(framingId, { id, name });
    setRoom(entered);
    return () => leave(entered);
  }, [framingId, id, name]);
  return room;
}

/** What the room says of itself now. */
export function useRoomState(room: Room | null): RoomState | null {
  return useSyncExternalStore(room?.hear ?? none, () => room?.now() ?? null);
}
