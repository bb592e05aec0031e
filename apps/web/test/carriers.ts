import * as Y from 'yjs';

/** A character, and the contributions it carries. */
export interface Character {
  readonly letter: string;
  readonly carries: ReadonlySet<string>;
}

interface Placed extends Character {
  readonly id: string;
}

/**
 * Knows which characters carry which contribution, and never looks at a mark: it is told what people do, and follows
 * every character by itself. The rules it holds are those of the slice: an id is carried by the characters it was put
 * on and goes with them when they are moved, copied, undone and brought back; what is typed or comes back in the midst of
 * a passage is part of it, what is typed at its edge is not; nothing else ever carries it [C11].
 */
export class Carriers {
  private text: Character[] = [];
  private readonly ever = new Map<string, Character>();

  /** Somebody types; `within` a line, so that there are words on both sides. */
  type(at: number, letters: string, within: boolean): void {
    const carries = within ? both(this.text[at - 1], this.text[at]) : new Set<string>();
    this.text.splice(at, 0, ...[...letters].map((letter) => ({ letter, carries })));
  }

  /** Characters go; they are given back, so that they can be put in elsewhere. */
  take(from: number, to: number): Character[] {
    return this.text.splice(from, to - from);
  }

  /** Characters are copied. */
  copy(from: number, to: number): Character[] {
    return this.text.slice(from, to);
  }

  /** Characters are put in. */
  put(at: number, characters: readonly Character[]): void {
    this.text.splice(at, 0, ...characters);
  }

  /** A passage becomes a contribution. */
  mark(from: number, to: number, id: string): void {
    for (let at = from; at < to; at += 1) this.text[at] = { letter: this.text[at]?.letter ?? '', carries: new Set([...(this.text[at]?.carries ?? []), id]) };
  }

  /** The text as it reads now, to be brought back later. */
  kept(): readonly Character[] {
    return [...this.text];
  }

  /** A version is brought back. */
  bringBack(version: readonly Character[]): void {
    this.text = [...version];
  }

  /** Something was undone or done again: what comes back is what it was when it went. */
  stepped(document: Y.Doc): void {
    const came = cameFrom(document);
    const known = (id: string | undefined): Character | undefined => (id === undefined ? undefined : (this.ever.get(id) ?? known(came.get(id))));
    const lines = linesIn(document);
    this.text = lines.flatMap((line) => {
      const old = line.map(({ id }) => this.ever.get(id));
      return line.map(({ id, letter }, at): Character => {
        const was = old[at] ?? known(id);
        if (was === undefined) throw new Error(`nobody knows where ${letter} comes from`);
        if (old[at] !== undefined) return was;
        const around = both(old.slice(0, at).findLast((one) => one !== undefined), old.slice(at + 1).find((one) => one !== undefined));
        return { letter, carries: new Set([...was.carries, ...around]) };
      });
    });
  }

  /** After every act: the characters under the ids they have now. They must be those the oracle expects. */
  settle(document: Y.Doc): void {
    const placed = linesIn(document).flat();
    const [is, wanted] = [placed, this.text].map((characters) => characters.map(({ letter }) => letter).join(''));
    if (is !== wanted) throw new Error(`the oracle has lost the text: ${wanted} is ${is}`);
    for (const [at, { id }] of placed.entries()) this.ever.set(id, this.text[at] as Character);
  }

  /** The words of each contribution, in the order one reads them. */
  words(): Map<string, string> {
    const words = new Map<string, string>();
    for (const { letter, carries } of this.text) for (const id of carries) words.set(id, (words.get(id) ?? '') + letter);
    return words;
  }
}

function both(one: Character | undefined, other: Character | undefined): Set<string> {
  return new Set([...(one?.carries ?? [])].filter((id) => other?.carries.has(id)));
}

/** The characters of a text line by line, under their ids. */
export function linesIn(document: Y.Doc): (Pick<Placed, 'id' | 'letter'> & { client: number; clock: number })[][] {
  const lines: ReturnType<typeof linesIn> = [];
  const walk = (type: unknown): void => {
    if (type instanceof Y.XmlText) {
      const line: (typeof lines)[number] = [];
      for (let item = type._start; item !== null; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
        const { client, clock } = item.id;
        for (const [at, letter] of item.content.str.split('').entries()) line.push({ id: `${client} ${clock + at}`, letter, client, clock: clock + at });
      }
      lines.push(line);
    } else for (const child of (type as Y.XmlFragment).toArray()) walk(child);
  };
  walk(document.getXmlFragment('text'));
  return lines;
}

// Of which character one that was undone is the copy, as the undoing itself noted it.
function cameFrom(document: Y.Doc): Map<string, string> {
  const came = new Map<string, string>();
  for (const structs of document.store.clients.values()) {
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.redone === null) continue;
      for (let at = 0; at < item.length; at += 1) came.set(`${item.redone.client} ${item.redone.clock + at}`, `${item.id.client} ${item.id.clock + at}`);
    }
  }
  return came;
}
