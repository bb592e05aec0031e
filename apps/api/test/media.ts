/** A picture of one dot. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** The same as GIF. */
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** The beginning of a JPEG. */
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex');
/** The beginning of a WebP. */
export const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([26, 0, 0, 0]), Buffer.from('WEBPVP8L'), Buffer.alloc(14)]);
/** A drawing that can hold scripts. */
export const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

const be = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};
const le = (value: number, bytes: number) => be(value, bytes).reverse();

/** Silence of so many seconds, 8 bits at 1 kHz. */
export function wav(seconds: number): Buffer {
  const data = Buffer.alloc(Math.round(seconds * 1_000), 128);
  const format = Buffer.concat([le(1, 2), le(1, 2), le(1_000, 4), le(1_000, 4), le(1, 2), le(8, 2)]);
  return Buffer.concat([Buffer.from('RIFF'), le(36 + data.length, 4), Buffer.from('WAVEfmt '), le(16, 4), format, Buffer.from('data'), le(data.length, 4), data]);
}

/** An Opus stream of two pages that ends after so many seconds. */
export function ogg(seconds: number): Buffer {
  const page = (kind: number, granule: bigint, body: Buffer) => {
    const position = Buffer.alloc(8);
    position.writeBigInt64LE(granule);
    return Buffer.concat([Buffer.from('OggS'), Buffer.from([0, kind]), position, le(7, 4), le(0, 4), le(0, 4), Buffer.from([1, body.length]), body]);
  };
  const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1]), le(0, 2), le(48_000, 4), le(0, 2), Buffer.from([0])]);
  return Buffer.concat([page(2, 0n, head), page(4, BigInt(Math.round(seconds * 48_000)), Buffer.alloc(10))]);
}

const box = (name: string, body: Buffer) => Buffer.concat([be(8 + body.length, 4), Buffer.from(name), body]);

/** An MP4 with a header that says how long it is, and a track of sound or of moving pictures. */
export function mp4(seconds: number, track: 'soun' | 'vide' = 'soun'): Buffer {
  const header = box('mvhd', Buffer.concat([be(0, 4), be(0, 4), be(0, 4), be(1_000, 4), be(Math.round(seconds * 1_000), 4), Buffer.alloc(80)]));
  const handler = box('hdlr', Buffer.concat([be(0, 4), be(0, 4), Buffer.from(track), Buffer.alloc(12)]));
  return Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0M4A ')), box('moov', Buffer.concat([header, box('trak', box('mdia', handler))]))]);
}

const element = (id: string, body: Buffer) => Buffer.concat([Buffer.from(id, 'hex'), be(0x10000000 + body.length, 4), body]);

/** A WebM as a browser records it: a stream of unknown length, whose clusters say when they begin. */
export function webm(seconds: number, codec = 'A_OPUS'): Buffer {
  const head = element('1a45dfa3', Buffer.concat([element('4286', Buffer.from([1])), element('4282', Buffer.from('webm'))]));
  const unknown = Buffer.from('18538067' + '01ffffffffffffff', 'hex');
  const info = element('1549a966', element('2ad7b1', be(1_000_000, 3)));
  const tracks = element('1654ae6b', element('ae', element('86', Buffer.from(codec))));
  const cluster = (ms: number) => Buffer.concat([Buffer.from('1f43b675' + '01ffffffffffffff', 'hex'), element('e7', be(ms, 4)), element('a3', Buffer.alloc(8))]);
  return Buffer.concat([head, unknown, info, tracks, cluster(0), cluster(Math.round(seconds * 1_000))]);
}
