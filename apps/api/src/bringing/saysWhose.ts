import { exportWords } from '@samsyn/domain/export/words';

const begins = Object.values(exportWords).flatMap(({ words, quotes }) => [`${words} `, `${quotes} `]);

/** Is this a note in which our own files say whose words are whose? The words come back, not what was said of them. */
export function saysWhose(note: string): boolean {
  return begins.some((begin) => note.trimStart().startsWith(begin));
}
