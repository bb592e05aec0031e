import { decode } from '../contribution/import.file.js';

/** Does a file say with its first bytes that it is text, and in which letters? */
export function hasMark(file: Uint8Array): boolean {
  return (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff) || (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf);
}

/** The text of a file, by its mark or by what its bytes can be. */
export function textOf(file: Uint8Array): string {
  const text = file[0] === 0xfe && file[1] === 0xff ? new TextDecoder('utf-16be').decode(file) : decode(file).text;
  return text.replace(/^\uFEFF/, '');
}

/** The text of a page, in the letters it says of itself: an older page may be in any. */
export function pageTextOf(file: Uint8Array): string {
  const { encoding } = decode(file);
  const said = encoding === 'windows-1252' && !hasMark(file) ? saidIn(Buffer.from(file.subarray(0, 4_096)).toString('latin1')) : null;
  return said === null ? textOf(file) : said.decode(file);
}

// What is no known name, or stands for what `decode` reads anyhow, says nothing.
function saidIn(start: string): InstanceType<typeof TextDecoder> | null {
  const name = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(start)?.[1] ?? /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(start)?.[1];
  try {
    const decoder = new TextDecoder(name ?? 'utf-8');
    return /^(utf-|windows-1252$|iso-8859-1$)/.test(decoder.encoding) ? null : decoder;
  } catch {
    return null;
  }
}
