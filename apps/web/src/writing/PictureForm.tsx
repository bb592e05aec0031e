import { limits } from '@samsyn/domain/shared/limits';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../kit/Button';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useAsk, type No } from '../lib/graph';
import { sendBytes } from '../lib/sendBytes';
import { useWords } from '../lib/words';
import { pictureSelected, putPicture } from './inserting';
import type { PanelProps } from './panel';
import { takePasted } from './pastedPicture';
import { SourcesQuery } from './sourcesQuery';
import './panels.css';

const shown = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** Puts a picture in the text, with what one sees in it; or corrects what is said of the one that is selected. */
export function PictureForm({ view, state, framingId, onDone }: PanelProps) {
  const { t } = useWords();
  const { data } = useAsk(SourcesQuery, { id: framingId });
  // Which picture it was about when it opened: the selection may move while one writes.
  const [pasted] = useState(takePasted);
  const [selected] = useState(() => (pasted === null ? pictureSelected(state) : null));
  const [description, setDescription] = useState(() => (selected === null ? '' : String(selected.node.attrs['description'])));
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<{ file?: string; description?: string }>({});
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<No | undefined>();
  const input = useRef<HTMLInputElement>(null);
  const allianceId = data?.framing?.alliance.id;

  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setFile(null);
    if (chosen.size > limits.pictureMegabytes * 1_000_000) return setError({ file: t('editing.picture.large', { max: limits.pictureMegabytes }) });
    if (!shown.includes(chosen.type) || !(await canBeShown(chosen))) return setError({ file: t('editing.picture.wrong') });
    setError({});
    setFile(chosen);
  };

  const first = useRef(choose);
  useEffect(() => void first.current(pasted ?? undefined), [pasted]);

  const put = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const said = description.trim();
    if (selected !== null) {
      // Others may have moved it meanwhile; it is found again by its picture.
      const at = placeOf(selected.node.attrs['media']);
      if (at !== null) view.dispatch(view.state.tr.setNodeAttribute(at, 'description', said));
      return onDone();
    }
    if (file === null || said === '') return setError({ ...(file === null ? { file: t('editing.picture.choose') } : {}), ...(said === '' ? { description: t('editing.picture.say') } : {}) });
    if (allianceId === undefined) return;
    setBusy(true);
    const sent = await sendBytes('/media', { alliance: allianceId, framing: framingId, description: said }, file);
    setBusy(false);
    if ('no' in sent) return setNo(sent.no);
    if (view.isDestroyed) return;
    view.dispatch(putPicture(view.state, sent.id, said));
    onDone();
  };
  const placeOf = (media: unknown): number | null => {
    let found: number | null = null;
    view.state.doc.descendants((node, at) => {
      if (node.type.name === 'picture' && node.attrs['media'] === media) found ??= at;
    });
    return found;
  };

  return (
    <form className="tool-panel" onSubmit={(event) => void put(event)} onKeyDown={({ key }) => (key === 'Escape' ? onDone() : undefined)}>
      {selected === null ? (
        <div className="row">
          <input
            ref={input}
            type="file"
            accept={shown.join(',')}
            className="unseen"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button onClick={() => input.current?.click()}>{t('editing.picture.choose')}</Button>
          <span dir="auto" className="soft">
            {file?.name ?? ''}
          </span>
        </div>
      ) : null}
      <p role="alert" className="field-error">
        {error.file ?? ''}
      </p>
      <TextField label={t('editing.picture.description')} hint={t('editing.picture.hint')} error={error.description} value={description} most={limits.description} autoFocus={selected !== null || pasted !== null} onChange={setDescription} />
      <Refusal no={no} />
      <div className="row">
        <Button type="submit" kind="main" busy={busy}>
          {t(selected === null ? 'editing.picture.put' : 'editing.picture.correct')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t('core.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Looked at here and now: a file may call itself a picture and be none. */
async function canBeShown(file: File): Promise<boolean> {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}
