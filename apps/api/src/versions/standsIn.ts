/** Do these words stand in a text, as whole words? What is only part of a longer word is another word. */
export function standsIn(plain: string, text: string): boolean {
  for (let at = plain.indexOf(text); at !== -1; at = plain.indexOf(text, at + 1)) {
    const around = [plain.slice(0, at).at(-1), plain.at(at + text.length)];
    if (!around.some((letter, side) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter) && /[\p{L}\p{N}]/u.test(text.at(side === 0 ? 0 : -1) ?? ''))) return true;
  }
  return false;
}
