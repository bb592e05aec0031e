import { sourceFrom, shortForm } from '@samsyn/domain/framing/source';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { useState, type FormEvent } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useAsk, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { insertAmongWords } from './inserting';
import type { PanelProps } from './panel';
import { SourcesQuery, type SourceListed } from './sourcesQuery';
import { textSchema } from './textSchema';
import './panels.css';

const AddSource = graphql(`
  mutation AddSource($id: ID!, $source: SourceInput!) {
    addSource(framingId: $id, source: $source) { id }
  }
`);
const CorrectSource = graphql(`
  mutation CorrectSource($id: ID!, $source: SourceInput!) {
    correctSource(id: $id, source: $source) { id }
  }
`);

const TakeOutSource = graphql(`
  mutation TakeOutSource($id: ID!) {
    takeOutSource(id: $id) { id sources { id } }
  }
`);

const empty = { title: '', authors: '', year: '', doi: '', url: '', note: '' };
type Typed = typeof empty;
const fields = Object.keys(empty) as (keyof Typed)[];

/** Cites a source from the text's own list, or adds one to it first. */
export function SourceForm({ view, framingId, onDone }: PanelProps) {
  const { t } = useWords();
  const { data, no } = useAsk(SourcesQuery, { id: framingId });
  const sources = data?.framing?.sources ?? [];
  const [writing, setWriting] = useState<SourceListed | 'new' | null>(null);
  const takingOut = useDo(TakeOutSource);
  const [sure, setSure] = useState<string | null>(null);
  const takeOut = async ({ id, title }: SourceListed): Promise<void> => {
    if (sure !== id) return setSure(id);
    setSure(null);
    if ((await takingOut.do({ id })) !== null) say(t('editing.source.outDone', { title }));
  };

  const cite = (source: string): void => {
    const change = insertAmongWords(view.state, textSchema.nodes.citation.create({ source }));
    if (change !== null) view.dispatch(change.scrollIntoView());
    onDone();
  };
  if (writing !== null) {
    return (
      <SourceFields
        framingId={framingId}
        standing={writing === 'new' ? null : writing}
        onCancel={() => setWriting(null)}
        onStored={(id) => (writing === 'new' ? cite(id) : setWriting(null))}
      />
    );
  }
  return (
    <div className="tool-panel" role="group" aria-label={t('editing.source.title')} onKeyDown={({ key }) => (key === 'Escape' ? onDone() : undefined)}>
      <p className="soft">{t(sources.length === 0 ? 'editing.source.none' : 'editing.source.how')}</p>
      <Refusal no={no ?? takingOut.no} />
      <ul className="stack-tight source-list">
        {sources.map((source) => (
          <li key={source.id} className="row">
            <span dir="auto">
              <b>{shortForm(source)}</b> {source.title}
            </span>
            <Button aria-label={t('editing.source.citeThis', { title: source.title })} onClick={() => cite(source.id)}>
              {t('editing.source.cite')}
            </Button>
            <Button kind="plain" aria-label={t('editing.source.correctThis', { title: source.title })} onClick={() => setWriting(source)}>
              {t('editing.source.correct')}
            </Button>
            <Button kind={sure === source.id ? 'grave' : 'plain'} busy={takingOut.busy} aria-label={t(sure === source.id ? 'editing.source.outSureThis' : 'editing.source.outThis', { title: source.title })} onClick={() => void takeOut(source)}>
              {t(sure === source.id ? 'editing.source.outSure' : 'editing.source.out')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button kind="main" onClick={() => setWriting('new')}>
          {t('editing.source.new')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t('core.cancel')}
        </Button>
      </div>
    </div>
  );
}

function SourceFields(props: { framingId: string; standing: SourceListed | null; onCancel: () => void; onStored: (id: string) => void }) {
  const { t } = useWords();
  const { standing } = props;
  const [typed, setTyped] = useState<Typed>(() => (standing === null ? empty : { ...standing, year: standing.year === null ? '' : String(standing.year), doi: standing.doi ?? '', url: standing.url ?? '' }));
  const adding = useDo(AddSource);
  const correcting = useDo(CorrectSource);
  const [wrong, setWrong] = useState<Partial<Record<keyof Typed, string>>>({});

  const store = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const year = typed.year.trim() === '' ? null : Number(typed.year);
    const checked = sourceFrom({ ...typed, year });
    if (isRefusal(checked)) {
      const at = ({ 'source/doi': 'doi', 'source/year': 'year', 'url/wrong': 'url' } as const)[checked.refused as 'url/wrong'] ?? 'title';
      return setWrong({ [at]: t(`editing.source.wrong.${at}`) });
    }
    setWrong({});
    const stored = standing === null ? (await adding.do({ id: props.framingId, source: checked }))?.addSource.id : (await correcting.do({ id: standing.id, source: checked }))?.correctSource.id;
    if (stored !== undefined) props.onStored(stored);
  };
  return (
    <form className="tool-panel" onSubmit={(event) => void store(event)}>
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(`editing.source.${field}`)}
          hint={field === 'doi' ? t('editing.source.doiHint') : field === 'authors' ? t('editing.source.authorsHint') : undefined}
          optional={field !== 'title'}
          error={wrong[field]}
          value={typed[field]}
          autoFocus={field === 'title'}
          inputMode={field === 'year' ? 'numeric' : field === 'url' ? 'url' : undefined}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      <Refusal no={adding.no ?? correcting.no} />
      <div className="row">
        <Button type="submit" kind="main" busy={adding.busy || correcting.busy}>
          {t(standing === null ? 'editing.source.add' : 'editing.source.save')}
        </Button>
        <Button kind="plain" onClick={props.onCancel}>
          {t('core.cancel')}
        </Button>
      </div>
    </form>
  );
}
