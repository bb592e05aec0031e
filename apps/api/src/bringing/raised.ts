const above: Readonly<Record<string, string>> = { '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', n: 'ⁿ' };
const below: Readonly<Record<string, string>> = { '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '-': '₋', '−': '₋' };

/** Figures set above or below the line, as letters that say so: 10⁶ must not become 106. Null when there is no such letter. */
export function raised(text: string, where: 'sup' | 'sub'): string | null {
  const letters = [...text.trim()].map((letter) => (where === 'sup' ? above : below)[letter]);
  return letters.length === 0 || letters.includes(undefined) ? null : letters.join('');
}
