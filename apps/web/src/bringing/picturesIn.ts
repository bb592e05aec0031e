/** The pictures of a text with what is said of them, each once, in the order of the text. */
export function picturesIn(content: unknown): { media: string; description: string }[] {
  const found = new Map<string, string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, attrs, content: within } = node as { type?: unknown; attrs?: { media?: unknown; description?: unknown }; content?: unknown };
    if (type === 'picture' && typeof attrs?.media === 'string' && !found.has(attrs.media)) found.set(attrs.media, typeof attrs.description === 'string' ? attrs.description : '');
    if (Array.isArray(within)) within.forEach(walk);
  };
  walk(content);
  return [...found].map(([media, description]) => ({ media, description }));
}
