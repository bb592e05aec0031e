import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { Select } from '../kit/Select';
import { TextField } from '../kit/TextField';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { BringAsContributions, type BringingShown, type Problems } from './bringingQuery';
import { KnowingFields, nothingSaid, type Knowing } from './KnowingFields';

/** Paragraphs become contributions: those that are ticked, with what is said of all of them or of one. */
export function AsContributions({ brought, problems }: { brought: BringingShown; problems: Problems }) {
  const { t } = useWords();
  const [framing, setFraming] = useState<string>('');
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const [all, setAll] = useState<Knowing>(nothingSaid);
  const [own, setOwn] = useState<Readonly<Record<number, Knowing>>>({});
  const [author, setAuthor] = useState(brought.author);
  const [authors, setAuthors] = useState<Readonly<Record<number, string>>>({});
  const { do: bring, busy, no } = useDo(BringAsContributions);
  const texts = brought.paragraphs.filter(({ heading }) => !heading);

  function act() {
    const picks = ticked.map((number) => ({ number, ...(own[number] ?? all), author: (authors[number] ?? author).trim() || null }));
    void bring({ id: brought.id, framingId: framing === '' ? null : framing, picks });
  }
  const tick = (number: number, on: boolean) => setTicked(on ? [...ticked, number] : ticked.filter((one) => one !== number));

  return (
    <ActForm press={t('bringing.give', { n: ticked.length })} busy={busy} no={no} onAct={act}>
      <fieldset className="field">
        <legend className="field-label">{t('bringing.which')}</legend>
        <p className="row">
          <Button kind="plain" onClick={() => setTicked(texts.map(({ number }) => number))}>
            {t('bringing.tickAll')}
          </Button>
          <Button kind="plain" onClick={() => setTicked([])}>
            {t('bringing.tickNone')}
          </Button>
        </p>
        <ul className="lines">
          {brought.paragraphs.map(({ number, text, heading }) => (
            <li key={number} className="stack-tight">
              <label className="choice">
                <input type="checkbox" checked={ticked.includes(number)} onChange={(event) => tick(number, event.currentTarget.checked)} />
                <span className={heading ? 'choice-label brought-heading' : 'choice-label'} dir="auto">
                  {text}
                </span>
              </label>
              {ticked.includes(number) ? (
                <details className="unfold">
                  <summary>{t('bringing.ownSaid')}</summary>
                  <KnowingFields said={own[number] ?? all} onChange={(said) => setOwn({ ...own, [number]: said })} />
                  <TextField label={t('bringing.author')} optional value={authors[number] ?? author} onChange={(name) => setAuthors({ ...authors, [number]: name })} most={limits.name} />
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      </fieldset>
      <h3>{t('bringing.allSaid')}</h3>
      <p className="soft">{t('bringing.allSaidHow')}</p>
      <KnowingFields said={all} onChange={setAll} />
      <TextField label={t('bringing.author')} hint={t('bringing.authorHow')} optional value={author} onChange={setAuthor} most={limits.name} />
      <Select
        label={t('bringing.framing')}
        none={t('bringing.noFraming')}
        choices={problems.flatMap(({ framings }) => framings.map(({ id, name }) => ({ value: id, label: name })))}
        chosen={framing}
        onChange={setFraming}
      />
    </ActForm>
  );
}
