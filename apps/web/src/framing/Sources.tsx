import { shortForm } from '@samsyn/domain/framing/source';
import { useContext } from 'react';
import { useWords } from '../lib/words';
import { SourcesHere } from './sourcesHere';

/** A source among the words: its short form, which leads to the list. */
export function Cited({ id }: { id: string }) {
  const { t } = useWords();
  const source = useContext(SourcesHere).find((one) => one.id === id);
  return (
    <cite className="cited">
      {source === undefined ? (
        `(${t('framing.sourceNone')})`
      ) : (
        <a href={`#source-${id}`} dir="auto">
          ({shortForm(source)})
        </a>
      )}
    </cite>
  );
}

/** The sources of the text, by the beginning of their short form. */
export function SourceList() {
  const { t, locale } = useWords();
  const sources = [...useContext(SourcesHere)].sort((one, other) => shortForm(one).localeCompare(shortForm(other), locale));
  return (
    <section className="stack-tight" aria-labelledby="sources">
      <h3 id="sources">{t('framing.sources')}</h3>
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`} dir="auto">
            {source.authors === '' ? null : `${source.authors} `}
            {source.year === null ? null : `(${source.year}) `}
            {source.address === null ? (
              <i>{source.title}</i>
            ) : (
              <a href={source.address} rel="noopener noreferrer nofollow">
                {source.title}
              </a>
            )}
            {source.note === '' ? null : <span className="soft"> {source.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
