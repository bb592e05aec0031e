import type { No } from '../lib/graph';
import { language } from '../lib/words';

/** The kinds of file, in the order they are offered: none is above another, this is how often people ask for them. */
export const formats = ['docx', 'pdf', 'html', 'md', 'json'] as const;

/** One of them. */
export type Format = (typeof formats)[number];

/** Takes a framing along as a file; the browser puts it where it puts what one downloads. Answers with the no, if there is one. */
export async function takeFile(framingId: string, format: Format, chosen: 'sv' | 'en'): Promise<No | undefined> {
  try {
    const answer = await fetch(`/export/${framingId}.${format}?language=${chosen}`, { credentials: 'same-origin', headers: { 'accept-language': language() } });
    if (!answer.ok) {
      const said = (await answer.json()) as { errors?: { message: string; extensions?: { code?: string } }[] };
      return { code: said.errors?.[0]?.extensions?.code ?? 'fault', sentence: said.errors?.[0]?.message ?? '' };
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = nameIn(answer.headers.get('content-disposition') ?? '') ?? `samsyn.${format}`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return undefined;
  } catch {
    return { code: 'network', sentence: '' };
  }
}

function nameIn(disposition: string): string | undefined {
  const named = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return named === undefined ? undefined : decodeURIComponent(named);
}
