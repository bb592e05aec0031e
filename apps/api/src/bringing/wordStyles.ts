import { isOn, saidBy, tagsIn, type Tag } from './xmlTags.js';

/** What of a look matters for the words: whether they are shown at all, or struck through. */
export interface Look {
  readonly hidden?: boolean;
  readonly struck?: boolean;
}

/** A place in a numbered list. */
export interface Numbering {
  readonly list: string;
  readonly level: number;
}

interface Style {
  basedOn: string | null;
  hidden?: boolean;
  struck?: boolean;
  list?: string;
  level?: number;
}

const farthest = 30;
const looks: Readonly<Record<string, 'hidden' | 'struck'>> = { 'w:vanish': 'hidden', 'w:strike': 'struck', 'w:dstrike': 'struck' };

/** What a property of a run says of its look. */
export function lookOf(tag: Tag): Look {
  const name = looks[tag.name];
  return name === undefined ? {} : { [name]: isOn(tag) };
}

/** The styles of a Word file, as far as words are hidden, struck or numbered by them. */
export class WordStyles {
  private readonly styles = new Map<string, Style>();
  private usual: string | null = null;

  constructor(xml: string) {
    let style: Style | null = null;
    for (const tag of tagsIn(xml)) {
      if (tag.name === 'w:style') style = tag.kind === 'closes' ? null : this.begun(tag);
      else if (style === null || tag.kind === 'closes') continue;
      else if (tag.name === 'w:basedOn') style.basedOn = saidBy(tag, 'w:val');
      else if (tag.name === 'w:numId') style.list = saidBy(tag, 'w:val') ?? '0';
      else if (tag.name === 'w:ilvl') style.level = Number(saidBy(tag, 'w:val')) || 0;
      else Object.assign(style, lookOf(tag));
    }
  }

  /** How words look: what is said of the words themselves, or else of their sort and paragraph. Said of both, it is taken back. */
  shown(own: Look, run: string | null, paragraph: string | null): Look {
    const by = (name: 'hidden' | 'struck'): boolean => own[name] ?? (this.said(run, name) ?? false) !== (this.said(paragraph ?? this.usual, name) ?? false);
    return { hidden: by('hidden'), struck: by('struck') };
  }

  /** The list a paragraph of this style stands in. */
  numbering(paragraph: string | null): Numbering | null {
    const list = this.said(paragraph ?? this.usual, 'list');
    return list === undefined ? null : { list, level: this.said(paragraph ?? this.usual, 'level') ?? 0 };
  }

  private begun(tag: Tag): Style {
    const style: Style = { basedOn: null };
    const id = saidBy(tag, 'w:styleId') ?? '';
    this.styles.set(id, style);
    if (saidBy(tag, 'w:type') === 'paragraph' && /^(1|true|on)$/.test(saidBy(tag, 'w:default') ?? '')) this.usual = id;
    return style;
  }

  private said<N extends 'hidden' | 'struck' | 'list' | 'level'>(id: string | null, name: N): Style[N] | undefined {
    for (let [at, steps] = [id, 0]; at !== null && steps < farthest; steps += 1) {
      const style = this.styles.get(at);
      if (style?.[name] !== undefined) return style[name];
      at = style?.basedOn ?? null;
    }
    return undefined;
  }
}
