import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../core/standing.js';
import { MediaStore } from './media.store.js';

const day = 24 * 60 * 60 * 1_000;

/** Bytes as files in a folder, two letters deep so that no folder grows long. */
export class FolderMediaStore extends MediaStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** On the disk before the row is committed: a file without a row is tidied away, a row without a file would be a loss. */
  async put(_tx: unknown, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const path = this.path(id);
    await mkdir(join(path, '..'), { recursive: true });
    const file = await open(`${path}.part`, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
  }

  async take(id: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.path(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async forget(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => rm(this.path(id), { force: true })));
  }

  async kept(): Promise<string[]> {
    const found: string[] = [];
    for (const part of await readdir(this.folder).catch(() => [])) {
      for (const name of await readdir(join(this.folder, part)).catch(() => [])) {
        const id = name.replace(/\.part$/, '');
        const at = await stat(join(this.folder, part, name)).then((one) => one.mtimeMs, () => Date.now());
        if (!isId(id) || Date.now() - at < day) continue;
        if (name.endsWith('.part')) await rm(join(this.folder, part, name), { force: true });
        else found.push(id);
      }
    }
    return found;
  }

  private path(id: string): string {
    if (!isId(id)) throw new Error('no id');
    return join(this.folder, id.slice(0, 2), id);
  }
}
