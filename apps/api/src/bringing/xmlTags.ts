/** A tag as it stands in the letters of an XML file. */
export interface Tag {
  readonly name: string;
  readonly kind: 'opens' | 'closes' | 'empty';
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
}

/** The tags of an XML file from the first to the last, without a tree: a document may be of any size. */
export function* tagsIn(xml: string): Generator<Tag> {
  const sign = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
  for (let found = sign.exec(xml); found !== null; found = sign.exec(xml)) {
    const [whole, closes, name, attributes = '', empty] = found;
    if (name !== undefined) yield { name, kind: closes === '/' ? 'closes' : empty === '/' ? 'empty' : 'opens', attributes, from: found.index, to: found.index + whole.length };
  }
}

/** What an attribute of the tag says; null when it is not there. */
export function saidBy({ attributes }: Tag, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found === null ? null : plain(found[1] ?? found[2] ?? '');
}

/** A property that is there unless it says that it is not. */
export function isOn(tag: Tag): boolean {
  return !['0', 'false', 'off', 'none'].includes(saidBy(tag, 'w:val') ?? '');
}

/** Letters between tags, as they are read. */
export function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (_whole, hex?: string, number?: string, name?: string) => {
    if (name !== undefined) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()] ?? '';
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
