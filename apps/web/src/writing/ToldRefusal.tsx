import { lazy, Suspense } from 'react';
import type { WritingNo } from './refusalIn';
import type { Room } from './room';

const Refused = lazy(() => import('./Refused').then((m) => ({ default: m.Refused })));

/** The place where it is told, aloud as well, that the server did not take what was written; it stands before there is anything to tell. */
export function ToldRefusal({ room, no, first }: { room: Room | null; no: WritingNo | null | undefined; first?: boolean }) {
  return <div role="alert">{room && no && <Suspense><Refused room={room} no={no} first={first} /></Suspense>}</div>;
}
