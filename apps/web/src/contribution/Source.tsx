import { useWords } from '../lib/words';

/** Where it can be read: a link, a citation or both. */
export function Source({ url, text }: { url: string | null; text: string | null }) {
  const { t } = useWords();
  if (!url && !text) return null;
  return (
    <p className="source">
      <span className="soft">{t('contribution.one.source')}: </span>
      {text ? <bdi>{text} </bdi> : null}
      {url ? (
        <a href={url} rel="noreferrer nofollow" dir="ltr">
          {hostOf(url)}
        </a>
      ) : null}
    </p>
  );
}

// The whole address is long on a phone; the site and the beginning of the path say where it leads.
function hostOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    const path = pathname.length > 24 ? `${pathname.slice(0, 24)}…` : pathname === '/' ? '' : pathname;
    return `${host}${path}`;
  } catch {
    return url;
  }
}
