import * as Y from 'yjs';

interface Letter {
  readonly client: number;
  readonly clock: number;
}

interface Made extends Letter {
  readonly length: number;
  readonly from: Letter;
}

type Ranges = Y.UndoManager['undoStack'][number]['deletions'];

// What was made anew longest ago is not followed for ever.
const most = 4_000;

/**
 * Whoever undoes a dividing or joining gets the old words back for those it made anew. Where others have taken the new
 * ones away meanwhile, or made them anew themselves, the old would come back beside those and stand twice. So they do
 * not come back: what another took away, one's undoing does not bring [W19].
 */
export class UndoneMoves {
  private made: Made[] = [];
  // The same by client, in the order of their letters: thousands of letters are looked up in it.
  private sorted = new Map<number, Made[]>();

  /** Words were made anew of others. */
  note(client: number, ranges: readonly (readonly [clock: number, length: number, from: number, at: number])[]): void {
    this.made = [...this.made, ...ranges.map(([clock, length, from, at]) => ({ client, clock, length, from: { client: from, clock: at } }))].slice(-most);
    this.sorted = new Map();
    for (const one of this.made.toSorted((left, right) => left.clock - right.clock)) {
      const all = this.sorted.get(one.client);
      if (all === undefined) this.sorted.set(one.client, [one]);
      else all.push(one);
    }
  }

  /** Others have taken words away. */
  taken(transaction: Y.Transaction, { doc, undoStack, redoStack }: Y.UndoManager): void {
    const gone = this.made.flatMap((made) => lettersWithin(made, transaction.deleteSet));
    if (gone.length === 0) return;
    const moved = newWords(transaction).includes(gone.map((letter) => signOf(doc, letter)).join(''));
    const chains = gone.map((letter) => this.chain(letter));
    for (const { insertions, deletions } of [...undoStack, ...redoStack]) {
      const roots = new Set(chains.filter((chain) => chain.some((letter) => Y.isDeleted(insertions, idOf(letter)))).map(rootIn));
      if (roots.size === 0) continue;
      const out = lettersIn(deletions).filter((letter) => roots.has(rootIn(this.chain(letter))));
      leaveOut(deletions, out);
      // Of a block whose words stand in several places now, a part would come back in the wrong order; of another, nothing may be left.
      const blocks = new Set(out.map((letter) => blockOf(doc, letter, deletions)).filter((block) => block !== null));
      const within = [...blocks].map(allIn).flatMap((all) => (moved || !all.some((letter) => Y.isDeleted(deletions, idOf(letter)) && signOf(doc, letter) !== '') ? all : []));
      leaveOut(deletions, within);
      const stay = new Set(within.map((letter) => rootIn(this.chain(letter))));
      leaveOut(insertions, lettersIn(insertions).filter((letter) => stay.has(rootIn(this.chain(letter)))));
    }
  }

  // A letter, what it was made of, and so on.
  private readonly chain = (letter: Letter): Letter[] => {
    const chain = [letter];
    for (let now = letter; chain.length < 100; chain.push(now)) {
      const { client, clock } = now;
      const made: Made | undefined = lastBefore(this.sorted.get(client) ?? [], clock);
      if (made === undefined || clock >= made.clock + made.length) break;
      now = { client: made.from.client, clock: made.from.clock + clock - made.clock };
    }
    return chain;
  };
}

// The last range that begins at this letter or before it; a letter is made anew once, so no two overlap.
function lastBefore(ranges: readonly Made[], clock: number): Made | undefined {
  let [from, to] = [0, ranges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ranges[middle] as Made).clock <= clock) from = middle + 1;
    else to = middle;
  }
  return ranges[from - 1];
}

const idOf = ({ client, clock }: Letter): Y.ID => Y.createID(client, clock);
const nameOf = ({ client, clock }: Letter): string => `${client} ${clock}`;
const rootIn = (chain: readonly Letter[]): string => nameOf(chain.at(-1) as Letter);
const lettersOf = ({ client, clock, length }: Letter & { length: number }): Letter[] => Array.from({ length }, (_, unit) => ({ client, clock: clock + unit }));
const lettersIn = ({ clients }: Ranges): Letter[] => [...clients].flatMap(([client, ranges]) => ranges.flatMap(({ clock, len }) => lettersOf({ client, clock, length: len })));

function lettersWithin({ client, clock, length }: Made, { clients }: Ranges): Letter[] {
  return (clients.get(client) ?? []).flatMap((range) => {
    const from = Math.max(clock, range.clock);
    return lettersOf({ client, clock: from, length: Math.max(0, Math.min(clock + length, range.clock + range.len) - from) });
  });
}

function newWords({ doc, beforeState }: Y.Transaction): string {
  let words = '';
  for (const [client, structs] of doc.store.clients) {
    const known = beforeState.get(client) ?? 0;
    for (let at = structs.length - 1; at >= 0 && (structs[at] as Y.Item).id.clock >= known; at -= 1) {
      const { content } = structs[at] as Y.Item;
      if (content instanceof Y.ContentString) words = content.str + words;
    }
  }
  return words;
}

function signOf({ store }: Y.Doc, letter: Letter): string {
  const item = Y.getItem(store, idOf(letter)) as Y.Item | Y.GC;
  return item instanceof Y.Item && item.content instanceof Y.ContentString ? item.content.str.charAt(letter.clock - item.id.clock) : '';
}

// The outermost block that would come back with this letter.
function blockOf({ store }: Y.Doc, letter: Letter, deletions: Ranges): Y.Item | null {
  let block: Y.Item | null = null;
  for (let item = Y.getItem(store, idOf(letter)) as Y.Item | null; item instanceof Y.Item; ) {
    item = (item.parent as Y.AbstractType<unknown> | null)?._item ?? null;
    if (item !== null && Y.isDeleted(deletions, item.id)) block = item;
  }
  return block;
}

function allIn(item: Y.Item): Letter[] {
  const found = lettersOf({ client: item.id.client, clock: item.id.clock, length: item.length });
  if (item.content instanceof Y.ContentType) for (let child = item.content.type._start; child !== null; child = child.right) found.push(...allIn(child));
  return found;
}

function leaveOut({ clients }: Ranges, letters: readonly Letter[]): void {
  const out = new Set(letters.map(nameOf));
  for (const client of new Set(letters.map((letter) => letter.client))) {
    const left = (clients.get(client) ?? []).flatMap(({ clock, len }) => lettersOf({ client, clock, length: len })).filter((letter) => !out.has(nameOf(letter)));
    const ranges: { clock: number; len: number }[] = [];
    for (const { clock } of left) {
      const last = ranges.at(-1);
      if (last !== undefined && last.clock + last.len === clock) last.len += 1;
      else ranges.push({ clock, len: 1 });
    }
    if (ranges.length === 0) clients.delete(client);
    else clients.set(client, ranges);
  }
}
