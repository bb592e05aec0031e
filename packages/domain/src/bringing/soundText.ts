import type { By, TextNode } from '../export/textNode.js';
import { hasMark } from '../export/textNode.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asName } from '../shared/text.js';
import { listStart, mayFollow, mayPoint } from '../writing/textShape.js';

// Deeper than anybody nests lists, and more blocks than anybody reads.
const most = { depth: 20, nodes: 40_000, columns: 50 } as const;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Whatever a file holds, as a text that may stand in a framing: nothing but our own blocks and marks, each where it may be [X5]. */
export function soundText(json: unknown): TextNode | Refusal {
  const reader = new Reader();
  const content = reader.blocks(childrenOf(json), 0);
  if (reader.letters > limits.text || reader.nodes > most.nodes) return refuse('bring/too-long', { rule: 'X5', with: { max: limits.text } });
  return { type: 'doc', content };
}

class Reader {
  letters = 0;
  nodes = 0;

  blocks(given: readonly Given[], depth: number): TextNode[] {
    if (depth > most.depth) return [];
    return given.flatMap((one): TextNode[] => {
      this.nodes += 1;
      switch (one.type) {
        case 'paragraph':
        case 'heading': {
          const level = one.type === 'heading' || typeof one.attrs['level'] === 'number' ? { attrs: { level: one.attrs['level'] === 3 ? 3 : 2 } } : {};
          return [{ type: 'paragraph', ...level, ...held(this.line(one.content)) }];
        }
        case 'bullet_list':
        case 'ordered_list':
          return this.within({ type: one.type, ...startOf(one) }, one.content.filter((item) => item.type === 'list_item').map((item) => ({ type: 'list_item', content: this.filled(item.content, depth + 1) })));
        case 'blockquote':
          return this.within({ type: 'blockquote' }, this.blocks(one.content, depth + 1));
        case 'table':
          return this.within({ type: 'table' }, this.rows(one.content, depth + 1));
        case 'picture': {
          const { media, description } = one.attrs;
          const said = typeof description === 'string' ? storable(description).slice(0, limits.description) : '';
          return typeof media === 'string' ? [{ type: 'picture', attrs: { media, description: said } }] : [];
        }
        default:
          // Of what we do not know, the words are kept.
          return this.blocks(one.content, depth + 1);
      }
    });
  }

  private within(block: TextNode, content: TextNode[]): TextNode[] {
    return content.length === 0 ? [] : [{ ...block, content }];
  }

  // An item and a cell hold a line to write in, at the least.
  private filled(given: readonly Given[], depth: number): TextNode[] {
    const content = this.blocks(given, depth);
    return content.length === 0 ? [{ type: 'paragraph' }] : content;
  }

  // All rows are as long as the longest: an editor would fill them up, in everybody's name. What is wider than anybody
  // reads stands in the last place.
  private rows(given: readonly Given[], depth: number): TextNode[] {
    const rows = given.filter((row) => row.type === 'table_row').map((row) =>
      row.content.flatMap((cell): TextNode[] => {
        if (cell.type !== 'table_cell' && cell.type !== 'table_header') return [];
        const header = cell.type === 'table_header' || cell.attrs['header'] === true;
        return [{ type: 'table_cell', ...(header ? { attrs: { header } } : {}), content: this.filled(cell.content, depth) }];
      }),
    );
    const width = Math.min(Math.max(0, ...rows.map((row) => row.length)), most.columns);
    if (width === 0) return [];
    return rows.map((row) => ({
      type: 'table_row',
      content: Array.from({ length: width }, (_, at) => {
        const cell = row[at] ?? { type: 'table_cell', content: [{ type: 'paragraph' }] };
        return row.length <= most.columns || at < most.columns - 1 ? cell : { ...cell, content: row.slice(at).flatMap((one) => one.content ?? []) };
      }),
    }));
  }

  private line(given: readonly Given[]): TextNode[] {
    return given.flatMap((one): TextNode[] => {
      this.nodes += 1;
      if (one.type === 'hard_break') return [{ type: 'hard_break' }];
      if (one.type === 'footnote') return [{ type: 'footnote', ...held(one.content.flatMap((inner) => this.words(inner) ?? [])) }];
      if (one.type === 'citation') return typeof one.attrs['source'] === 'string' ? [{ type: 'citation', attrs: { source: one.attrs['source'] } }] : [];
      const words = this.words(one);
      return words === null ? [] : [words];
    });
  }

  private words({ text, marks, by }: Given): TextNode | null {
    if (text === null) return null;
    const sound = storable(text);
    const kept = marks.filter(({ type, attrs }) => type === 'strong' || type === 'em' || (type === 'link' && mayFollow(attrs['href'])) || (type === 'contribution' && mayPoint(attrs)));
    const node: TextNode = {
      type: 'text',
      text: sound,
      ...(kept.length === 0 ? {} : { marks: kept.map(({ type, attrs }) => (type === 'link' ? { type, attrs: { href: attrs['href'] } } : type === 'contribution' ? { type, attrs } : { type })) }),
      ...(by === null ? {} : { by }),
    };
    // What was only suggested elsewhere is nobody's suggestion here.
    if (sound === '' || hasMark({ type: 'text', marks }, 'insertion')) return null;
    this.letters += sound.length;
    return node;
  }
}

interface Given {
  readonly type: string;
  readonly text: string | null;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly marks: readonly { readonly type: string; readonly attrs: Readonly<Record<string, unknown>> }[];
  readonly content: readonly Given[];
  readonly by: By | null;
}

function childrenOf(json: unknown, depth = 0): Given[] {
  const content = isRecord(json) ? json['content'] : null;
  return Array.isArray(content) && depth <= most.depth * 3 ? content.flatMap((one) => givenFrom(one, depth + 1) ?? []) : [];
}

function givenFrom(json: unknown, depth: number): Given | null {
  if (!isRecord(json) || typeof json['type'] !== 'string') return null;
  const { type, text, attrs, marks, by } = json;
  return {
    type,
    text: type === 'text' && typeof text === 'string' ? text : null,
    attrs: isRecord(attrs) ? attrs : {},
    marks: Array.isArray(marks) ? marks.flatMap((mark: unknown) => (isRecord(mark) && typeof mark['type'] === 'string' ? [{ type: mark['type'], attrs: isRecord(mark['attrs']) ? mark['attrs'] : {} }] : [])) : [],
    content: childrenOf(json, depth),
    by: byFrom(by),
  };
}

function byFrom(given: unknown): By | null {
  if (!isRecord(given)) return null;
  const { actorId, stated, quoted } = given;
  const name = typeof stated === 'string' ? asName(stated.slice(0, limits.name), limits.name) : null;
  return {
    actorId: typeof actorId === 'string' && uuid.test(actorId) ? actorId : null,
    ...(name === null || isRefusal(name) ? {} : { stated: name }),
    ...(quoted === true ? { quoted } : {}),
  };
}

// Where its numbers begin, if that is not where all begin.
function startOf({ type, attrs }: Given): Pick<TextNode, 'attrs'> {
  const start = type === 'ordered_list' ? listStart(attrs['start']) : 1;
  return start === 1 ? {} : { attrs: { start } };
}

function held(content: readonly TextNode[]): { content?: readonly TextNode[] } {
  return content.length === 0 ? {} : { content };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function storable(text: string): string {
  return text.replace(unstorable, '').replace(/\r\n?|\n/g, ' ');
}
