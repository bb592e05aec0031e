import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../lib/words';
import { asksFor } from './asked';
import type { PanelName } from './panel';
import { panels, TableTools } from './panels';
import { signs, type SignName } from './signs';
import { textSchema } from './textSchema';
import { isMarked, tools } from './tools';
import './tools.css';

type Name = SignName;

const named = (from: number, to?: number): Name[] => tools.slice(from, to).map(({ name }) => name);
const names: readonly Name[] = [...named(0, 2), 'link', ...named(2, 7), 'insert', ...named(7), 'find', 'count', 'keys', 'more'];
const seldom: ReadonlySet<Name> = new Set<Name>(['link', 'find', 'count', 'keys', ...tools.flatMap((tool) => (tool.seldom ? [tool.name] : []))]);
const opens: ReadonlySet<Name> = new Set<Name>(['link', 'insert', 'find', 'count', 'keys']);

/** What can be done with the selected words. One stop for Tab; arrows go between the buttons. */
export function Toolbar({ view, state, controls, framingId }: { view: EditorView; state: EditorState; controls: string; framingId: string }) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Name>('strong');
  const [all, setAll] = useState(false);
  const [panel, setPanel] = useState<PanelName | null>(null);
  useEffect(() => asksFor(view, setPanel), [view]);

  const move = (event: KeyboardEvent): void => {
    const here = [...(bar.current?.querySelectorAll('button') ?? [])].filter((button) => button.offsetParent !== null);
    const now = here.findIndex((button) => button === document.activeElement);
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const [ahead, behind] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const step = event.key === ahead ? now + 1 : event.key === behind ? now + here.length - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? here.length - 1 : null;
    if (event.key === '?') setPanel('keys');
    if (step === null) return;
    event.preventDefault();
    here[step % here.length]?.focus();
  };

  const press = (name: Name): void => {
    // While a word is being composed, a mark would cut it in two on some keyboards.
    if (view.composing || !view.editable) return;
    if (name === 'more') return setAll(!all);
    if (opens.has(name)) return setPanel(panel === name ? null : (name as PanelName));
    tools.find((one) => one.name === name)?.act(view.state, view.dispatch, view);
    view.focus();
  };
  const done = (): void => {
    setPanel(null);
    view.focus();
  };
  const Panel = panel === null ? null : panels[panel];
  const selected = state.selection.$from;
  const inTable = Array.from({ length: selected.depth }, (_, depth) => selected.node(depth)).some(({ type }) => type === textSchema.nodes.table);

  return (
    <>
      <div className={all ? 'toolbar toolbar-all' : 'toolbar'} role="toolbar" aria-label={t('writing.tools')} aria-controls={controls} ref={bar} onKeyDown={move}>
        {names.map((name) => {
          const tool = tools.find((one) => one.name === name);
          const on = name === 'link' ? isMarked(state, textSchema.marks.link) : tool?.on?.(state);
          const may = tool === undefined || tool.act(state);
          return (
            <button
              key={name}
              type="button"
              className={`tool tool-${name === 'more' ? 'more' : seldom.has(name) ? 'seldom' : 'often'}`}
              tabIndex={name === at ? 0 : -1}
              aria-label={t(`writing.tool.${name}`)}
              title={t(`writing.tool.${name}`)}
              aria-pressed={on}
              aria-expanded={name === 'more' ? all : opens.has(name) ? panel === name : undefined}
              aria-disabled={may ? undefined : true}
              // The press must not take the caret out of the text.
              onMouseDown={(event) => event.preventDefault()}
              onFocus={() => setAt(name)}
              onClick={() => press(name)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d={signs[name]} />
              </svg>
            </button>
          );
        })}
      </div>
      <Suspense fallback={null}>
        {inTable ? <TableTools view={view} state={state} framingId={framingId} onDone={done} open={setPanel} /> : null}
        {Panel === null ? null : <Panel key={panel} view={view} state={state} framingId={framingId} onDone={done} open={setPanel} />}
      </Suspense>
    </>
  );
}
