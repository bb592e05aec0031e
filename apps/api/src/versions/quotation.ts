import type { Taken } from '@samsyn/domain/versions/removed';
import * as Y from 'yjs';
import type { Write } from '../writing/draft.js';
import type { LineageRange } from '../writing/lineageRange.js';
import type { AuthorsOf } from '../writing/pieces.js';
import { textRoot } from '../writing/place.js';

/** Writes words that were taken away at the end of a text, as a quotation: they are still of those who wrote them. */
export function quotation(ranges: readonly Taken[], authors: AuthorsOf, quotedBy: string | null): Write {
  const words = ranges.map(([, , text]) => text).join('');
  let written: Y.XmlText | null = null;
  return Object.assign(
    (document: Y.Doc): void => {
      const quote = new Y.XmlElement('blockquote');
      const line = new Y.XmlElement('paragraph');
      written = new Y.XmlText();
      written.insert(0, words);
      line.insert(0, [written]);
      quote.insert(0, [line]);
      document.getXmlFragment(textRoot).push([quote]);
    },
    {
      whose: (document: Y.Doc): LineageRange[] => {
        const first = written?._start ?? null;
        if (first === null || first.id.client !== document.clientID) return [];
        let clock = first.id.clock;
        return ranges.flatMap(([client, from, text]) =>
          authors(client, from, text.length).map(({ length, by }): LineageRange => {
            clock += length;
            return { client: document.clientID, clock: clock - length, length, by: by.actorId === quotedBy ? by : { ...by, quoted: true }, reason: 'COPY' };
          }),
        );
      },
    },
  );
}
