import { asKinds, asWays } from '../contribution/knowing.js';
import type { TextNode } from '../export/textNode.js';
import type { HowKnown, Kind } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asName, asText } from '../shared/text.js';
import { broughtLines } from './broughtLines.js';

/** A paragraph somebody ticked, with what they say of it. */
export interface Pick {
  readonly number: number;
  readonly kinds: readonly Kind[];
  readonly howKnown: readonly HowKnown[];
  readonly author?: string | null;
}

/** A paragraph as it may come in. */
export interface Picked {
  readonly row: number;
  readonly text: string;
  readonly author: string | null;
  readonly kinds: Kind[];
  readonly howKnown: HowKnown[];
}

/** The ticked paragraphs in the order of the text, each once. What is not said is not stated [C6]. */
export function picked(content: TextNode, picks: readonly Pick[]): Picked[] | Refusal {
  const rows: Picked[] = [];
  for (const line of broughtLines(content)) {
    const pick = picks.find(({ number }) => number === line.number);
    if (pick === undefined) continue;
    const text = asText(line.text, limits.contribution);
    if (isRefusal(text)) return text;
    const author = (pick.author ?? '').trim() === '' ? null : asName(pick.author ?? '', limits.name);
    if (author !== null && isRefusal(author)) return author;
    rows.push({ row: line.number, text, author, kinds: asKinds(pick.kinds), howKnown: asWays(pick.howKnown) });
  }
  return rows.length === 0 ? refuse('bring/nothing-chosen', { rule: 'X5' }) : rows;
}
