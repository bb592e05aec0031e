/**
 * The join code in what somebody typed or pasted: the code itself, with spaces or hyphens, or a whole link.
 * Letters that are easily taken for digits are read as those, as the codes hold neither I, L, O nor U.
 */
export function codeIn(given: string): string | null {
  const last = given.trim().replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? '';
  const code = last.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : null;
}
