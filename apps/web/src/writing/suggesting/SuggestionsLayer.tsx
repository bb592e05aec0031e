import { useMemo, type ReactNode } from 'react';
import { Bones } from '../../kit/Page';
import { Refusal } from '../../kit/Refusal';
import type { Dress, LayerProps, TextNode } from '../../lib/beside';
import { useAsk } from '../../lib/graph';
import { useWords } from '../../lib/words';
import { SuggestionList } from './SuggestionList';
import { SuggestedQuery, SuggestionsQuery } from './suggestionQuery';

/** What is suggested, shown in the text that is read, with author and reason, and the ways to answer. */
export function SuggestionsLayer({ framing, children }: LayerProps) {
  const { t } = useWords();
  const suggestions = useAsk(SuggestionsQuery, { id: framing.id });
  const text = useAsk(SuggestedQuery, { id: framing.id });
  const all = useMemo(() => suggestions.data?.suggestionsOf ?? [], [suggestions.data]);
  const names = useMemo(() => new Map(all.map((one) => [one.id, one.author?.name ?? t('core.someone')])), [all, t]);
  const no = suggestions.no ?? text.no;
  const piece = (node: TextNode, words: ReactNode): ReactNode =>
    (node.marks ?? []).reduce((inner, { type, attrs }) => {
      if (type !== 'insertion' && type !== 'deletion') return inner;
      const by = names.get(String(attrs?.['id'])) ?? t('core.someone');
      const said = t(type === 'insertion' ? 'suggestion.saidComes' : 'suggestion.saidGoes', { by });
      const told = <span className="unseen">{said} </span>;
      return type === 'insertion' ? (
        <ins className="comes" title={said}>
          {told}
          {inner}
        </ins>
      ) : (
        <del className="goes" title={said}>
          {told}
          {inner}
        </del>
      );
    }, words);
  const dress: Dress = {
    ...(text.data?.framing == null ? {} : { content: text.data.framing.reading.suggested }),
    before: all.some(({ state }) => state === 'OPEN') ? <p className="small soft">{t('suggestion.how')}</p> : null,
    piece,
    after:
      no !== undefined ? <Refusal no={no} /> : suggestions.busy ? <Bones /> : <SuggestionList framingId={framing.id} all={all} onSettled={text.again} />,
  };
  return <>{children(dress)}</>;
}
