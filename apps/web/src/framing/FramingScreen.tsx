import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { Link } from '../kit/Link';
import { Bones, Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { useHere } from '../lib/here';
import { usePlace } from '../lib/place';
import { useWords } from '../lib/words';
import type { Layer } from './BesideText';
import { FramingRead } from './FramingRead';
import { fieldOfPlace, fieldsForDesk, type placeOfField } from './fields';
import { FramingQuery, PassagesQuery, type FramingShown } from './framingQuery';
import { ReadText } from './ReadText';
import { Standing } from './Standing';
import type { Way } from './WaysOn';
import './framing.css';

/** The desk where a framing is written; it comes from another slice, and only when somebody wants to write. */
export interface Desk {
  readonly framingId: string;
  readonly me: { readonly id: string; readonly name: string };
  readonly fields: ReturnType<typeof fieldsForDesk>;
  readonly textLabel: string;
  readonly textHint: string;
  /** The contributions that stand on words of the text. */
  readonly pointed: readonly string[];
  readonly beneath: (place: (typeof placeOfField)[keyof typeof placeOfField], text: string, saved: boolean) => ReactNode;
  readonly onPassage: (passage: { anchor: unknown; quote: string }) => void;
  /** Says of a passage what kind of knowing it is, without leaving the desk. */
  readonly onMark: (passage: { anchor: unknown; quote: string }) => void;
  readonly onNews: () => void;
  readonly onDone: () => void;
  /** The text as it was just read, until it can be written in. */
  readonly meanwhile: ReactNode;
}

/** Words of mine that the server may not have: those of a desk just closed, or of an earlier visit. */
export interface Left {
  readonly framingId: string;
  readonly me: { readonly id: string; readonly name: string };
  /** What is said of those of an earlier visit, until they are sent; null when there are none. */
  readonly earlier: ReactNode;
  readonly onSaved: () => void;
}

/** A passage that somebody at the desk wants to mark. */
export interface Mark {
  readonly framing: { readonly id: string; readonly alliance: { readonly id: string } };
  readonly passage: { readonly anchor: unknown; readonly quote: string };
  readonly onDone: () => void;
}

/** What other slices put on this screen. */
export interface Slots {
  /** What can be shown beside the text, in the order it is offered. */
  readonly layers: readonly Layer[];
  /** Where one can go on from here. */
  readonly ways: readonly Way[];
  readonly bringDesk: () => Promise<ComponentType<Desk>>;
  /** What was left unsaved when the desk or the page was closed, until it is saved. */
  readonly bringLeft: () => Promise<ComponentType<Left>>;
  /** Where a passage is marked over the desk. */
  readonly bringMark: () => Promise<ComponentType<Mark>>;
  readonly handOver: (passage: { framingId: string; anchor: unknown; quote: string }) => void;
  /** Does this device hold words of mine that the server has not got? */
  readonly unsent: (actorId: string, framingId: string) => boolean;
  readonly contributions: (allianceId: string, framingId: string, empty: ReactNode) => ReactNode;
}

/** The screen of a framing: it is read first; writing begins with a button. */
export function framingScreen(slots: Slots): ComponentType {
  const MarkPassage = lazy(() => slots.bringMark().then((shown) => ({ default: shown })));
  const LeftOpen = lazy(() => slots.bringLeft().then((shown) => ({ default: shown })));

  return function FramingScreen() {
    const { id = '' } = useParams<{ id: string }>();
    const words = useWords();
    const { t } = words;
    const [, go] = useLocation();
    const { me } = useHere();
    const { data, busy, no, again } = useAsk(FramingQuery, { id });
    const [writing, setWriting] = useState<string | null>(null);
    const [WritingDesk, putDesk] = useState<ComponentType<Desk> | null>(null);
    const [wrote, setWrote] = useState(false);
    const [marking, mark] = useState<Mark['passage'] | null>(null);
    const isWriting = writing === id;
    const passages = useAsk(PassagesQuery, { id }, { pause: !isWriting });
    // Without a network what was read last is still read.
    const [last, keep] = useState<FramingShown | null>(null);
    if (data?.framing != null && data.framing !== last) keep(data.framing);
    const framing = data === undefined ? last : (data.framing ?? null);
    usePlace(framing?.alliance.id, framing?.alliance.name);

    // Whoever comes back to this window reads what has been written meanwhile.
    useEffect(() => {
      const look = (): void => {
        if (document.visibilityState === 'visible' && !isWriting) again();
      };
      document.addEventListener('visibilitychange', look);
      return () => document.removeEventListener('visibilitychange', look);
    }, [again, isWriting]);

    const fields = useMemo(() => fieldsForDesk(words), [words]);
    const pointed = useMemo(() => [...new Set((passages.data?.framing?.cited ?? []).map(({ contribution }) => contribution.id))], [passages.data]);
    const done = useCallback(() => {
      setWriting(null);
      setWrote(true);
      again();
    }, [again]);

    // What is read stays until the desk has been fetched.
    const write = (): void => {
      setWriting(id);
      slots.bringDesk().then((desk) => putDesk(() => desk), (fault: unknown) => putDesk(() => { throw fault; }));
    };

    if (busy && framing === null) return <Page title={undefined} />;
    if (framing === null) {
      return (
        <Page title={t('framing.nowhere')}>
          {no === undefined ? <p>{t('framing.nowhereHow')}</p> : <Refusal no={no} />}
        </Page>
      );
    }
    const mayWrite = framing.rights.find((right) => right.verb === 'framing.write');
    const speakOf = (passage: { anchor: unknown; quote: string }): void => {
      slots.handOver({ framingId: id, ...passage });
      go(`/a/${framing.alliance.id}/give?framing=${id}&passage=1`);
    };
    const earlier = me != null && mayWrite?.may === true && slots.unsent(me.id, id) ? <p className="note">{t('framing.unsent')}</p> : null;
    const over = (
      <>
        <Link to={`/a/${framing.alliance.id}`}>
          <bdi>{framing.alliance.name}</bdi>
        </Link>{' '}
        · {t('framing.kindOfPage')}
      </>
    );
    return (
      <Page title={framing.name} over={over} serif written wide>
        {/* Whoever may write no longer is told so at the desk, where their words are; it is not taken from under them. */}
        {isWriting && me != null && WritingDesk !== null ? (
          <Suspense fallback={<Bones />}>
            <WritingDesk
              key={id}
              framingId={id}
              me={{ id: me.id, name: me.name }}
              fields={fields}
              textLabel={t('framing.text')}
              textHint={t('framing.textHint')}
              pointed={pointed}
              beneath={(place, text, saved) => <Standing framing={framing} field={fieldOfPlace(place)} text={text} saved={saved} />}
              onPassage={speakOf}
              onMark={mark}
              onNews={again}
              onDone={done}
              meanwhile={<ReadText content={framing.reading.content} />}
            />
            {marking === null ? null : <MarkPassage framing={framing} passage={marking} onDone={() => mark(null)} />}
          </Suspense>
        ) : (
          <FramingRead
            framing={framing}
            layers={slots.layers}
            ways={slots.ways}
            cameBack={wrote}
            opening={isWriting}
            onWrite={write}
            onPassage={speakOf}
            left={
              me != null && (wrote || earlier !== null) ? (
                <Suspense fallback={earlier}>
                  <LeftOpen framingId={id} me={{ id: me.id, name: me.name }} earlier={earlier} onSaved={again} />
                </Suspense>
              ) : null
            }
            contributions={slots.contributions(framing.alliance.id, id, <p className="soft">{t('framing.contributionsNone')}</p>)}
          />
        )}
      </Page>
    );
  };
}
