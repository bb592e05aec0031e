/** A Markdown file without what stands above its text about itself, and what that says of title and author. */
export function withoutFrontMatter(text: string): { readonly text: string; readonly title: string; readonly author: string } {
  const [whole = '', sign, , about = ''] = /^((---)|\+\+\+)[ \t]*\r?\n([^]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  // A rule, some words and another rule are text.
  const lines = about.split(/\r?\n/);
  if (whole === '' || whole.length > 20_000 || !lines.every((line) => /^\s*#|^\s+\S|^- /.test(line) || (sign === '---' ? /^[\w.-]+\s*:(\s|$)/ : /^[\w.-]+\s*=|^\[/).test(line))) return { text, title: '', author: '' };
  return { text: text.slice(whole.length), title: said(lines, /^title\s*[:=]/i), author: said(lines, /^authors?\s*[:=]/i) };
}

// One value, several in brackets, or several on lines of their own.
function said(lines: readonly string[], name: RegExp): string {
  const at = lines.findIndex((line) => name.test(line));
  const [own = '', ...below] = lines.slice(Math.max(at, 0));
  if (at < 0) return '';
  const value = own.replace(name, '').trim();
  if (value !== '') return (/^\[(.*)\]$/.exec(value)?.[1]?.split(',') ?? [value]).map(plain).join(', ');
  const end = below.findIndex((line) => !/^\s*- /.test(line));
  return below.slice(0, end < 0 ? below.length : end).map((line) => plain(line.replace(/^\s*- /, ''))).join(', ');
}

function plain(value: string): string {
  const found = value.trim();
  return /^(["'])(.*)\1$/.exec(found)?.[2] ?? found;
}
