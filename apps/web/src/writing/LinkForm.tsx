import { mayFollow } from '@samsyn/domain/writing/textShape';
import { TextSelection, type EditorState } from 'prosemirror-state';
import { useState, type FormEvent } from 'react';
import { Button } from '../kit/Button';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import type { PanelProps } from './panel';
import { textSchema } from './textSchema';
import './panels.css';

const { link } = textSchema.marks;

/** The address as people write it, made into one that can be followed; null when it cannot. */
export function addressFrom(written: string): string | null {
  const text = written.trim();
  if (mayFollow(text)) return text;
  const guess = /^[^\s@/]+@[^\s@]+\.[^\s@]+$/.test(text) ? `mailto:${text}` : /^[^\s:@]+\.[^\s:@]{2,}/.test(text) ? `https://${text}` : text;
  return mayFollow(guess) ? guess : null;
}

/** Puts a link on the selected words, or writes the address itself where nothing is selected. */
export function LinkForm({ view, state, onDone }: PanelProps) {
  const { t } = useWords();
  const standing = linkAt(state);
  const [address, setAddress] = useState(standing?.href ?? '');
  const [wrong, setWrong] = useState(false);

  const done = onDone;
  const put = (event: FormEvent): void => {
    event.preventDefault();
    const href = addressFrom(address);
    if (href === null) return setWrong(true);
    const { from, to } = standing ?? view.state.selection;
    const mark = link.create({ href });
    const change = view.state.tr;
    if (from === to) change.insert(from, textSchema.text(address.trim(), [mark]));
    else change.removeMark(from, to, link).addMark(from, to, mark);
    view.dispatch(change.removeStoredMark(link));
    done();
  };
  const takeAway = (): void => {
    if (standing !== null) view.dispatch(view.state.tr.removeMark(standing.from, standing.to, link));
    done();
  };
  return (
    <form
      className="link-form"
      onSubmit={put}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
    >
      <TextField
        label={t('writing.link.address')}
        hint={t('writing.link.hint')}
        error={wrong ? t('writing.link.wrong') : undefined}
        value={address}
        inputMode="url"
        autoFocus
        onChange={(next) => {
          setAddress(next);
          setWrong(false);
        }}
      />
      <div className="row">
        <Button type="submit">{t('writing.link.put')}</Button>
        {standing === null ? null : <Button onClick={takeAway}>{t('writing.link.remove')}</Button>}
        <Button kind="plain" onClick={done}>
          {t('core.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The link the caret stands in, as far as it reaches. */
function linkAt(state: EditorState): { href: string; from: number; to: number } | null {
  const { $from, from, to } = state.selection;
  if (!(state.selection instanceof TextSelection)) return null;
  const { parent } = $from;
  const start = $from.start();
  let found: { href: string; from: number; to: number } | null = null;
  parent.forEach((node, offset) => {
    const mark = link.isInSet(node.marks);
    if (mark === undefined) return;
    const [begin, end] = [start + offset, start + offset + node.nodeSize];
    const href = mark.attrs['href'] as string;
    if (found !== null && found.href === href && found.to === begin) found = { ...found, to: end };
    else if (begin <= from && end >= to) found = { href, from: begin, to: end };
  });
  return found;
}
