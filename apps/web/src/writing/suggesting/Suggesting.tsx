import type { EditorState } from 'prosemirror-state';
import { Decoration, type EditorView } from 'prosemirror-view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { say } from '../../kit/Notice';
import { client, useAsk } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { draw } from '../drawn';
import { attachSuggesting, marksIn } from './attachSuggesting';
import { SuggestionList } from './SuggestionList';
import { Suggest, SuggestionsQuery, TakeBack } from './suggestionQuery';
import { takenBack } from './takenBack';

/** Suggestions in the text that is written: what one changes is suggested while it is on, and all that wait are listed. */
export function Suggesting({ view, state, on, framingId, me, saved, onReady }: { view: EditorView; state: EditorState; on: boolean; framingId: string; me: string; saved: boolean; onReady: (is: boolean) => void }) {
  const { t } = useWords();
  const { data, again } = useAsk(SuggestionsQuery, { id: framingId }, { policy: 'network-only' });
  const all = useMemo(() => data?.suggestionsOf ?? [], [data]);
  const [no, setNo] = useState(false);
  const mine = useRef<ReadonlySet<string>>(new Set());
  mine.current = useMemo(() => new Set(all.filter((one) => one.author?.id === me && one.state === 'OPEN').map(({ id }) => id)), [all, me]);

  // What was begun without a network is given as one's own when there is one again.
  const begun = useRef(new Set<string>());
  const [toTell, tellOf] = useState(0);
  useEffect(() => {
    if (!saved) return;
    for (const id of begun.current) {
      begun.current.delete(id);
      void client.mutation(Suggest, { framingId, id }).toPromise().then(({ error }) => {
        if (error?.networkError !== undefined) begun.current.add(id);
        else again();
      });
    }
  }, [toTell, saved, framingId, again]);

  // What one has undone oneself, or deleted, waits for nobody's answer.
  const [taken, follow] = useState<ReturnType<typeof takenBack> | null>(null);
  useEffect(() => {
    const watch = takenBack(view);
    follow(watch);
    return watch.end;
  }, [view]);
  useEffect(() => {
    const gone = all.filter((one) => one.author?.id === me && one.state === 'OPEN' && !one.stands && taken?.has(one.id));
    if (gone.length === 0) return undefined;
    // Whoever undoes and redoes by turns has not made up their mind.
    const timer = setTimeout(() => void Promise.all(gone.map(({ id }) => client.mutation(TakeBack, { framingId, id }).toPromise())).then(again), 600);
    return () => clearTimeout(timer);
  }, [all, me, taken, framingId, again]);

  const words = useRef(t);
  words.current = t;
  useEffect(() => {
    if (!on) return undefined;
    setNo(false);
    const detach = attachSuggesting(view, {
      isMine: (id) => mine.current.has(id),
      begun: (id) => {
        begun.current.add(id);
        tellOf((told) => told + 1);
      },
      could: (is) => {
        setNo(!is);
        // Beneath a long text, or on a phone, nobody would see it.
        if (!is) say(words.current('suggestion.cannot'));
      },
    });
    onReady(true);
    return () => {
      onReady(false);
      detach();
    };
  }, [view, on, onReady]);

  // The list follows the text, when it rests and the server has it.
  const standing = useMemo(() => [...marksIn(state)].sort().join(), [state]);
  useEffect(() => {
    if (!saved) return undefined;
    // Once more for what somebody has undone, and takes back a moment later.
    const timers = [400, 3_000].map((ms) => setTimeout(again, ms));
    // A reason given later changes nothing in the text.
    const regularly = setInterval(() => (document.visibilityState === 'visible' && standing !== '' ? again() : undefined), 20_000);
    return () => {
      timers.forEach(clearTimeout);
      clearInterval(regularly);
    };
  }, [standing, saved, again]);

  // Who suggests it and why is said with the words themselves.
  useEffect(() => {
    const said = new Map(all.map((one) => [one.id, { by: one.author?.name ?? t('core.someone'), reason: one.reason }]));
    return draw(view, (now) => (view.composing ? [] : saidOf(now, said, t)));
  }, [view, all, t]);

  return (
    <div className="stack suggesting">
      <p className="small" role={no ? undefined : 'status'}>
        {no ? t('suggestion.cannot') : on ? t('suggestion.on') : ''}
      </p>
      <SuggestionList framingId={framingId} all={all} onSettled={again} />
    </div>
  );
}

type Said = ReadonlyMap<string, { readonly by: string; readonly reason: string }>;

function saidOf(state: EditorState, said: Said, t: ReturnType<typeof useWords>['t']): Decoration[] {
  const found: Decoration[] = [];
  state.doc.descendants((node, at) => {
    const told = node.marks.flatMap(({ type, attrs }) => {
      const one = said.get(String(attrs['id']));
      if (one === undefined || (type.name !== 'insertion' && type.name !== 'deletion')) return [];
      const words = t(type.name === 'insertion' ? 'suggestion.saidComes' : 'suggestion.saidGoes', { by: one.by });
      return [one.reason === '' ? words : `${words} ${one.reason}`];
    });
    if (told.length > 0) found.push(Decoration.inline(at, at + node.nodeSize, { title: told.join(' · '), 'aria-description': told.join(' · ') }));
  });
  return found;
}
