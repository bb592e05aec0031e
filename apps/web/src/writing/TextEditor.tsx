import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { bringWords, useWords } from '../lib/words';
import { createEditor } from './createEditor';
import type { Anchor } from './handOver';
import { passageOf } from './passage';
import type { Room } from './room';
import { Toolbar } from './Toolbar';
import './text.css';
import { SuggestingPart } from './suggesting/WaysToWrite';

const TalkAbout = lazy(() => import('../talk/OpenThread').then((m) => ({ default: m.TalkAbout })));

/** The text that is written together, with its tools. */
export function TextEditor(props: {
  room: Room;
  label: string;
  pointed: readonly string[];
  /** What one changes is only suggested. */
  suggests: boolean;
  saved: boolean;
  onPassage: (passage: { anchor: Anchor; quote: string }) => void;
  onMark: (passage: { anchor: Anchor; quote: string }) => void;
  onStrange: () => void;
}) {
  const { t } = useWords();
  const { room, label, onStrange } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [showing, setShowing] = useState(false);
  const [missing, setMissing] = useState(false);
  const [tooMuch, setTooMuch] = useState(false);
  const [talking, setTalking] = useState<ReturnType<typeof passageOf>>(null);
  const strange = useRef(onStrange);
  strange.current = onStrange;
  const told = useRef(t);
  told.current = t;

  useEffect(() => {
    if (place.current === null) return undefined;
    const made = createEditor(place.current, room, {
      label,
      describedBy: `${id}-how`,
      changed: setState,
      strange: () => strange.current(),
      broughtTooMuch: setTooMuch,
      withoutPictures: (n) => (n === 0 ? undefined : void bringWords(['editing']).then(() => say(told.current('editing.paste.pictures', { n })))),
    });
    if (made === null) {
      strange.current();
      return undefined;
    }
    setView(made);
    setState(made.state);
    return () => {
      setView(null);
      made.destroy();
    };
  }, [room, label, id]);

  const { pointed } = props;
  useEffect(() => {
    if (view === null || !showing) return undefined;
    let now = true;
    let stop = (): void => void (now = false);
    void import('./shownPassages').then((m) => (now && !view.isDestroyed ? (stop = m.showPassages(view, new Set(pointed))) : undefined));
    return () => stop();
  }, [view, showing, pointed]);

  const passage = state === null || state.selection.empty ? null : passageOf(state);
  return (
    <div className="text-editor">
      {view === null || state === null ? null : <Toolbar view={view} state={state} controls={`${id}-text`} framingId={room.framingId} />}
      <p className="unseen" id={`${id}-how`}>
        {t('writing.text.how')}
      </p>
      <div id={`${id}-text`} ref={place} className="text-place" />
      {tooMuch ? (
        <p className="field-error" role="alert">
          {t('writing.no.pasted')}
        </p>
      ) : null}
      {view === null || state === null ? null : <SuggestingPart view={view} state={state} on={props.suggests} framingId={room.framingId} me={room.me.id} saved={props.saved} />}
      <div className="row text-below">
        <Button
          onClick={() => {
            if (passage === null) setMissing(true);
            else props.onPassage(passage);
          }}
        >
          {t('writing.passage.say')}
        </Button>
        <Button onClick={() => (passage === null ? setMissing(true) : props.onMark(passage))}>{t('writing.passage.mark')}</Button>
        <Button onClick={() => (passage === null ? setMissing(true) : setTalking(passage))}>{t('writing.passage.talk')}</Button>
        {props.pointed.length === 0 ? null : (
          <Button kind="plain" aria-pressed={showing} onClick={() => setShowing(!showing)}>
            {t('writing.passage.show', { n: props.pointed.length })}
          </Button>
        )}
      </div>
      {talking === null ? null : (
        <Suspense>
          <TalkAbout key={talking.quote} framingId={room.framingId} passage={talking} onClose={() => setTalking(null)} />
        </Suspense>
      )}
      <p className="small soft" role="status">
        {missing && passage === null ? t('writing.passage.missing') : t('writing.passage.how')}
      </p>
    </div>
  );
}
