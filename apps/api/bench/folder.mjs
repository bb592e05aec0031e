import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for the data of a database that waits for the disk as in use; one that does not would flatter the figures.
 * Open to enter, so that PostgreSQL, which runs as an account of its own under root, keeps its files there and nothing is left over.
 */
export function aFolder() {
  const path = mkdtempSync(join(tmpdir(), 'samsyn-bench-'));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
