import { saidBy, tagsIn } from './xmlTags.js';
import type { Numbering } from './wordStyles.js';

interface Level {
  start: number;
  isOrdered: boolean;
}

interface List {
  readonly kind: string;
  readonly begins: Map<number, number>;
}

/** Counts the numbered paragraphs of a Word file as a word processor does: a list goes on after what stands between. */
export class WordNumbers {
  private readonly kinds = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(xml: string) {
    let [kind, level, list, at]: [Map<number, Level> | null, Level | null, { kind: string; begins: Map<number, number> } | null, number] = [null, null, null, 0];
    for (const tag of tagsIn(xml)) {
      const value = saidBy(tag, 'w:val');
      const opens = tag.kind !== 'closes';
      if (tag.name === 'w:abstractNum') {
        if (opens) this.kinds.set(saidBy(tag, 'w:abstractNumId') ?? '', (kind = new Map()));
        else kind = null;
      } else if (tag.name === 'w:num') {
        if (opens) this.lists.set(saidBy(tag, 'w:numId') ?? '', (list = { kind: '', begins: new Map() }));
        else list = null;
      } else if (!opens) continue;
      else if (tag.name === 'w:lvl') {
        level = { start: 1, isOrdered: true };
        if (list === null) kind?.set(Number(saidBy(tag, 'w:ilvl')) || 0, level);
      } else if (tag.name === 'w:start' && level !== null) level.start = Number(value) || 0;
      else if (tag.name === 'w:numFmt' && level !== null) level.isOrdered = value !== 'bullet' && value !== 'none';
      else if (tag.name === 'w:abstractNumId' && list !== null) list.kind = value ?? '';
      else if (tag.name === 'w:lvlOverride') at = Number(saidBy(tag, 'w:ilvl')) || 0;
      else if (tag.name === 'w:startOverride') list?.begins.set(at, Number(value) || 0);
    }
  }

  /** The number of the next paragraph at this place; null where there is none. */
  next({ list: id, level }: Numbering): number | null {
    const list = this.lists.get(id);
    const how = list === undefined ? undefined : this.kinds.get(list.kind)?.get(level);
    if (list === undefined || how === undefined || !how.isOrdered) return null;
    const counts = this.counts.get(list.kind) ?? [];
    this.counts.set(list.kind, counts);
    const begins = list.begins.get(level);
    const isFirst = begins !== undefined && !this.begun.has(`${id} ${String(level)}`);
    this.begun.add(`${id} ${String(level)}`);
    const before = isFirst ? undefined : counts[level];
    const number = before === undefined ? (begins ?? how.start) : before + 1;
    counts.length = level;
    counts[level] = number;
    return number;
  }
}
