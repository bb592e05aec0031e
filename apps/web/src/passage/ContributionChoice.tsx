import { useState, type DragEvent, type ReactNode } from 'react';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { ContributionCard } from './ContributionCard';
import { ChoiceQuery, type CardShown } from './passageQuery';

interface Props {
  readonly framingId: string;
  readonly allianceId: string;
  /** What can be done with one of them. */
  readonly act: (shown: CardShown) => ReactNode;
  /** What a card brings along when it is dragged; without it none can be. */
  readonly onDrag?: (event: DragEvent, shown: CardShown) => void;
}

/** Contributions to choose among, those of the framing first; found by their words, and narrowed to those no framing uses. */
export function ContributionChoice({ framingId, allianceId, act, onDrag }: Props) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const [unused, setUnused] = useState(false);
  const filter = { search: search.trim().slice(0, 200), ...(unused ? { unused } : {}) };
  const { data, busy, no } = useAsk(ChoiceQuery, { framingId, allianceId, filter });
  const own = (data?.framing?.contributions.edges ?? []).map(({ node }) => node);
  const others = (data?.alliance?.contributions.edges ?? []).map(({ node }) => node).filter(({ id }) => !own.some((one) => one.id === id));
  const found = [...own, ...others];
  return (
    <div className="stack">
      <TextField label={t('passage.choose.search')} value={search} onChange={setSearch} type="search" />
      <label className="choice">
        <input type="checkbox" checked={unused} onChange={(event) => setUnused(event.currentTarget.checked)} />
        <span className="choice-label">{t('passage.choose.unused')}</span>
      </label>
      {busy ? <Bones /> : no !== undefined ? <Refusal no={no} /> : found.length === 0 ? <p className="soft">{t(unused ? 'passage.choose.noneUnused' : 'passage.choose.none')}</p> : null}
      <ul className="passage-cards">
        {found.map((shown) => (
          <li key={shown.id} draggable={onDrag !== undefined} onDragStart={onDrag === undefined ? undefined : (event) => onDrag(event, shown)}>
            <ContributionCard shown={shown}>{act(shown)}</ContributionCard>
          </li>
        ))}
      </ul>
      {data?.alliance?.contributions.pageInfo.hasNextPage === true ? <p className="small soft">{t('passage.choose.more')}</p> : null}
    </div>
  );
}
