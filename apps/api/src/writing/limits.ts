/** What one browser may ask of the writing socket. Generous for people, narrow for programs. */
export const limits = {
  /** A frame; a larger one closes the socket with 1009 before it is read. */
  frameBytes: 1024 * 1024,
  updateBytes: 1_000_000,
  /** New text in one update, in characters; also what was written and deleted again while offline. */
  updateLength: 1_000_000,
  tokenBytes: 4 * 1024,
  awarenessBytes: 16 * 1024,
  /** Presence of one client, as JSON. */
  presenceBytes: 2 * 1024,
  attributeBytes: 4 * 1024,
  socketsPerSession: 20,
  roomsPerSocket: 10,
  clientsPerToken: 50,
  /** Unsent bytes after which a reader counts as gone. */
  unsentBytes: 4 * 1024 * 1024,
  /** Frames and bytes of one socket on their way to the database before it is made to wait. */
  waitingFrames: 500,
  waitingBytes: 4 * 1024 * 1024,
  quarantinePerSession: 5,
  pingMs: 15_000,
  /** To show a token after the socket has opened. */
  helloMs: 15_000,
  /** How long an edit waits for a database that is away before the socket is closed. */
  storeMs: 30_000,
} as const;
