import { createHash } from 'node:crypto';
import * as Y from 'yjs';

const letters = 'etaoinsrhldcumfpgåäöwybvk';

/**
 * A text that is written by several over many hours, keystroke by keystroke, always the same: bursts at one place, words
 * taken back, paragraphs, stretches that go, headings in bold. Gives the edits in order, and at the end of each minute how it reads.
 */
export function* aTrace(edits, clients, from = Date.parse('2026-03-02T08:00:00Z')) {
  const random = seeded(20_261_123);
  const below = (most) => Math.floor(random() * most);
  const document = new Y.Doc();
  const texts = [];
  const fragment = document.getXmlFragment('text');
  const pens = clients.map((client) => ({ client, text: null, at: 0, left: 0, pause: 0, back: 0 }));
  let update = null;
  document.on('update', (bytes) => (update = bytes));
  const paragraph = (after) => {
    const block = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    block.insert(0, [text]);
    fragment.insert(after + 1, [block]);
    texts.splice(after + 1, 0, text);
    return text;
  };
  const press = (pen) => {
    const { text } = pen;
    const which = random();
    if (text === null || which < 0.004) {
      pen.text = paragraph(text === null ? texts.length - 1 : texts.indexOf(text));
      pen.at = 0;
    } else if (pen.back > 0 && pen.at > 0) {
      pen.back -= 1;
      text.delete((pen.at -= 1), 1);
    } else if (which < 0.09) {
      // Of what is typed, about a quarter is taken back at once, some letters at a time.
      pen.back = 1 + below(8);
      press(pen);
    } else if (which < 0.092 && text.length > 40) {
      const start = below(text.length - 30);
      text.delete(start, 5 + below(25));
      pen.at = Math.min(start, text.length);
    } else if (which < 0.095 && text.length > 20) {
      const start = below(text.length - 15);
      text.format(start, 5 + below(10), { strong: random() < 0.7 ? {} : null });
    } else {
      text.insert(Math.min(pen.at, text.length), random() < 0.17 ? ' ' : letters[below(letters.length)]);
      pen.at += 1;
    }
  };
  let now = from;
  for (let written = 0; written < edits; ) {
    const minute = Math.floor(now / 60_000);
    const pen = pens[below(pens.length)];
    if (pen.left === 0 && (pen.pause -= 1) < 0) {
      // A new burst, seldom where the last one was.
      pen.left = 15 + below(160);
      pen.pause = 20 + below(120);
      if (texts.length > 0 && random() < 0.6) [pen.text, pen.at] = [texts[below(texts.length)], 0];
      if (pen.text !== null) pen.at = random() < 0.5 ? pen.text.length : below(pen.text.length + 1);
    }
    if (pen.left > 0) {
      pen.left -= 1;
      update = null;
      document.clientID = pen.client;
      document.transact(() => press(pen));
      if (update !== null) {
        written += 1;
        yield { client: pen.client, at: now, update };
      }
    }
    now += 60 + below(240);
    if (Math.floor(now / 60_000) !== minute) yield { reads: digestOf(document) };
  }
  yield { reads: digestOf(document), document };
}

/** How a text reads, in few bytes. */
export function digestOf(document) {
  return createHash('sha256').update(document.getXmlFragment('text').toString()).digest('base64');
}

function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
