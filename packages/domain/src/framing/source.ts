import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText, asUrl } from '../shared/text.js';

/** What a text leans on that somebody outside the alliance has written. */
export interface SourceFields {
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly note: string;
}

/** A source as it may stand in the list [W17]. Nothing is fetched: a DOI or link is looked at by its form only. */
export function sourceFrom(given: { readonly [F in keyof SourceFields]?: SourceFields[F] | null } & { readonly title: string }): SourceFields | Refusal {
  const title = asText(given.title, limits.sentence);
  if (isRefusal(title)) return title;
  const authors = asText(given.authors ?? '', limits.sentence, true);
  if (isRefusal(authors)) return authors;
  const note = asText(given.note ?? '', limits.source, true);
  if (isRefusal(note)) return note;
  const year = given.year ?? null;
  if (year !== null && !(Number.isInteger(year) && year >= -3_000 && year <= 2_200)) return refuse('source/year', { rule: 'W17' });
  const doi = blank(given.doi) ? null : asDoi(given.doi ?? '');
  if (doi !== null && isRefusal(doi)) return doi;
  const url = blank(given.url) ? null : asUrl(given.url ?? '');
  if (url !== null && isRefusal(url)) return url;
  return { title: oneLine(title), authors: oneLine(authors), year, doi, url, note };
}

/** A text in JSON, as far as its citations go. */
interface Citing {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Citing[];
}

/** Does a text cite a source? */
export function cites(node: Citing, sourceId: string): boolean {
  return (node.type === 'citation' && node.attrs?.['source'] === sourceId) || node.content?.some((child) => cites(child, sourceId)) === true;
}

/** A source may be taken out of the list when neither the text, what is suggested in it, nor a version leads to it [W17]. */
export function takeOutSource(cited: { readonly inText: boolean; readonly inVersion: boolean }): Refusal | null {
  if (cited.inText) return refuse('source/cited', { rule: 'W17' });
  return cited.inVersion ? refuse('source/cited-in-version', { rule: 'W17' }) : null;
}

/** A DOI by its form, however it was copied: with its address before it or without. */
export function asDoi(given: string): string | Refusal {
  const text = given.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,9}(?:\.\d+)*\/[^\s<>"\p{Cc}\p{Cf}\p{Cs}]{1,200}$/u.test(text) ? text : refuse('source/doi', { rule: 'W17' });
}

/** Where a source is found: its DOI, which stays the same, rather than its link. */
export function addressOf({ doi, url }: Pick<SourceFields, 'doi' | 'url'>): string | null {
  return doi === null ? url : `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}

function blank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What stands in a text for a source: whose it is and from when, else the beginning of its title. */
export function shortForm({ authors, title, year }: Pick<SourceFields, 'authors' | 'title' | 'year'>): string {
  const [first = '', ...more] = authors.split(/[,;&]|\s(?:och|and|et)\s/).map((name) => name.trim()).filter((name) => name.length > 1);
  const whose = first === '' ? (title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title) : more.some((name) => !/^\p{Lu}\.?(?:\s?\p{Lu}\.?)*$/u.test(name)) ? `${first} et al.` : first;
  return year === null ? whose : `${whose} ${String(year)}`;
}
