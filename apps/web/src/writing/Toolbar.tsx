import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../lib/words';
import { LinkForm } from './LinkForm';
import { textSchema } from './textSchema';
import { isMarked, tools, type Tool } from './tools';

const signs: Record<Tool['name'] | 'link', ReactNode> = {
  strong: <path d="M7 4h6a4 4 0 0 1 0 8H7Zm0 8h7a4 4 0 0 1 0 8H7Z" />,
  em: <path d="M10 4h8M6 20h8M14 4l-4 16" />,
  heading: <path d="M5 4v16M17 4v16M5 12h12" />,
  subheading: <path d="M6 8v12M15 8v12M6 14h9" />,
  bullets: <path d="M9 6h12M9 12h12M9 18h12M4 6h.1M4 12h.1M4 18h.1" />,
  numbers: <path d="M10 6h11M10 12h11M10 18h11M3 4l2-1v6M3 14c2-2 4 0 2 2l-2 2h3" />,
  quote: <path d="M4 17c3-1 4-4 4-9H4v5h4M14 17c3-1 4-4 4-9h-4v5h4" />,
  link: <path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1" />,
  undo: <path d="M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3" />,
  redo: <path d="m16 5 5 5-5 5M21 10H10a6 6 0 0 0 0 12h3" />,
};

/** What can be done with the selected words. One stop for Tab; arrows go between the buttons. */
export function Toolbar({ view, state, controls }: { view: EditorView; state: EditorState; controls: string }) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [linking, setLinking] = useState(false);
  const linked = isMarked(state, textSchema.marks.link);
  const names = [...tools.slice(0, 2).map((tool) => tool.name), 'link' as const, ...tools.slice(2).map((tool) => tool.name)];

  const move = (event: KeyboardEvent): void => {
    const last = names.length - 1;
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const [ahead, behind] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const next = event.key === ahead ? (at + 1) % (last + 1) : event.key === behind ? (at + last) % (last + 1) : event.key === 'Home' ? 0 : event.key === 'End' ? last : null;
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };

  const press = (name: Tool['name'] | 'link'): void => {
    // While a word is being composed, a mark would cut it in two on some keyboards.
    if (view.composing) return;
    if (name === 'link') return setLinking(!linking);
    const tool = tools.find((one) => one.name === name);
    tool?.act(view.state, view.dispatch, view);
    view.focus();
  };

  return (
    <>
      <div className="toolbar" role="toolbar" aria-label={t('writing.tools')} aria-controls={controls} ref={bar} onKeyDown={move}>
        {names.map((name, index) => {
          const tool = tools.find((one) => one.name === name);
          const on = name === 'link' ? linked : tool?.on?.(state);
          const may = tool === undefined || tool.act(state);
          return (
            <button
              key={name}
              type="button"
              className="tool"
              tabIndex={index === at ? 0 : -1}
              aria-label={t(`writing.tool.${name}`)}
              title={t(`writing.tool.${name}`)}
              aria-pressed={on}
              aria-expanded={name === 'link' ? linking : undefined}
              aria-disabled={may ? undefined : true}
              // The press must not take the caret out of the text.
              onMouseDown={(event) => event.preventDefault()}
              onFocus={() => setAt(index)}
              onClick={() => press(name)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                {signs[name]}
              </svg>
            </button>
          );
        })}
      </div>
      {linking ? <LinkForm view={view} state={state} onDone={() => setLinking(false)} /> : null}
    </>
  );
}
