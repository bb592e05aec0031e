import type { ReactNode } from 'react';
import { useWords } from '../lib/words';

/** Where a footnote belongs among the words: its number, which leads to it. */
export function NoteSign({ number }: { number: number }) {
  const { t } = useWords();
  return (
    <sup className="note-sign">
      <a id={`note-sign-${number}`} href={`#note-${number}`} aria-label={t('framing.note', { n: number })}>
        {number}
      </a>
    </sup>
  );
}

/** The footnotes beneath the text; each leads back to where it belongs. */
export function Notes({ notes }: { notes: readonly ReactNode[] }) {
  const { t } = useWords();
  return (
    <section aria-label={t('framing.notes')}>
      <ol className="notes">
        {notes.map((words, index) => (
          <li key={index} id={`note-${index + 1}`}>
            <span dir="auto">{words}</span>{' '}
            <a href={`#note-sign-${index + 1}`} aria-label={t('framing.noteBack', { n: index + 1 })}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
