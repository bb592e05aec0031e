import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Button } from '../../kit/Button';
import { bringLayer } from '../../lib/beside';
import { bringWords, useWords } from '../../lib/words';

/** What is suggested, beside the text that is read; fetched when somebody wants to see it. */
export const bringSuggestionsLayer = bringLayer(['suggestion'], () => import('./SuggestionsLayer').then((m) => m.SuggestionsLayer));

const Suggesting = lazy(async () => {
  const [{ Suggesting: shown }] = await Promise.all([import('./Suggesting'), bringWords(['suggestion', 'contribution'])]);
  return { default: shown };
});

/** Does one write or suggest? Remembered in this device, for each person and framing. */
export function useSuggests(actorId: string, framingId: string): [boolean, (is: boolean) => void] {
  const key = `samsyn.suggests.${actorId}.${framingId}`;
  const [suggests, set] = useState(() => inDevice(() => localStorage.getItem(key)) === '1');
  return [
    suggests,
    (is) => {
      set(is);
      inDevice(() => localStorage.setItem(key, is ? '1' : '0'));
    },
  ];
}

// Private windows may refuse; it then holds as long as the desk is open.
function inDevice<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** The choice between writing in the text and suggesting. Nobody can make it for another. */
export function WaysToWrite({ suggests, onChange }: { suggests: boolean; onChange: (is: boolean) => void }) {
  const { t } = useWords();
  return (
    <div className="row ways" role="group" aria-label={t('writing.way')}>
      {(['write', 'suggest'] as const).map((way) => {
        const is = way === 'suggest';
        return (
          <Button key={way} kind="plain" aria-pressed={suggests === is} onClick={() => onChange(is)}>
            {t(`writing.way.${way}`)}
          </Button>
        );
      })}
    </div>
  );
}

/** What belongs to suggesting; fetched when somebody suggests, or the text holds suggestions. */
export function SuggestingPart(props: { view: EditorView; state: EditorState; on: boolean; framingId: string; me: string; saved: boolean }) {
  const { doc } = props.state;
  const holds = useMemo(() => {
    const { insertion, deletion } = doc.type.schema.marks;
    return [insertion, deletion].some((mark) => mark !== undefined && doc.rangeHasMark(0, doc.content.size, mark));
  }, [doc]);
  const wanted = props.on || holds;
  const [was, setWas] = useState(false);
  if (wanted && !was) setWas(true);
  return was ? (
    <Suspense fallback={null}>
      <Suggesting {...props} />
    </Suspense>
  ) : null;
}
