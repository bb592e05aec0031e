/** A picture with its bytes, as it goes into a file. */
export interface Picture {
  readonly id: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** How wide and high a picture is, by its first bytes; null when that cannot be told. */
export function sizeOf({ mime, bytes }: Picture): { width: number; height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mime === 'image/png' && data.length > 24) return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  if (mime === 'image/gif' && data.length > 10) return { width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  return mime === 'image/jpeg' ? jpegSize(data) : null;
}

// A JPEG is a row of segments; the one that begins a frame says how large it is.
function jpegSize(data: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    const mark = data[at + 1] ?? 0;
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    if (data.readUInt16BE(at + 2) < 2) return null;
  }
  return null;
}
