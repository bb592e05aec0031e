import type { Present } from './presence';
import type { WritingNo } from './refusalIn';

/** What a screen may know about a room; a new one for every change. */
export interface RoomState {
  /** The text can be shown: from the server, or from this device when there is no network. */
  readonly ready: boolean;
  /** The server is listening. */
  readonly linked: boolean;
  /** Something written here has not been acknowledged by the server. */
  readonly unsaved: boolean;
  /** What is unsaved is on its way to this device's disk. */
  readonly keeping: boolean;
  /** What is unsaved lies on this device's disk. */
  readonly kept: boolean;
  readonly savedAt: number | null;
  readonly no: WritingNo | null;
  readonly people: readonly Present[];
  /** Grows when the room had to take a new client id; an editor then starts afresh on the same text. */
  readonly generation: number;
  /** Grows when what stands of the framing may have changed: somebody reframed it, or one was away for a while. */
  readonly news: number;
}
