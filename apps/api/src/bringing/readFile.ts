import { soundText } from '@samsyn/domain/bringing/soundText';
import { broughtLines } from '@samsyn/domain/bringing/broughtLines';
import type { TextNode } from '@samsyn/domain/export/textNode';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { fileTypeFromBuffer } from 'file-type';
import { apart } from '../core/apart.js';
import type { ToRead } from './convert.child.js';
import type { BringingFormat, Converted, FoundPicture } from './converted.js';
import type { Difference } from './differences.js';
import { hasMark, textOf } from './fileText.js';

/** A file that was read: its text, sound, and what lay in it. */
export interface ReadFile {
  readonly format: BringingFormat;
  readonly title: string;
  readonly author: string;
  readonly content: TextNode;
  readonly pictures: readonly FoundPicture[];
  readonly elsewhere: number;
  readonly differences: readonly Difference[];
}

const bounds = { ms: 20_000, megabytes: 320 };
const rule = 'X4';

/** What a file is, by what it holds; its name only tells Markdown from a page that says of itself that it is one. */
export async function formatOf(bytes: Uint8Array, name: string): Promise<BringingFormat | Refusal> {
  if (bytes.length === 0) return refuse('bring/empty', { rule });
  const mime = hasMark(bytes) ? '' : (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return mime.includes('wordprocessingml') || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml') || /\.docx$/i.test(name) ? 'WORD' : refuse('bring/kind', { rule });
  const start = textOf(bytes.subarray(0, 64 * 1024)).trimStart();
  if ((start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0) * 50 > start.length || /^application\/(pdf|x-cfb|gzip|rtf)|^(image|video|audio|font)\//.test(mime) || start.startsWith('{\\rtf')) {
    return refuse(/\.docx$/i.test(name) ? 'bring/broken' : 'bring/kind', { rule });
  }
  if (/^\{\s*("|\}|$)/.test(start) || (start.startsWith('{') && /\.json$/i.test(name))) return 'RECORD';
  return /^(<!doctype html|<html|<\?xml|<body|<meta|<head)/i.test(start) || /\.x?html?$/i.test(name) ? 'HTML' : 'MARKDOWN';
}

/** Reads a file of somebody else's making, apart from everything. */
export async function readFile(format: ToRead['format'], bytes: Uint8Array): Promise<ReadFile | Refusal> {
  const said = await apart<Converted>('bringing/convert.child.js', { format, bytes }, bounds);
  if (said === null) return refuse('bring/too-slow', { rule });
  if (isRefusal(said)) return said;
  if ('failed' in said) return refuse(said.failed === 'TooMuchPacked' ? 'bring/packed' : 'bring/broken', { rule });
  const { content, title, author, ...rest } = said.answer;
  const sound = soundText(content);
  if (isRefusal(sound)) return sound;
  if (broughtLines(sound).length === 0 && rest.pictures.length === 0) return refuse('bring/empty', { rule });
  return { format, content: sound, title: oneLine(title), author: oneLine(author), ...rest, pictures: rest.pictures.slice(0, limits.bringPictures) };
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim().slice(0, limits.name).toWellFormed();
}
