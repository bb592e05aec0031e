// How programs name the place of a footnote, and where its words stand: Word, LibreOffice, Google Docs.
const programs: readonly (readonly [sign: RegExp, words: (id: string) => string])[] = [
  [/^#_(?:ftn|edn)(\d+)$/, (id) => `[id="ftn${id}"], [id="edn${id}"]`],
  [/^#sdfootnote(\d+)sym$/, (id) => `[id="sdfootnote${id}"]`],
  [/^#sdendnote(\d+)sym$/, (id) => `[id="sdendnote${id}"]`],
  [/^#ftnt(\d+)$/, (id) => `:is(p, div):has(> [id="ftnt${id}"])`],
];

/** Puts the words of each footnote where it belongs, and takes away the list at the end. */
export function takeNotes(page: Document): void {
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    const href = link.getAttribute('href') ?? '';
    for (const [sign, words] of programs) {
      const id = sign.exec(href)?.[1];
      const note = id === undefined ? null : page.querySelector(words(id));
      if (note === null || note.contains(link)) continue;
      for (const back of note.querySelectorAll('a[href*="ref"], a[href$="anc"], a[href^="#ftnt_ref"]')) back.remove();
      const span = page.createElement('span');
      span.className = 'footnote';
      span.textContent = (note.textContent ?? '').replace(/\s+/g, ' ').trim();
      (link.closest('sup') ?? link).replaceWith(span);
      note.remove();
    }
  }
  for (const rest of page.querySelectorAll('[data-style*="mso-element:footnote-list"], [data-style*="mso-element:endnote-list"]')) rest.remove();
}
