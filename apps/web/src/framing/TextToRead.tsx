import { lazy, Suspense, useState } from 'react';
import { Button } from '../kit/Button';
import { PersonName } from '../kit/PersonName';
import { useWords } from '../lib/words';
import type { FramingShown } from './framingQuery';
import { ParagraphChoice } from './ParagraphChoice';
import { BesideText, type Layer } from './BesideText';
import { hasWords } from './ReadText';
import { SourcesHere } from './sourcesHere';

const SourceList = lazy(() => import('./Sources').then((m) => ({ default: m.SourceList })));

/**
 * The text as it reads now, who has written in it, and beside it what one asks for.
 * `onPassage` is there for those who may say something about a paragraph.
 */
export function TextToRead({ framing, layers, onPassage }: { framing: FramingShown; layers: readonly Layer[]; onPassage?: (passage: { anchor: unknown; quote: string }) => void }) {
  const { t, moment } = useWords();
  const [choosing, setChoosing] = useState(false);
  const { reading, writers } = framing;
  return (
    <section className="stack" aria-labelledby="text">
      <h2 id="text">{t('framing.text')}</h2>
      {!hasWords(reading.content) ? (
        <p className="soft">{t('framing.textEmpty')}</p>
      ) : choosing && onPassage !== undefined ? (
        <ParagraphChoice framingId={framing.id} onChosen={onPassage} />
      ) : (
        <SourcesHere value={framing.sources}>
          <BesideText framing={framing} layers={layers} />
          {framing.sources.length === 0 ? null : (
            <Suspense fallback={null}>
              <SourceList />
            </Suspense>
          )}
        </SourcesHere>
      )}
      {writers.length === 0 ? null : (
        <p className="small soft writers">
          {t('framing.writers')}{' '}
          {writers.map((writer, at) => (
            <span key={writer.id}>
              {at === 0 ? null : ', '}
              <PersonName actor={writer} />
            </span>
          ))}
          . <time dateTime={reading.at}>{t('framing.lastWritten', { moment: moment(reading.at) })}</time>
        </p>
      )}
      {onPassage !== undefined && hasWords(reading.content) ? (
        <div>
          <Button kind="plain" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {choosing ? t('framing.paragraphsHide') : t('framing.paragraphsShow')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
