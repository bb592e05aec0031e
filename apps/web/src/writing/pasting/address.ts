import { mayFollow } from '@samsyn/domain/writing/textShape';

/** Where a link in what was pasted really leads; null when one may not follow it. */
export function addressOf(href: string | null): string | null {
  if (!mayFollow(href)) return null;
  // A page that counts who follows is left out of the way.
  const through = /^https:\/\/www\.google\.[a-z.]+\/url\?(.*)$/i.exec(href)?.[1];
  const to = through === undefined ? null : (new URLSearchParams(through).get('q') ?? new URLSearchParams(through).get('url'));
  return mayFollow(to) ? to : href;
}
