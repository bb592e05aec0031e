import { useSyncExternalStore } from 'react';
import type { WordKey, WordSlice } from '../words/catalogs';
import { tell, type Args } from './message';

export type { WordKey, WordSlice };

/** The languages of the screens. */
export type Language = 'sv' | 'en';

// English dates as people here write them, never month first.
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;
// Those of the first screens; where the others are is told by a file of its own, so that no first view carries it.
const files = import.meta.glob<Record<string, string>>('../words/*/{core,home,join,alliance,acting}.json', { import: 'default' });
const kept = 'samsyn.language';

let now: Language = firstLanguage();
const loaded: Record<Language, Map<string, string>> = { sv: new Map(), en: new Map() };
const slices = new Set<WordSlice>();
const listeners = new Set<() => void>();
let current = wordsIn(now);

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? remembered() ?? navigator.language;
  return asked.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

function remembered(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

async function load(slice: WordSlice, language: Language): Promise<void> {
  if (loaded[language].has(slice)) return;
  const file = `../words/${language}/${slice}.json`;
  const words = await (files[file] ?? (await import('../words/laterWords')).files[file.replace('../words', '.')])?.();
  for (const [key, message] of Object.entries(words ?? {})) loaded[language].set(`${slice}.${key}`, message);
  loaded[language].set(slice, '');
}

/** Fetches the words of these slices; a screen is shown when its words are there. */
export async function bringWords(wanted: readonly WordSlice[]): Promise<void> {
  for (const slice of wanted) slices.add(slice);
  await Promise.all(wanted.map((slice) => load(slice, now)));
}

/** The language of the screens, for use outside of components. */
export function language(): Language {
  return now;
}

/** Puts the screens in another language, once its words have come. */
export async function setLanguage(next: Language): Promise<void> {
  await Promise.all([...slices].map((slice) => load(slice, next)));
  now = next;
  try {
    localStorage.setItem(kept, next);
  } catch {
    // Private windows may refuse; the language then lasts for this visit.
  }
  document.documentElement.lang = next;
  current = wordsIn(next);
  for (const listener of listeners) listener();
}

function wordsIn(language: Language) {
  const locale = locales[language];
  const inLocale = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (iso: string) => format.format(new Date(iso));
  };
  const clock = inLocale({ hour: '2-digit', minute: '2-digit' });
  const time = (iso: string) => (language === 'sv' ? clock(iso).replace(':', '.') : clock(iso));
  const day = inLocale({ day: 'numeric', month: 'long', year: 'numeric' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const figures = new Intl.NumberFormat(locale);
  return {
    language,
    locale,
    setLanguage,
    /** The words of a key; arguments by name. */
    t: (key: WordKey, args: Args = {}): string => tell(loaded[language].get(key) ?? key, args, locale),
    /** 23 november 2026 */
    day,
    /** 14.32 */
    time,
    /** 23 november 2026 14.32 */
    moment: (iso: string): string => `${day(iso)} ${time(iso)}`,
    number: (n: number): string => figures.format(n),
    /** Anna, Bo och Cesar */
    list: (names: readonly string[]): string => list.format(names),
  };
}

/** Words, dates and numbers in the reader's language. */
export type Words = ReturnType<typeof wordsIn>;

/** The words, kept up to date when the language changes. */
export function useWords(): Words {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
