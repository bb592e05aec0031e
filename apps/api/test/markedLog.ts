import * as Y from 'yjs';

const letters = 'abcdefghijklmnopqrstuvwxyzåäö';

/**
 * The rows of a log in which three people write, take away, put lines in and put marks on words, each now and then without
 * a network. As in a browser, what Yjs tidies of its own accord is sent like any edit. The same seed gives the same rows.
 */
export function aMarkedLog(seed: number, acts = 160): Uint8Array[] {
  const chance = chances(seed);
  const rows: Uint8Array[] = [];
  const people = Array.from({ length: 3 }, () => {
    const document = new Y.Doc();
    document.clientID = 1 + chance(4_294_967_295);
    const person = { document, heard: 0, own: new Set<Uint8Array>(), unsent: [] as Uint8Array[] };
    document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') person.unsent.push(update);
    });
    return person;
  });
  const meet = ({ document, own, unsent }: (typeof people)[number], heard: number): number => {
    // What is tidied on hearing others is sent too, and heard by no more than the others.
    for (let at = heard; ; ) {
      for (const update of unsent.splice(0)) {
        own.add(update);
        rows.push(update);
      }
      if (at >= rows.length) return at;
      const row = rows[at] as Uint8Array;
      if (!own.has(row)) Y.applyUpdate(document, row, 'network');
      at += 1;
    }
  };
  for (let act = 0; act < acts; act += 1) {
    const person = people[chance(people.length)] as (typeof people)[number];
    person.document.transact(() => write(person.document, chance));
    if (chance(3) > 0) person.heard = meet(person, person.heard);
  }
  // Until nobody has anything left to tell.
  for (let before = -1; before !== rows.length; ) {
    before = rows.length;
    for (const person of people) person.heard = meet(person, person.heard);
  }
  return rows;
}

function write(document: Y.Doc, chance: (most: number) => number): void {
  const text = document.getXmlFragment('text');
  const line = text.length === 0 ? null : ((text.get(chance(text.length)) as Y.XmlElement).get(0) as Y.XmlText);
  const act = chance(12);
  if (line === null || act === 0) {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText()]);
    text.insert(chance(text.length + 1), [block]);
  } else if (act < 6 || line.length < 4) line.insert(chance(line.length + 1), Array.from({ length: 1 + chance(12) }, () => letters[chance(letters.length)]).join(''));
  else if (act < 8) line.delete(chance(line.length - 3), 3);
  else if (act < 11) line.format(chance(line.length - 2), 1 + chance(2), { strong: chance(3) === 0 ? null : {} });
  else text.delete(chance(text.length), 1);
}

function chances(seed: number): (most: number) => number {
  let state = seed * 2_654_435_761;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most);
  };
}
