import { useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Refusal } from '../kit/Refusal';
import type { LayerProps, TextNode } from '../lib/beside';
import { useAsk, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { CiteForm } from './CiteForm';
import { ContributionCard } from './ContributionCard';
import { MarkForm } from './MarkForm';
import { CitedQuery, Uncite } from './passageQuery';
import './passage.css';

type Doing = { readonly line: number; readonly what: 'mark' | 'cite' } | null;

/** Which knowledge a text carries: the contributions on its words, beside the lines they stand in. */
export function KnowledgeLayer({ framing, children }: LayerProps) {
  const { t } = useWords();
  const { data, no } = useAsk(CitedQuery, { id: framing.id });
  const { do: uncite, busy, no: refused } = useDo(Uncite);
  const [doing, setDoing] = useState<Doing>(null);
  const cited = data?.framing?.cited ?? [];
  const removed = (data?.framing?.contributions.edges ?? []).map(({ node }) => node).filter(({ passage }) => passage?.removed === true);
  const known = new Set(cited.map(({ contribution }) => contribution.id));
  const paragraphs = new Map((data?.framing?.paragraphs ?? []).map((one) => [one.line, one]));
  const may = (verb: string): boolean => framing.rights.some((right) => right.verb === verb && right.may);
  const done = (line: number) => () => {
    setDoing(null);
    // The form goes away with what had the focus.
    focusOn(`[data-line="${line}"] .line-beside button`, 'first');
  };
  return children({
    before: (
      <>
        <p className="small soft">{cited.length === 0 ? t('passage.knowledge.none') : t('passage.knowledge.how')}</p>
        <Refusal no={no ?? refused} />
      </>
    ),
    piece: (node, words) => (idsOf(node).some((id) => known.has(id)) ? <mark className="pointed">{words}</mark> : words),
    beside: (line) => {
      const here = cited.filter((one) => one.line === line);
      const passage = paragraphs.get(line);
      return (
        <>
          {here.map((one, at) => (
            <ContributionCard key={`${one.contribution.id} ${at}`} shown={one.contribution}>
              {one.quote === passage?.quote ? null : (
                <p className="small passage-where">
                  {t('passage.on')} <q dir="auto">{one.quote}</q>
                </p>
              )}
              {may('passage.cite') ? (
                <Button kind="plain" busy={busy} onClick={() => void uncite({ framingId: framing.id, contributionId: one.contribution.id })}>
                  {t('passage.uncite')}
                </Button>
              ) : null}
            </ContributionCard>
          ))}
          {passage === undefined ? null : doing?.line === line ? (
            doing.what === 'mark' ? (
              <MarkForm framing={framing} passage={passage} onDone={done(line)} />
            ) : (
              <CiteForm framing={framing} passage={passage} onDone={done(line)} />
            )
          ) : (
            <div className="row passage-acts">
              {may('alliance.give') ? (
                <Button kind="plain" onClick={() => setDoing({ line, what: 'mark' })}>
                  {t('passage.mark.open')}
                </Button>
              ) : null}
              {may('passage.cite') ? (
                <Button kind="plain" onClick={() => setDoing({ line, what: 'cite' })}>
                  {t('passage.cite.open')}
                </Button>
              ) : null}
            </div>
          )}
        </>
      );
    },
    after:
      removed.length === 0 ? null : (
        <section className="stack" aria-labelledby="knowledge-removed">
          <h3 id="knowledge-removed">{t('passage.basis.removed')}</h3>
          <ul className="passage-cards">
            {removed.map((one) => (
              <li key={one.id}>
                <ContributionCard shown={one}>
                  <p className="small passage-where">
                    {t('passage.was')} <q dir="auto">{one.passage?.quote}</q>
                  </p>
                </ContributionCard>
              </li>
            ))}
          </ul>
        </section>
      ),
  });
}

function idsOf(node: TextNode): string[] {
  return (node.marks ?? []).flatMap(({ type, attrs }) => (type === 'contribution' && typeof attrs?.['id'] === 'string' ? [attrs['id']] : []));
}
