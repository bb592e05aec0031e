import type { Tool } from './tools';

export type SignName = Tool['name'] | 'link' | 'insert' | 'find' | 'count' | 'keys' | 'more';

/** What the tools look like: lines in a square of 24. */
export const signs: Readonly<Record<SignName, string>> = {
  strong: 'M7 4h6a4 4 0 0 1 0 8H7Zm0 8h7a4 4 0 0 1 0 8H7Z',
  em: 'M10 4h8M6 20h8M14 4l-4 16',
  heading: 'M5 4v16M17 4v16M5 12h12',
  subheading: 'M6 8v12M15 8v12M6 14h9',
  bullets: 'M9 6h12M9 12h12M9 18h12M4 6h.1M4 12h.1M4 18h.1',
  numbers: 'M10 6h11M10 12h11M10 18h11M3 4l2-1v6M3 14c2-2 4 0 2 2l-2 2h3',
  quote: 'M4 17c3-1 4-4 4-9H4v5h4M14 17c3-1 4-4 4-9h-4v5h4',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  undo: 'M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3',
  redo: 'm16 5 5 5-5 5M21 10H10a6 6 0 0 0 0 12h3',
  insert: 'M12 5v14M5 12h14',
  find: 'M15.5 15.5 21 21M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  count: 'M4 6h7M4 11h10M4 16h5M19 20V9M15 20v-5',
  keys: 'M3 6h18v12H3ZM7 10h.1M11 10h.1M15 10h.1M8 14h8',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
};
