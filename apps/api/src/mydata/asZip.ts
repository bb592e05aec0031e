import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive, with its bytes as they come. */
export interface Entry {
  readonly name: string;
  /** Pictures and recordings are small already. */
  readonly packed: boolean;
  readonly bytes: AsyncIterable<string | Uint8Array>;
}

/** An archive of files, as it is read: one file after the other, nothing held. */
export async function* asZip(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for await (const { name, packed, bytes } of entries) {
    const file = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    zip.add(file);
    for await (const part of gathered(bytes)) {
      file.push(part);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

// A line at a time would cost more in calls than in bytes.
async function* gathered(bytes: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const part of bytes) {
    if (typeof part !== 'string') yield part;
    else if ((text += part).length > 64 * 1024) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}
