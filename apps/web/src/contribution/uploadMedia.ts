import { language } from '../lib/words';
import type { DraftMedia } from './draft';

/** A picture or recording is sent as its bytes; what it shows or says goes along in the address. */
export async function uploadMedia(
  allianceId: string,
  bytes: Blob,
  media: Pick<DraftMedia, 'kind' | 'description' | 'durationMs'>,
): Promise<{ id: string } | { code: string; sentence: string }> {
  const about = new URLSearchParams({ alliance: allianceId, kind: media.kind, description: media.description });
  if (media.durationMs !== null) about.set('durationMs', String(media.durationMs));
  try {
    const answer = await fetch(`/media?${about}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': bytes.type || 'application/octet-stream', 'accept-language': language() },
      body: bytes,
    });
    const said = (await answer.json()) as { id?: string; code?: string; message?: string };
    if (answer.ok && said.id) return { id: said.id };
    return { code: said.code ?? 'fault', sentence: said.message ?? '' };
  } catch {
    return { code: 'network', sentence: '' };
  }
}
