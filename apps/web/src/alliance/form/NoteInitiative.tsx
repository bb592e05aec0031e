import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { say } from '../../kit/Notice';
import { Refusal } from '../../kit/Refusal';
import { TextArea, TextField } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';

const Note = graphql(`
  mutation NoteInitiative($name: String!, $description: String!, $url: String) {
    noteInitiative(name: $name, description: $description, url: $url) { id }
  }
`);

/** Notes something that already goes on. It stands inside another form, so it is sent by its own button. */
export function NoteInitiative({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [url, setUrl] = useState('');
  const note = useDo(Note);
  return (
    <div className="stack">
      <TextField label={t('form.note-name')} value={name} onChange={setName} maxLength={limits.name} />
      <TextArea label={t('form.note-description')} value={description} onChange={setDescription} maxLength={limits.description} />
      <TextField label={t('form.note-url')} optional type="url" dir="ltr" value={url} onChange={setUrl} maxLength={limits.source} />
      <Refusal no={note.no} />
      <div className="row">
        <Button
          busy={note.busy}
          onClick={() =>
            void note.do({ name, description, url: url.trim() === '' ? null : url }).then((answer) => {
              if (answer === null) return;
              say(t('form.noted'));
              onDone();
            })
          }
        >
          {t('form.note-do')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t('core.cancel')}
        </Button>
      </div>
    </div>
  );
}
