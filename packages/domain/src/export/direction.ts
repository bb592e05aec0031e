const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const letter = /\p{L}/u;

/** Which way a text runs, by its first letter, as browsers decide it. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = letter.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** The language a text in Arabic letters is most likely in; null for all others, which nothing tells apart. */
export function scriptLanguageOf(text: string): 'ar' | 'fa' | 'he' | null {
  if (directionOf(text) === 'ltr') return null;
  if (/[\u0590-\u05FF]/.test(letter.exec(text)?.[0] ?? '')) return 'he';
  return /[پچژگی]/.test(text) ? 'fa' : 'ar';
}
