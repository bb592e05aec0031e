import { NodeSelection, TextSelection } from 'prosemirror-state';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { Button } from '../kit/Button';
import { TextField } from '../kit/TextField';
import { useWords } from '../lib/words';
import { findIn, replaceAt, type Found } from './finding';
import { lightsKey } from './lights';
import type { PanelProps } from './panel';
import './panels.css';

/** Looks for words in the text, and puts others in their place. */
export function FindPanel({ view, state, onDone }: PanelProps) {
  const { t } = useWords();
  const [words, setWords] = useState(() => chosen(state.doc.textBetween(state.selection.from, state.selection.to, '\n')));
  const [other, setOther] = useState('');
  const [sameCase, setSameCase] = useState(false);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState('');
  const { doc } = state;
  const found = useMemo(() => findIn(doc, words, sameCase), [doc, words, sameCase]);
  const now = found.length === 0 ? 0 : at % found.length;

  useEffect(() => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(lightsKey, found.map((place, index) => ({ ...place, now: index === now }))).setMeta('addToHistory', false));
  }, [view, found, now]);
  useEffect(
    () => () => {
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(lightsKey, []).setMeta('addToHistory', false));
    },
    [view],
  );

  const show = (index: number): void => {
    const place: Found | undefined = found[index];
    setAt(index);
    if (place === undefined) return;
    const $from = view.state.doc.resolve(place.from);
    // The words of a note are selected with their note.
    const selection = $from.parent.type.isAtom ? NodeSelection.create(view.state.doc, $from.before()) : TextSelection.create(view.state.doc, place.from, place.to);
    view.dispatch(view.state.tr.setSelection(selection).setMeta('addToHistory', false).scrollIntoView());
  };
  const next = (event: FormEvent): void => {
    event.preventDefault();
    if (found.length > 0) show((now + 1) % found.length);
  };
  const replace = (places: readonly Found[]): void => {
    replaceAt(view, places, other);
    setSaid(t('editing.find.replaced', { n: places.length }));
  };
  return (
    <form className="tool-panel" role="search" onSubmit={next} onKeyDown={({ key }) => (key === 'Escape' ? onDone() : undefined)}>
      <TextField label={t('editing.find.words')} value={words} autoFocus onChange={(value) => (setWords(value), setAt(0), setSaid(''))} />
      <label className="row">
        <input type="checkbox" checked={sameCase} onChange={({ currentTarget }) => setSameCase(currentTarget.checked)} /> {t('editing.find.case')}
      </label>
      <p role="status" className="soft">
        {said !== '' ? said : words === '' ? '' : found.length === 0 ? t('editing.find.none') : t('editing.find.found', { n: found.length, now: now + 1 })}
      </p>
      <TextField label={t('editing.find.other')} value={other} onChange={setOther} />
      <div className="row">
        <Button type="submit">{t('editing.find.next')}</Button>
        <Button onClick={() => found.length > 0 && show((now + found.length - 1) % found.length)}>{t('editing.find.before')}</Button>
        <Button onClick={() => found[now] !== undefined && replace([found[now]])}>{t('editing.find.replace')}</Button>
        <Button onClick={() => found.length > 0 && replace(found)}>{t('editing.find.replaceAll')}</Button>
        <Button kind="plain" onClick={onDone}>
          {t('core.close')}
        </Button>
      </div>
    </form>
  );
}

// Some words that are selected are what one looks for; a longer stretch is not.
function chosen(selected: string): string {
  return selected.length <= 80 && !selected.includes('\n') ? selected : '';
}
