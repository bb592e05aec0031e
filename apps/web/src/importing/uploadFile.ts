import { language } from '../lib/words';
import type { No } from '../lib/graph';

/** Sends a spreadsheet to be read; nothing becomes a contribution by that. */
export async function uploadFile(allianceId: string, file: File): Promise<{ id: string } | { no: No }> {
  const about = new URLSearchParams({ alliance: allianceId, name: file.name });
  try {
    const answer = await fetch(`/import?${about}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'text/csv', 'accept-language': language() },
      body: file,
    });
    const said = (await answer.json()) as { id?: string; code?: string; message?: string };
    if (answer.ok && said.id) return { id: said.id };
    return { no: { code: said.code ?? 'fault', sentence: said.message ?? '' } };
  } catch {
    return { no: { code: 'network', sentence: '' } };
  }
}
