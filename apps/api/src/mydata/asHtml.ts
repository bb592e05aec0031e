import type { Language } from '@samsyn/domain/shared/refusals';
import type { Head, Part } from './taking.js';
import { fieldWords, pageWords, partWords, valueWords } from './words.js';

/** As people read it: a web page of its own that runs nothing and fetches nothing. */
export async function* asHtml(head: Head, parts: readonly Part[], language: Language): AsyncGenerator<string> {
  const words = pageWords[language];
  const moment = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' });
  yield `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(words.title)}</h1>
<p>${escape(words.made)} ${escape(moment.format(new Date(head.made)))} · ${escape(head.origin)}</p>
<p>${escape(words.others)}</p>
<nav aria-label="${escape(words.parts)}"><ul>${parts.map(({ name }) => `<li><a href="#${name}">${escape(partWords[language][name] ?? name)}</a></li>`).join('')}</ul></nav>
`;
  for (const { name, items } of parts) {
    yield `<section id="${name}" aria-labelledby="h-${name}">\n<h2 id="h-${name}">${escape(partWords[language][name] ?? name)}</h2>\n`;
    let some = false;
    for await (const item of items) {
      some = true;
      yield `<dl>${Object.entries(item).map(([key, value]) => line(key, value, language, moment)).join('')}</dl>\n`;
    }
    yield some ? '</section>\n' : `<p>${escape(words.nothing)}</p></section>\n`;
  }
  yield '</main>\n</body>\n</html>\n';
}

function line(key: string, value: unknown, language: Language, moment: Intl.DateTimeFormat): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  return `<div><dt>${escape(fieldWords[language][key] ?? key)}</dt><dd dir="auto">${told(value, language, moment)}</dd></div>`;
}

function told(value: unknown, language: Language, moment: Intl.DateTimeFormat): string {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') && value.every((one: string) => one in valueWords[language]) ? value.map((one) => told(one, language, moment)).join(', ') : `<ul>${value.map((one) => `<li dir="auto">${told(one, language, moment)}</li>`).join('')}</ul>`;
  if (typeof value === 'object' && value !== null) return `<dl>${Object.entries(value).map(([key, one]) => line(key, one, language, moment)).join('')}</dl>`;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return `<time datetime="${escape(text)}">${escape(moment.format(new Date(text)))}</time>`;
  return escape(valueWords[language][text] ?? text);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}main{max-width:44rem;margin:auto;padding:1rem;overflow-wrap:anywhere}
h2{margin-top:2.5rem;border-top:1px solid;padding-top:1rem}dl{margin:0 0 1rem;padding:0 0 .5rem;border-bottom:1px solid #8886}dl div{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.25rem 1rem}
dt{opacity:.75}dd{margin:0;white-space:pre-wrap}dd dl{border:0;margin:0}ul{margin:0;padding-inline-start:1.2rem}@media(max-width:30rem){dl div{display:block}}`;
