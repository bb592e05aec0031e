import { Room } from './room';

interface Entry {
  readonly room: Room;
  visitors: number;
}

// Rooms outlive the screen that opened them: one that is left unsaved stays until the server has everything.
const rooms = new Map<string, Entry>();
const listeners = new Set<() => void>();

/** Goes into the room of a framing; whoever is already in there shares it. */
export function enter(framingId: string, me: { id: string; name: string }): Room {
  const key = `${me.id} ${framingId}`;
  const entry = rooms.get(key) ?? { room: new Room(framingId, me), visitors: 0 };
  entry.visitors += 1;
  // Whoever comes back may have gone in again meanwhile.
  if (entry.room.now().no === 'noSession') entry.room.again();
  rooms.set(key, entry);
  return entry.room;
}

/** Goes out. The room ends when nobody is in it and everything is saved. */
export function leave(room: Room): void {
  const found = [...rooms].find(([, entry]) => entry.room === room);
  if (found === undefined) return;
  const [key, entry] = found;
  entry.visitors -= 1;
  room.standAt(null);
  const end = (): void => {
    if (entry.visitors > 0 || room.now().unsaved) return;
    stop();
    rooms.delete(key);
    void room.end().then(() => {
      for (const listener of listeners) listener();
    });
  };
  const stop = room.hear(end);
  end();
}

/** Forgets what was written here and not taken in, and ends the room. */
export async function forget(room: Room): Promise<void> {
  for (const [key, entry] of rooms) if (entry.room === room) rooms.delete(key);
  await room.end(true);
}

/** A room of this framing that was left with something unsaved, if there is one. */
export function leftOpen(framingId: string): Room | null {
  for (const { room, visitors } of rooms.values()) if (room.framingId === framingId && visitors === 0) return room;
  return null;
}

/** Tells when a room has ended. */
export function hearRooms(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
