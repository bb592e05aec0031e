import { useState } from 'react';
import { useParams, useSearch } from 'wouter';
import { useStepFocus } from '../useStepFocus';
import { Link } from '../../kit/Link';
import { Page } from '../../kit/Page';
import { Refusal } from '../../kit/Refusal';
import { useAsk } from '../../lib/graph';
import { usePlace } from '../../lib/place';
import { useWords } from '../../lib/words';
import { BehindNumber } from './BehindNumber';
import { Knowledge } from './balanceFields';
import { Filters } from './Filters';
import { Gaps } from './Gaps';
import { Numbers } from './Numbers';
import { balanceFilter, behindOf, selectionOf } from './selection';
import './balance.css';

/** Who brought which kind of knowledge: first in a sentence, then as a picture, then as a table. */
export function KnowledgeScreen() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const search = useSearch();
  const selection = selectionOf(search);
  const behind = behindOf(search);
  const { data, busy, no } = useAsk(Knowledge, { id, filter: balanceFilter(selection), framingId: selection.framing, withFraming: selection.framing !== '' });
  const shown = useKept(data);
  const alliance = shown?.alliance;
  usePlace(alliance?.id, alliance?.name);
  useStepFocus(JSON.stringify(behind));
  if (busy && !shown) return <Page title={undefined} />;
  if (!alliance) return <Page title={t('balance.title')}>{no ? <Refusal no={no} /> : <p>{t('contribution.one.missing')}</p>}</Page>;
  if (behind) return <BehindNumber alliance={alliance} selection={selection} behind={behind} />;
  const framing = shown.framing ?? null;
  const over = (
    <>
      <Link to={`/a/${id}`} dir="auto">
        {alliance.name}
      </Link>
      {framing ? (
        <>
          {' · '}
          <Link to={`/f/${framing.id}`} dir="auto">
            {framing.name}
          </Link>
        </>
      ) : null}
    </>
  );
  return (
    <Page wide title={framing ? t('balance.titleFraming', { name: framing.name }) : t('balance.title')} over={over}>
      <Gaps alliance={alliance} selection={selection} />
      <Filters alliance={alliance} selection={selection} />
      {alliance.balance.total > 0 ? <Numbers alliance={alliance} selection={selection} /> : null}
    </Page>
  );
}

/** The last answer, while the next is on its way: a selection must not take the page away under one's hands. */
function useKept<T>(latest: T | undefined): T | undefined {
  const [kept, setKept] = useState(latest);
  if (latest !== undefined && latest !== kept) setKept(latest);
  return latest ?? kept;
}
