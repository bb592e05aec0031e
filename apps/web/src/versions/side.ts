/** A state of a text as it stands in an address: `now`, `v3`, `p120`, each after `framing id:` where it is another framing. */
export interface Side {
  readonly framingId: string | null;
  readonly position: string | null;
  readonly version: number | null;
}

/** What an address says; whatever it cannot say is the text as it reads now. */
export function sideOf(text: string): Side {
  const [, framingId = null, state = ''] = /^(?:([0-9a-f-]{36}):)?(.*)$/i.exec(text) ?? [];
  const [, letter, number = ''] = /^([vp])(\d{1,9})$/.exec(state) ?? [];
  return { framingId: framingId ?? null, position: letter === 'p' ? number : null, version: letter === 'v' ? Number(number) : null };
}
