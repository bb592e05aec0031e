/** How long a recording is by its container, in milliseconds; null where the container does not tell. */
export function durationOf(bytes: Uint8Array, mime: string): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const ms = mime === 'audio/wav' ? ofWav(view) : mime === 'audio/ogg' ? ofOgg(view) : mime === 'audio/mp4' ? ofMp4(view) : ofWebm(view);
    return ms !== null && Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : null;
  } catch (error) {
    // A container that ends too early tells nothing; anything else is a fault of ours.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Does the container say that it holds moving pictures? */
export function hasMovingPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256 * 1024));
  const isMp4 = start.toString('latin1', 4, 8) === 'ftyp';
  if (isMp4) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('vide', 0, 'latin1') && mp4HasVideo(bytes);
  if (start.length > 4 && start.readUInt32BE(0) === 0x1a45dfa3) return /V_(VP8|VP9|AV1|MPEG|MJPEG|THEORA|UNCOMPRESSED)/.test(start.toString('latin1'));
  return start.toString('latin1', 0, 4) === 'OggS' && /\x80theora|BBCD|\x01video/.test(start.toString('latin1', 0, 4_096));
}

// A handler box names its track: hdlr, version and flags, predefined, then the sort.
function mp4HasVideo(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf('hdlr', 0, 'latin1'); at !== -1; at = text.indexOf('hdlr', at + 4, 'latin1')) {
    if (text.toString('latin1', at + 12, at + 16) === 'vide') return true;
  }
  return false;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function ofWav(view: DataView): number | null {
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const [name, size] = [tag(view, at), view.getUint32(at + 4, true)];
    if (name === 'fmt ') bytesPerSecond = view.getUint32(at + 16, true);
    // A stream written without knowing its end states no size; then the rest of the file is the sound.
    if (name === 'data') return bytesPerSecond === 0 ? null : (Math.min(size, view.byteLength - at - 8) / bytesPerSecond) * 1_000;
    at += 8 + size + (size % 2);
  }
  return null;
}

function ofOgg(view: DataView): number | null {
  let [samples, rate] = [0, 0];
  for (let at = 0; at + 27 <= view.byteLength && tag(view, at) === 'OggS'; ) {
    const granule = Number(view.getBigInt64(at + 6, true));
    const segments = view.getUint8(at + 26);
    let body = 0;
    for (let one = 0; one < segments; one += 1) body += view.getUint8(at + 27 + one);
    const start = at + 27 + segments;
    if (rate === 0 && body >= 16) rate = tag(view, start) === 'Opus' ? 48_000 : tag(view, start + 1) === 'vorb' ? view.getUint32(start + 12, true) : 0;
    if (granule > samples) samples = granule;
    at = start + body;
  }
  return rate === 0 ? null : (samples / rate) * 1_000;
}

function ofMp4(view: DataView): number | null {
  const movie = box(view, 'moov', 0, view.byteLength);
  const header = movie && box(view, 'mvhd', movie.from, movie.to);
  if (!header) return null;
  const long = view.getUint8(header.from) === 1;
  const scale = view.getUint32(header.from + (long ? 20 : 12));
  const length = long ? Number(view.getBigUint64(header.from + 24)) : view.getUint32(header.from + 16);
  // A recording that was written in pieces states no length here.
  return scale === 0 || length === 0 || length === 0xffffffff ? null : (length / scale) * 1_000;
}

function box(view: DataView, wanted: string, from: number, to: number): { from: number; to: number } | null {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const [head, whole] = size === 1 ? [16, Number(view.getBigUint64(at + 8))] : [8, size === 0 ? to - at : size];
    if (whole < head) return null;
    if (tag(view, at + 4) === wanted) return { from: at + head, to: Math.min(to, at + whole) };
    at += whole;
  }
  return null;
}

// Elements whose inside is read; a size of all ones is a stream of unknown length.
const opened: ReadonlySet<number> = new Set([0x18538067, 0x1549a966, 0x1f43b675]);

function ofWebm(view: DataView): number | null {
  let [scale, stated, cluster, latest] = [1_000_000, null as number | null, 0, null as number | null];
  for (let at = 0; at < view.byteLength; ) {
    const idLength = Math.clz32(view.getUint8(at)) - 23;
    let id = 0;
    for (let one = 0; one < idLength; one += 1) id = id * 256 + view.getUint8(at + one);
    at += idLength;
    const sizeLength = Math.clz32(view.getUint8(at)) - 23;
    if (idLength > 4 || sizeLength > 8) break;
    let size = view.getUint8(at) & ((1 << (8 - sizeLength)) - 1);
    let unknown = size === (1 << (8 - sizeLength)) - 1;
    for (let one = 1; one < sizeLength; one += 1) {
      const next = view.getUint8(at + one);
      unknown &&= next === 255;
      size = size * 256 + next;
    }
    at += sizeLength;
    if (opened.has(id)) continue;
    if (unknown) break;
    if (id === 0x2ad7b1) scale = whole(view, at, size);
    if (id === 0x4489) stated = size === 4 ? view.getFloat32(at) : view.getFloat64(at);
    if (id === 0xe7) latest = cluster = whole(view, at, size);
    // A block says how far into its cluster it begins; the last one is the nearest to the end.
    if (id === 0xa3 && size > 3) latest = Math.max(latest ?? 0, cluster + view.getInt16(at + 1));
    at += size;
  }
  const ticks = stated ?? latest;
  return ticks === null ? null : (ticks * scale) / 1_000_000;
}

function whole(view: DataView, at: number, size: number): number {
  let value = 0;
  for (let one = 0; one < Math.min(size, 8); one += 1) value = value * 256 + view.getUint8(at + one);
  return value;
}
