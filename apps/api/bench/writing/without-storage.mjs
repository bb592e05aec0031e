import { Log } from '../../dist/writing/log.js';

// The same server, whose log gives out positions and stores nothing: what committing first is measured against.
let seq = 1_000_000;
Log.prototype.insert = async (batch) => batch.map(({ edit }) => ({ documentId: edit.documentId, seq: (seq += 1), rowsSince: 0, bytesSince: 0 }));
await import('../../dist/main.js');
