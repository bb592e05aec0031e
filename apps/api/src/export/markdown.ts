import type { Block, Dossier, Fact, Note, Piece } from '@samsyn/domain/export/dossier';
import { exportWords } from '@samsyn/domain/export/words';

/** A framing as Markdown, with notes as footnotes. Nothing somebody wrote is taken for a sign of Markdown or HTML. */
export function markdownOf(dossier: Dossier, pictures: ReadonlyMap<string, string>): string {
  const writer = new Writer(dossier, pictures);
  return `${writer.parts().filter((part) => part !== '').join('\n\n')}\n`;
}

class Writer {
  constructor(
    private readonly dossier: Dossier,
    private readonly pictures: ReadonlyMap<string, string>,
  ) {}

  parts(): string[] {
    const { title, facts, bounds, textTitle, body, notes, whose, sources, knew, words } = this.dossier;
    return [
      `# ${oneLine(escape(title))}`,
      this.facts(facts),
      ...bounds.flatMap((bound) => [`## ${escape(bound.title)}`, this.blocks(bound.blocks)]),
      `## ${escape(textTitle)}`,
      this.blocks(body),
      ...notes.map((note) => this.note('', note)),
      ...whose.map(({ number, lines }) => `[^w${number}]: ${lines.map((line) => oneLine(this.pieces(line))).join('  \n    ')}`),
      ...sources.map((note) => this.note('s', note)),
      `## ${escape(words.knew)}`,
      escape(knew.length === 0 ? words.knewNone : words.knewHow),
      ...knew.flatMap((entry) => [`### ${oneLine(escape(entry.title))}`, this.blocks(entry.blocks), this.facts(entry.facts)]),
    ];
  }

  private facts(facts: readonly Fact[]): string {
    return facts.map(({ term, pieces }) => `- **${escape(term)}**: ${oneLine(this.pieces(pieces))}`).join('\n');
  }

  private note(letter: string, { number, pieces }: Note): string {
    return `[^${letter}${number}]: ${oneLine(this.pieces(pieces))}`;
  }

  private blocks(blocks: readonly Block[]): string {
    let besides = 0;
    return blocks
      .map((block, at) => {
        const before = blocks[at - 1];
        besides = block.kind === 'list' && before?.kind === 'list' && before.ordered === block.ordered ? besides + 1 : 0;
        return this.block(block, besides % 2 === 1);
      })
      .join('\n\n');
  }

  // Two lists one after the other would be one, had they the same signs.
  private block(block: Block, isBesideList = false): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${oneLine(this.pieces(block.pieces))}`;
      case 'paragraph':
        return guarded(this.pieces(block.pieces));
      case 'list':
        return block.items.map((item, at) => indented(this.blocks(item), block.ordered ? `${block.start + at}${isBesideList ? ')' : '.'} ` : isBesideList ? '* ' : '- ')).join('\n');
      case 'quotation':
        return this.blocks(block.blocks).split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
      case 'table':
        return this.table(block.rows.map((row) => row.map((cell) => oneLine(this.blocks(cell.blocks)).replaceAll('|', '\\|'))));
      case 'picture': {
        const source = this.pictures.get(block.media);
        const said = oneLine(escape(block.description ?? this.dossier.words.noPicture));
        return source === undefined ? `\\[${said}\\]` : `![${said}](${source})`;
      }
      case 'facts':
        return this.facts(block.facts);
    }
  }

  // The first row is the heading: Markdown has no table without one.
  private table(rows: readonly (readonly string[])[]): string {
    const width = Math.max(...rows.map((row) => row.length), 1);
    const line = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
    const [first = [], ...rest] = rows;
    return [line(first), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
  }

  private pieces(pieces: readonly Piece[]): string {
    return pieces.map((piece) => this.piece(piece)).join('');
  }

  private piece(piece: Piece): string {
    if (piece.kind === 'break') return '  \n';
    if (piece.kind !== 'words') return `[^${{ note: '', whose: 'w', source: 's' }[piece.kind]}${piece.number}]`;
    // Signs hold only where no blank stands between them and the words.
    const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(piece.text) ?? [];
    if (words === '') return piece.text;
    const { open, close } = exportWords[this.dossier.language];
    let text = escape(words);
    if (piece.quoted) text = `${open}${text}${close}`;
    if (piece.em) text = `*${text}*`;
    if (piece.strong) text = `**${text}**`;
    if (piece.href !== undefined) text = `[${text}](<${piece.href.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))}>)`;
    return before + text + after;
  }
}

/** Words as Markdown shows them: signs that would mean something are made to mean nothing. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$^]/g, '\\$&').replace(/&/g, '&amp;').replace(/!(?=\\\[)/g, '\\!');
}

// What begins a line and would make it a list, a heading or a rule.
function guarded(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^(\s*)([-+=:>])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2').replace(/^ {4,}/, ''))
    .join('\n');
}

function indented(text: string, mark: string): string {
  return text.split('\n').map((line, at) => (at === 0 ? mark + line : line === '' ? '' : ' '.repeat(mark.length) + line)).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
