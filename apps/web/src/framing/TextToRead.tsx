import { lazy, Suspense, useState } from 'react';
import { Button } from '../kit/Button';
import { Bones } from '../kit/Page';
import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { PassagesQuery, type FramingShown } from './framingQuery';
import { ParagraphChoice } from './ParagraphChoice';
import { BesideText, type Layer } from './BesideText';
import { hasWords } from './ReadText';
import { SourcesHere } from './sourcesHere';

const SourceList = lazy(() => import('./Sources').then((m) => ({ default: m.SourceList })));

const none: readonly string[] = [];

/**
 * The text as it reads now, who has written in it, and on request the passages somebody has said something about.
 * `onPassage` is there for those who may say something about a paragraph.
 */
export function TextToRead({ framing, layers, onPassage }: { framing: FramingShown; layers: readonly Layer[]; onPassage?: (passage: { anchor: unknown; quote: string }) => void }) {
  const { t, moment } = useWords();
  const [showing, setShowing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { data, busy, no } = useAsk(PassagesQuery, { id: framing.id }, { pause: !showing });
  const said = (data?.framing?.contributions.edges ?? []).map(({ node }) => node).filter((node) => node.passage !== null && node.state !== 'WITHDRAWN');
  const quotes = showing ? said.flatMap((one) => (one.passage == null || one.passage.removed ? [] : [one.passage.quote])) : none;
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
          <BesideText framing={framing} layers={layers} quotes={quotes} />
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
      {hasWords(reading.content) ? (
        <div className="row">
          {onPassage === undefined ? null : (
            <Button kind="plain" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
              {choosing ? t('framing.paragraphsHide') : t('framing.paragraphsShow')}
            </Button>
          )}
          <Button kind="plain" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {showing ? t('framing.passagesHide') : t('framing.passagesShow')}
          </Button>
        </div>
      ) : null}
      {!showing ? null : busy ? (
        <Bones />
      ) : no !== undefined ? (
        <Refusal no={no} />
      ) : said.length === 0 ? (
        <p className="soft">{t('framing.passagesNone')}</p>
      ) : (
        <ul className="passages">
          {said.map((one) => (
            <li key={one.id}>
              <q dir="auto">{one.passage?.quote}</q>
              {one.passage?.removed === true ? <p className="small soft">{t('framing.passageRemoved')}</p> : null}
              <p dir="auto" className="passage-said">
                <Link to={`/c/${one.id}`}>{one.text === '' ? t('framing.passageSaid') : one.text.slice(0, 160)}</Link>
              </p>
              <p className="small soft">
                {one.authors.map((author, at) => (
                  <span key={author.actor?.id ?? at}>
                    {at === 0 ? null : ', '}
                    <PersonName actor={author.actor} />
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
