import * as decoding from 'lib0/decoding';

// Frames of the writing protocol: document name, kind; a sync frame goes on with its own kind.
const SYNC = 0;
const SYNC_STATUS = 8;
const STEP_TWO = 1;

/**
 * Counts on one socket what was sent and what the server has acknowledged, in order. The provider's own count
 * is set back by a new connection while acknowledgements of earlier frames are still on their way, and would
 * then say "saved" too early.
 */
export class Acknowledged {
  private sent = 0;
  private answered = 0;
  private wholeSent = false;
  private refused = false;

  /** A new socket: nothing sent on the old one counts. */
  begin(): void {
    this.sent = 0;
    this.answered = 0;
    this.wholeSent = false;
    this.refused = false;
  }

  /** Notes a frame on its way out. */
  out(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarString(decoder);
    if (decoding.readVarUint(decoder) !== SYNC) return;
    const step = decoding.readVarUint(decoder);
    if (step === 0) return;
    this.sent += 1;
    // The second step carries everything the server did not have; before it, an earlier change may still be missing.
    if (step === STEP_TWO) this.wholeSent = true;
  }

  /** Notes a frame that came in; true when it was an answer. */
  in(frame: Uint8Array): boolean {
    const decoder = decoding.createDecoder(frame);
    if (frame.length < 3) return false;
    decoding.readVarString(decoder);
    if (decoding.readVarUint(decoder) !== SYNC_STATUS) return false;
    if (decoding.readVarInt(decoder) === 1) this.answered += 1;
    else this.refused = true;
    return true;
  }

  /** Everything that was written here has been acknowledged on this socket. */
  get all(): boolean {
    return this.wholeSent && !this.refused && this.answered >= this.sent;
  }

  /** The server answered that it may not be written here. */
  get notAllowed(): boolean {
    return this.refused;
  }
}
