/** A paragraph that Word means as an item of a list. */
export interface Line {
  readonly level: number;
  readonly ordered: boolean;
  /** The number drawn before its words. */
  readonly number: number;
  readonly html: string;
}

/** Is this paragraph an item of a list, as Word says it: by its style, with the sign drawn before its words? */
export function listLine(element: HTMLElement): Omit<Line, 'html'> | null {
  const level = /mso-list:[^;]*level(\d+)/i.exec(element.getAttribute('data-style') ?? '')?.[1];
  if (level === undefined) return null;
  const sign = [...element.querySelectorAll('span')].find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute('data-style') ?? ''))?.textContent ?? '';
  return { level: Math.min(Number(level), 9), ordered: /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(sign), number: Number(/^\s*(\d+)[.)]/.exec(sign)?.[1] ?? 1) };
}

/** Items that stand together as real lists within each other; anything else as it is. */
export function listsFrom(lines: readonly Line[] | string): string {
  if (typeof lines === 'string') return lines;
  let html = '';
  let at = 0;
  while (at < lines.length) {
    const first = lines[at] as Line;
    const name = first.ordered ? 'ol' : 'ul';
    html += first.ordered && first.number !== 1 ? `<ol start="${first.number}">` : `<${name}>`;
    while (at < lines.length) {
      const line = lines[at] as Line;
      if (line.level < first.level || (line.level === first.level && line.ordered !== first.ordered)) break;
      // What lies deeper belongs to the item before it.
      let end = at + 1;
      while (end < lines.length && (lines[end] as Line).level > first.level) end += 1;
      html += `<li><p>${line.html}</p>${listsFrom(lines.slice(at + 1, end))}</li>`;
      at = end;
    }
    html += `</${name}>`;
  }
  return html;
}
