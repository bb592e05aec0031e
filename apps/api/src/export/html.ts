import { directionOf } from '@samsyn/domain/export/direction';
import type { Block, Dossier, Entry, Fact, Note, Piece } from '@samsyn/domain/export/dossier';
import { style } from './html.css.js';
import { plainWords } from './plainWords.js';

/** A web page of its own: no script, nothing fetched; readable by ear and from right to left. */
export function htmlOf(dossier: Dossier, pictures: ReadonlyMap<string, string>): string {
  const page = new Page(dossier, pictures);
  const { language, title } = dossier;
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Samsyn">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${page.main()}
</main>
</body>
</html>
`;
}

class Page {
  constructor(
    private readonly dossier: Dossier,
    private readonly pictures: ReadonlyMap<string, string>,
  ) {}

  main(): string {
    const { title, facts, bounds, textTitle, body, notes, whose, sources, knew, words } = this.dossier;
    const section = (id: string, heading: string, inner: string): string => (inner === '' ? '' : `<section aria-labelledby="${id}"><h2 id="${id}">${escape(heading)}</h2>\n${inner}</section>`);
    const whoseLines = whose.map(({ number, lines }) => `<li id="w${number}" value="${number}">${lines.map((line) => `<p${dir(line)}>${this.pieces(line)}</p>`).join('')}${this.back(`wr${number}`)}</li>`);
    const knewList = knew.length === 0 ? `<p>${escape(words.knewNone)}</p>` : `<p>${escape(words.knewHow)}</p>\n${knew.map((entry) => this.entry(entry)).join('\n')}`;
    return [
      `<h1 dir="auto">${escape(title)}</h1>`,
      this.facts(facts),
      ...bounds.map((bound, at) => section(`b${at}`, bound.title, this.blocks(bound.blocks))),
      section('text', textTitle, this.blocks(body)),
      section('notes', words.notes, this.notes(notes, 'n')),
      section('whose', words.whose, whoseLines.length === 0 ? '' : `<ol>${whoseLines.join('\n')}</ol>`),
      section('sources', words.sources, this.notes(sources, 's')),
      section('knew', words.knew, knewList),
    ].filter((part) => part !== '').join('\n');
  }

  private entry({ id, title, facts, blocks }: Entry): string {
    return `<article id="c-${escape(id)}"><h3 dir="auto">${escape(title)}</h3>\n${this.blocks(blocks)}\n${this.facts(facts)}</article>`;
  }

  private facts(facts: readonly Fact[]): string {
    return `<dl>${facts.map(({ term, pieces }) => `<div><dt>${escape(term)}</dt><dd dir="auto">${this.pieces(pieces)}</dd></div>`).join('')}</dl>`;
  }

  private notes(notes: readonly Note[], letter: 'n' | 's'): string {
    if (notes.length === 0) return '';
    return `<ol>${notes.map(({ number, pieces }) => `<li id="${letter}${number}" value="${number}"><p${dir(pieces)}>${this.pieces(pieces)}</p>${this.back(`${letter}r${number}`)}</li>`).join('\n')}</ol>`;
  }

  private back(to: string): string {
    return `<a class="back" href="#${to}">${escape(this.dossier.words.back)}</a>`;
  }

  private blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.block(block)).join('\n');
  }

  private block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level + 1}${dir(block.pieces)}>${this.pieces(block.pieces)}</h${block.level + 1}>`;
      case 'paragraph':
        return `<p${dir(block.pieces)}>${this.pieces(block.pieces)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        return `<${tag}${block.ordered && block.start !== 1 ? ` start="${block.start}"` : ''}>${block.items.map((item) => `<li>${this.blocks(item)}</li>`).join('')}</${tag}>`;
      }
      case 'quotation':
        return `<blockquote>${this.blocks(block.blocks)}</blockquote>`;
      case 'table':
        return `<div class="wide" tabindex="0"><table>${block.rows.map((row) => `<tr>${row.map(({ heading, blocks }) => `<t${heading ? 'h' : 'd'} dir="auto">${this.blocks(blocks)}</t${heading ? 'h' : 'd'}>`).join('')}</tr>`).join('')}</table></div>`;
      case 'picture': {
        const source = this.pictures.get(block.media);
        const said = block.description ?? this.dossier.words.noPicture;
        return source === undefined ? `<p class="gone">[${escape(said)}]</p>` : `<figure><img src="${escape(source)}" alt="${escape(said)}">${block.description === null ? `<figcaption>${escape(said)}</figcaption>` : ''}</figure>`;
      }
      case 'facts':
        return this.facts(block.facts);
    }
  }

  private pieces(pieces: readonly Piece[]): string {
    return pieces.map((piece) => this.piece(piece)).join('');
  }

  private piece(piece: Piece): string {
    const { words, language } = this.dossier;
    switch (piece.kind) {
      case 'break':
        return '<br>';
      case 'note':
        return `<sup><a id="nr${piece.number}" href="#n${piece.number}" role="doc-noteref">${piece.number}</a></sup>`;
      case 'source':
        return `<a id="sr${piece.number}" href="#s${piece.number}" role="doc-noteref">[${piece.number}]</a>`;
      case 'whose':
        return `<sup class="whose"><a id="wr${piece.number}" href="#w${piece.number}" aria-label="${escape(words.whoseLabel.replace('{number}', String(piece.number)))}">¶${piece.number}</a></sup>`;
      case 'words': {
        let html = escape(piece.text);
        if (piece.em) html = `<em>${html}</em>`;
        if (piece.strong) html = `<strong>${html}</strong>`;
        if (piece.href !== undefined) html = `<a href="${escape(piece.href)}" rel="noopener noreferrer">${html}</a>`;
        return piece.quoted ? `<q data-language="${language}">${html}</q>` : html;
      }
    }
  }
}

/** As text between tags or in a quoted attribute; nothing somebody wrote becomes markup. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function dir(pieces: readonly Piece[]): string {
  return directionOf(plainWords(pieces)) === 'rtl' ? ' dir="rtl"' : '';
}
