import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../kit/Button';
import { bringLayer } from '../../lib/beside';
import { bringWords, useWords } from '../../lib/words';
import { useKeptChoice } from '../keptChoice';

/** What is suggested, beside the text that is read; fetched when somebody wants to see it. */
export const bringSuggestionsLayer = bringLayer(['suggestion'], () => import('./SuggestionsLayer').then((m) => m.SuggestionsLayer));

const Suggesting = lazy(async () => {
  const brought = await Promise.all([import('./Suggesting'), bringWords(['suggestion', 'contribution'])]).catch(() => null);
  return { default: brought?.[0].Suggesting ?? OutOfReach };
});

function OutOfReach({ on }: { on: boolean }) {
  const { t } = useWords();
  return on ? <p role="alert">{t('writing.way.none')}</p> : null;
}

/** Does one write or suggest? Remembered in this device, for each person and framing. */
export function useSuggests(actorId: string, framingId: string): [boolean, (is: boolean) => void] {
  return useKeptChoice(`samsyn.suggests.${actorId}.${framingId}`);
}

/** The choice between writing in the text and suggesting. Nobody can make it for another. */
export function WaysToWrite({ suggests, onChange }: { suggests: boolean; onChange: (is: boolean) => void }) {
  const { t } = useWords();
  return (
    <div className="row pens" role="group" aria-label={t('writing.way')}>
      {(['write', 'suggest'] as const).map((way) => {
        const is = way === 'suggest';
        return (
          // The press must not take the caret out of the text.
          <Button key={way} kind="plain" aria-pressed={suggests === is} onMouseDown={(event) => event.preventDefault()} onClick={() => onChange(is)}>
            {t(`writing.way.${way}`)}
          </Button>
        );
      })}
    </div>
  );
}

/** What belongs to suggesting; fetched when somebody suggests, or the text holds suggestions. */
export function SuggestingPart(props: { view: EditorView; state: EditorState; on: boolean; framingId: string; me: string; saved: boolean }) {
  const { t } = useWords();
  const { doc } = props.state;
  const holds = useMemo(() => {
    const { insertion, deletion } = doc.type.schema.marks;
    return [insertion, deletion].some((mark) => mark !== undefined && doc.rangeHasMark(0, doc.content.size, mark));
  }, [doc]);
  const { view, on } = props;
  const wanted = on || holds;
  const [was, setWas] = useState(false);
  if (wanted && !was) setWas(true);
  // On a slow line it takes a while to come. What one writes meanwhile would stand in the text and not be a suggestion.
  const [ready, setReady] = useState(false);
  const held = on && !ready;
  const stood = useRef(false);
  useLayoutEffect(() => {
    if (view.isDestroyed) return;
    if (held) stood.current = view.hasFocus();
    view.setProps({ editable: () => !held });
    // Whoever stood in the text stands there again.
    if (!held && stood.current) view.focus();
  }, [view, held]);
  return was ? (
    <Suspense fallback={held ? <p role="status">{t('writing.save.connecting')}</p> : null}>
      <Suggesting {...props} onReady={setReady} />
    </Suspense>
  ) : null;
}
