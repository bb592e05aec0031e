import { useEffect, useState, type ReactNode } from 'react';
import { leftOpen, hearRooms } from './rooms';
import type { Room } from './room';
import { SaveLine } from './SaveLine';
import { ToldRefusal } from './ToldRefusal';
import { useRoom, useRoomState } from './useRoom';
import './writing.css';

interface Props {
  readonly framingId: string;
  readonly me: { readonly id: string; readonly name: string };
  readonly earlier: ReactNode;
  readonly onSaved: () => void;
}

/** What was left unsaved when the desk was closed: the save line stays until the server has everything. */
export function LeftOpen({ framingId, me, earlier, onSaved }: Props) {
  const [room, setRoom] = useState<Room | null>(() => leftOpen(framingId));
  const [sent, setSent] = useState(false);
  const state = useRoomState(room);
  // Refused before the desk was closed: that is what one has to see, wherever on the page one pressed the button.
  const [atOnce] = useState(() => room?.now().no != null);
  // Whoever comes back may have gone in again meanwhile.
  useEffect(() => {
    if (room?.now().no === 'noSession') room.again();
  }, [room]);
  useEffect(
    () =>
      hearRooms(() => {
        setRoom(leftOpen(framingId));
        onSaved();
      }),
    [framingId, onSaved],
  );
  return (
    <>
      {room && state && <SaveLine state={state} />}
      <ToldRefusal room={room} no={state?.no} first={atOnce} />
      {earlier}
      {earlier === null || room !== null || sent ? null : <Sending framingId={framingId} me={me} onSent={() => setSent(true)} />}
    </>
  );
}

/**
 * Sends what an earlier visit left in this device. Often the server has it already: the page was closed before the
 * answer came.
 */
function Sending({ framingId, me, onSent }: { framingId: string; me: Props['me']; onSent: () => void }) {
  const state = useRoomState(useRoom(framingId, me));
  const done = state !== null && state.ready && state.linked && !state.unsaved;
  useEffect(() => {
    if (done) onSent();
  }, [done, onSent]);
  return null;
}
