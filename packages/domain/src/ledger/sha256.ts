/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as hex. Browsers lend theirs only to addresses with HTTPS, and a workshop
 * room may have none: this one counts everywhere alike.
 */
export function sha256(text: string): string {
  const bytes = utf8(text);
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let at = 0; at < bytes.length; at += 1) words[at >> 2] = (words[at >> 2] ?? 0) | ((bytes[at] ?? 0) << (24 - (at % 4) * 8));
  words[bytes.length >> 2] = (words[bytes.length >> 2] ?? 0) | (0x80 << (24 - (bytes.length % 4) * 8));
  words[words.length - 2] = Math.floor(bytes.length / 0x20000000);
  words[words.length - 1] = bytes.length << 3;
  const state = Int32Array.from(roots);
  const w = new Int32Array(64);
  for (let from = 0; from < words.length; from += 16) round(state, w, words, from);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function round(state: Int32Array, w: Int32Array, words: Int32Array, from: number): void {
  for (let t = 0; t < 64; t += 1) {
    if (t < 16) w[t] = words[from + t] ?? 0;
    else {
      const [early, late] = [w[t - 15] ?? 0, w[t - 2] ?? 0];
      const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const other = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      w[t] = ((w[t - 16] ?? 0) + one + (w[t - 7] ?? 0) + other) | 0;
    }
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (cubes[t] ?? 0) + (w[t] ?? 0)) | 0;
    const other = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + other) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + word) | 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

// The domain has no TextEncoder; a half of a pair reads as it does there, as U+FFFD.
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const put = (...given: number[]) => {
    for (const byte of given) bytes[length++] = byte;
  };
  for (const letter of text) {
    const given = letter.codePointAt(0) ?? 0;
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    const tail = (by: number) => 0x80 | ((point >> by) & 63);
    if (point < 0x80) put(point);
    else if (point < 0x800) put(0xc0 | (point >> 6), tail(0));
    else if (point < 0x10000) put(0xe0 | (point >> 12), tail(6), tail(0));
    else put(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
  }
  return bytes.subarray(0, length);
}

// The first 32 bits of what follows the point in the roots of the first primes.
const primes = Array.from({ length: 310 }, (_, n) => n + 2).filter((n) => Array.from({ length: n - 2 }, (_, d) => d + 2).every((d) => n % d !== 0));
const fraction = (root: number) => ((root - Math.floor(root)) * 0x100000000) | 0;
const roots = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const cubes = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)));
