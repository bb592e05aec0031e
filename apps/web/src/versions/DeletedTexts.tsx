import { useState } from 'react';
import { Button } from '../kit/Button';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { Clearings } from './Clearings';
import { ClearForm } from './ClearForm';
import { DeletedOne } from './DeletedOne';
import { DeletedQuery } from './deletedQuery';

/** Text that was taken away: it is searched, copied, put back as a quotation, or cleared for good in the open. */
export function DeletedTexts({ framingId, mayClear }: { framingId: string; mayClear: boolean }) {
  const { t } = useWords();
  const [search, find] = useState('');
  const [after, goOn] = useState<string | null>(null);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [clearing, clear] = useState(false);
  const { data, busy, no } = useAsk(DeletedQuery, { id: framingId, search: search.trim() === '' ? null : search, after });
  const page = data?.framing?.deletedTexts;
  const texts = page?.edges.map(({ node }) => node) ?? [];
  // What waits for an answer cannot be asked for once more.
  const picked = texts.filter(({ id, clearing: asked }) => chosen.includes(id) && asked?.state !== 'PROPOSED');
  const me = data?.me?.id ?? null;
  return (
    <div className="stack">
      <p className="soft">{t('versions.deletedHow')}</p>
      <div className="name-version">
        <TextField
          label={t('versions.deletedSearch')}
          type="search"
          value={search}
          onChange={(value) => {
            find(value);
            goOn(null);
          }}
          maxLength={200}
        />
      </div>
      <Refusal no={no} />
      {busy ? <Bones /> : texts.length === 0 && no === undefined ? <p role="status">{t(search === '' ? 'versions.deletedNone' : 'versions.deletedNotFound')}</p> : null}
      <ul className="deleted-list">
        {texts.map((text) => (
          <DeletedOne
            key={text.id}
            text={text}
            {...(mayClear ? { chosen: picked.includes(text), onChoose: (on: boolean) => choose([...picked.map(({ id }) => id).filter((id) => id !== text.id), ...(on ? [text.id] : [])]) } : {})}
          />
        ))}
      </ul>
      <div className="row">
        {page?.pageInfo.hasNextPage === true ? <Button onClick={() => goOn(page.pageInfo.endCursor)}>{t('versions.deletedEarlier')}</Button> : null}
        {after === null ? null : <Button onClick={() => goOn(null)}>{t('versions.deletedLatest')}</Button>}
        {mayClear && picked.length > 0 && !clearing ? (
          <Button kind="grave" onClick={() => clear(true)}>
            {t('versions.clear')}
          </Button>
        ) : null}
      </div>
      {clearing && picked.length > 0 ? <ClearForm framingId={framingId} ids={picked.map(({ id }) => id)} own={picked.every(({ pieces }) => pieces.every(({ by }) => by !== null && by.id === me))} onClose={() => clear(false)} /> : null}
      <Clearings clearings={data?.framing?.clearings ?? []} me={me} />
    </div>
  );
}
