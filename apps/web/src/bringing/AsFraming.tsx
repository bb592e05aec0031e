import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Select } from '../kit/Select';
import { TextField } from '../kit/TextField';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { BringAsFraming, type BringingShown, type Problems } from './bringingQuery';
import { picturesIn } from './picturesIn';

/** The text becomes a framing of its own. */
export function AsFraming({ brought, problems, onDone }: { brought: BringingShown; problems: Problems; onDone: (framingId: string) => void }) {
  const { t } = useWords();
  const [problem, setProblem] = useState<string>(problems.length === 1 ? (problems[0]?.id ?? '') : '');
  const [name, setName] = useState(brought.title);
  const [author, setAuthor] = useState(brought.author);
  const [pictures, setPictures] = useState(() => picturesIn(brought.content));
  const [tried, setTried] = useState(false);
  const { do: bring, busy, no } = useDo(BringAsFraming);

  async function act() {
    setTried(true);
    if (problem === '' || name.trim() === '') return;
    const done = await bring({ id: brought.id, problemId: problem, name, author: author.trim() === '' ? null : author, descriptions: pictures });
    const framing = done?.bringAsFraming.framing;
    if (framing) onDone(framing.id);
  }

  return (
    <ActForm press={t('bringing.openFraming')} busy={busy} no={no} onAct={() => void act()}>
      <Select label={t('bringing.problem')} none={t('bringing.choose')} error={tried && problem === '' ? t('bringing.problemNeeded') : undefined} choices={problems.map(({ id, sentence }) => ({ value: id, label: sentence }))} chosen={problem} onChange={setProblem} />
      <TextField label={t('bringing.name')} value={name} onChange={setName} most={limits.sentence} error={tried && name.trim() === '' ? t('bringing.nameNeeded') : undefined} />
      {brought.format === 'RECORD' ? null : <TextField label={t('bringing.author')} hint={t('bringing.authorHow')} optional value={author} onChange={setAuthor} most={limits.name} />}
      {pictures.map(({ media, description }, at) => (
        <div key={media} className="brought-picture">
          <img src={`/media/${media}`} alt="" />
          <TextField
            label={t('bringing.picture', { n: at + 1 })}
            hint={t('bringing.pictureHow')}
            optional
            value={description}
            onChange={(said) => setPictures(pictures.map((one) => (one.media === media ? { media, description: said } : one)))}
            most={limits.description}
          />
        </div>
      ))}
    </ActForm>
  );
}
