import type { No } from './graph';
import { language } from './words';

/** Sends a file as its bytes, what is said about it in the address. Answers with its id, or with the no and its sentence. */
export async function sendBytes(path: string, about: Readonly<Record<string, string>>, bytes: Blob): Promise<{ id: string } | { no: No }> {
  try {
    const answer = await fetch(`${path}?${new URLSearchParams(about)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': bytes.type || 'application/octet-stream', 'accept-language': language() },
      body: bytes,
    });
    const said = (await answer.json()) as { id?: string; errors?: { message: string; extensions?: { code?: string } }[] };
    if (answer.ok && said.id) return { id: said.id };
    const refused = said.errors?.[0];
    return { no: { code: refused?.extensions?.code ?? 'fault', sentence: refused?.message ?? '' } };
  } catch {
    return { no: { code: 'network', sentence: '' } };
  }
}
