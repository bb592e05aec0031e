import type { MediaKind } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { fileTypeFromBuffer } from 'file-type';
import { durationOf, hasMovingPicture } from './media.duration.js';

/** What a file is, by its content alone. */
export interface Checked {
  readonly kind: MediaKind;
  readonly mime: string;
  readonly durationMs: number | null;
}

const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

// A container that could hold a film is served as sound: only sound is let in.
const recordings: Readonly<Record<string, string>> = {
  'video/webm': 'audio/webm',
  'audio/webm': 'audio/webm',
  'video/matroska': 'audio/webm',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/mp4': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
};

const megabyte = 1024 * 1024;
const tolerance = 2_000;

/** The most any file may weigh, in bytes. */
export const mostBytes = Math.max(limits.pictureMegabytes, limits.recordingMegabytes) * megabyte;

/** Checks a file by its content, size and length [C8]; what the browser calls it does not matter. */
export async function checkMedia(bytes: Uint8Array, statedMs: number | null): Promise<Checked | Refusal> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mime = type?.mime ?? '';
  if (pictures.has(mime)) {
    if (bytes.length > limits.pictureMegabytes * megabyte) return tooLarge(limits.pictureMegabytes);
    return { kind: 'PICTURE', mime, durationMs: null };
  }
  const sound = recordings[mime];
  if (sound === undefined || hasMovingPicture(bytes)) return refuse('media/wrong-kind', { rule: 'C8' });
  if (bytes.length > limits.recordingMegabytes * megabyte) return tooLarge(limits.recordingMegabytes);
  // What the container tells counts before what the browser says.
  const durationMs = durationOf(bytes, sound) ?? statedMs;
  const longest = limits.recordingMinutes * 60_000 + tolerance;
  if (Math.max(durationMs ?? 0, statedMs ?? 0) > longest) return refuse('media/too-long', { rule: 'C8', with: { max: limits.recordingMinutes } });
  return { kind: 'RECORDING', mime: sound, durationMs };
}

/** Too heavy, said in megabytes. */
export function tooLarge(max: number): Refusal {
  return refuse('media/too-large', { rule: 'C8', with: { max } });
}
