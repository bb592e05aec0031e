import { useWords } from '../lib/words';

/** The name of a person, organisation or alliance; invented ones say so. */
export function PersonName({ actor }: { actor: { name: string; invented?: boolean; kind?: string } | null | undefined }) {
  const { t } = useWords();
  if (actor === null || actor === undefined) return <span className="soft">{t('core.someone')}</span>;
  return (
    <span>
      <bdi>{actor.name}</bdi>
      {actor.invented === true ? <span className="invented"> ({actor.kind === 'PERSON' || actor.kind === undefined ? t('core.invented') : t('core.invented-thing')})</span> : null}
    </span>
  );
}
