import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../kit/Button';
import { Bones } from '../kit/Page';
import { useWords } from '../lib/words';
import { CoField, type FieldOfRoom } from './CoField';
import type { Anchor } from './handOver';
import { HereNow } from './HereNow';
import type { Place } from './presence';
import { SaveLine } from './SaveLine';
import { TextEditor } from './TextEditor';
import { ToldRefusal } from './ToldRefusal';
import { useRoom, useRoomState } from './useRoom';
import { useSuggests, WaysToWrite } from './suggesting/WaysToWrite';
import './writing.css';

/** What the screen around the desk says of the framing. */
export interface DeskProps {
  readonly framingId: string;
  readonly me: { readonly id: string; readonly name: string };
  readonly fields: readonly FieldOfRoom[];
  readonly textLabel: string;
  readonly textHint: string;
  /** The contributions that stand on words of the text. */
  readonly pointed: readonly string[];
  /** What stands under a field: the way to make it what stands. `saved` when the server has all of it. */
  readonly beneath: (place: Exclude<Place, 'text'>, text: string, saved: boolean) => ReactNode;
  readonly onPassage: (passage: { anchor: Anchor; quote: string }) => void;
  readonly onMark: (passage: { anchor: Anchor; quote: string }) => void;
  /** What stands may have changed; it is to be asked for anew. */
  readonly onNews: () => void;
  /** Back to reading; called when everything is saved, or when one leaves it to be sent later. */
  readonly onDone: () => void;
  /** The text as it was just read, until it can be written in. */
  readonly meanwhile: ReactNode;
}

/** Where a framing is written together: name, bounds and text, who is here, and whether it is saved. */
export function WritingDesk(props: DeskProps) {
  const { t } = useWords();
  const room = useRoom(props.framingId, props.me);
  const state = useRoomState(room);
  const [strange, setStrange] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [suggests, suggest] = useSuggests(props.me.id, props.framingId);
  const { onDone, onNews } = props;
  const news = state?.news ?? 0;
  useEffect(() => {
    if (news > 0) onNews();
  }, [news, onNews]);
  const no = strange ? 'strange' : (state?.no ?? null);
  const settled = state !== null && (!state.unsaved || (!state.linked && state.kept) || state.no !== null);
  useEffect(() => {
    // "Done" waits for the server as long as it is reachable; the room itself stays until it has everything.
    if (leaving && settled) onDone();
  }, [leaving, settled, onDone]);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);

  return (
    <section className="desk" aria-label={t('writing.desk')}>
      <div className="desk-head" ref={first} tabIndex={-1}>
        {state && <SaveLine state={state} />}
        {no && <a href="#desk-no">{t('writing.no.why')}</a>}
        <Button kind="main" busy={leaving} onClick={() => setLeaving(true)}>
          {t('writing.done')}
        </Button>
      </div>
      <div className="row desk-over">
        {room && state && !no && <HereNow room={room} people={state.people} />}
        {state?.ready === true ? <a href="#desk-text">{t('writing.toText')}</a> : null}
      </div>
      <ToldRefusal room={room} no={no} />
      {room === null || state === null || !state.ready ? (
        <>
          {state?.no == null ? <Bones /> : null}
          {props.meanwhile}
        </>
      ) : (
        <>
          {props.fields.map((field) => (
            <CoField
              key={field.place}
              room={room}
              field={field}
              people={state.people}
              beneath={(text) => props.beneath(field.place, text, !state.unsaved && state.linked)}
            />
          ))}
          <div className="stack-tight" id="desk-text">
            <div className="row desk-over">
              <h2>{props.textLabel}</h2>
              <WaysToWrite suggests={suggests} onChange={suggest} />
            </div>
            <p className="field-hint">{props.textHint}</p>
            {strange ? null : (
              <TextEditor
                key={state.generation}
                room={room}
                label={props.textLabel}
                pointed={props.pointed}
                suggests={suggests}
                saved={!state.unsaved && state.linked}
                onPassage={props.onPassage}
                onMark={props.onMark}
                onStrange={() => setStrange(true)}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}
