import { restingOnNothing } from '@samsyn/domain/passage/passage';
import { useEffect, useState, type DragEvent } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Refusal } from '../kit/Refusal';
import { Select } from '../kit/Select';
import type { LayerProps } from '../lib/beside';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { ContributionCard, short } from './ContributionCard';
import { ContributionChoice } from './ContributionChoice';
import { BasisQuery, type CardShown } from './passageQuery';
import { RestForm } from './RestForm';
import { Said } from './Said';
import './passage.css';

type Doing = { readonly line: number; readonly card: CardShown | null } | null;

/** What a text rests on, beside each of its lines: which contributions, and what people say they do to it. */
export function BasisLayer({ framing, children }: LayerProps) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(BasisQuery, { id: framing.id });
  const [doing, setDoing] = useState<Doing>(null);
  const [dragged, drag] = useState<CardShown | null>(null);
  const [card, choose] = useState<CardShown | null>(null);
  const [under, hover] = useState<number | null>(null);
  useEffect(() => {
    if (dragged === null) return undefined;
    const over = ({ target }: Event): void => {
      const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined;
      hover(line === undefined ? null : Number(line));
    };
    // Dropped anywhere, or not at all: what is dragged later is something else.
    const end = (): void => {
      drag(null);
      hover(null);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragend', end);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragend', end);
    };
  }, [dragged]);
  const { basis = [], cited = [], paragraphs = [] } = data?.framing ?? {};
  const mayRest = framing.rights.some(({ verb, may }) => verb === 'passage.restOn' && may);
  const standing = basis.filter(({ line }) => line !== null);
  const removed = basis.filter((one) => one.removed);
  const stands = [...standing, ...cited].flatMap(({ line, lastLine }) => (line === null || lastLine === null ? [] : [{ line, lastLine }]));
  const bare = restingOnNothing(paragraphs.map(({ line }) => line), stands);
  const done = (line: number) => () => {
    setDoing(null);
    focusOn(`[data-line="${line}"] .line-beside button`, 'first');
  };
  const place = (line: number, chosen: CardShown | null): void => {
    setDoing({ line, card: chosen });
    choose(null);
    focusOn(`[data-line="${line}"] .panel :is(input, button)`, 'first');
  };
  const takes = (line: number): boolean => dragged !== null && paragraphs.some((one) => one.line === line);
  const over = (event: DragEvent, line: number): void => {
    if (takes(line)) event.preventDefault();
  };
  const drop = (event: DragEvent, line: number): void => {
    if (!takes(line)) return;
    event.preventDefault();
    place(line, dragged);
    drag(null);
  };
  return children({
    onDragOver: over,
    onDrop: drop,
    before: (
      <div className="stack-tight">
        <p className="small soft">{t('passage.basis.how')}</p>
        <Refusal no={no} />
        {busy || paragraphs.length === 0 ? null : bare.length === 0 ? (
          <p>{t('passage.basis.allRest')}</p>
        ) : (
          <details className="unfold">
            <summary>{t('passage.basis.bare', { n: bare.length })}</summary>
            <ul className="passage-bare">
              {paragraphs
                .filter(({ line }) => bare.includes(line))
                .map(({ line, quote }) => (
                  <li key={line}>
                    <a href={`#line-${line}`} dir="auto">
                      {short(quote)}
                    </a>
                  </li>
                ))}
            </ul>
          </details>
        )}
      </div>
    ),
    beside: (line) => {
      const here = standing.filter((one) => one.line === line);
      const within = cited.filter((one) => one.line <= line && line <= one.lastLine && !here.some(({ contribution }) => contribution.id === one.contribution.id));
      const passage = paragraphs.find((one) => one.line === line);
      return (
        <>
          {under === line && takes(line) ? <span className="passage-under" /> : null}
          {here.map((one) => (
            <ContributionCard key={one.id} shown={one.contribution}>
              {one.quote === passage?.quote ? null : (
                <p className="small passage-where">
                  {t('passage.on')} <q dir="auto">{one.quote}</q>
                </p>
              )}
              <Said basis={one} />
              {mayRest ? (
                <Button kind="plain" onClick={() => place(line, one.contribution)}>
                  {t('passage.rest.more')}
                </Button>
              ) : null}
            </ContributionCard>
          ))}
          {within.map((one, at) => (
            <ContributionCard key={`${one.contribution.id} ${at}`} shown={one.contribution}>
              <p className="small soft">{t('passage.basis.cited')}</p>
            </ContributionCard>
          ))}
          {passage === undefined || busy ? null : bare.includes(line) ? <p className="small passage-nothing">{t('passage.basis.nothing')}</p> : null}
          {passage === undefined || !mayRest ? null : doing?.line === line ? (
            <RestForm key={doing.card?.id ?? ''} framing={framing} anchor={passage.anchor} basis={here} chosen={doing.card} onDone={done(line)} />
          ) : (
            <div className="passage-acts">
              <Button kind="plain" onClick={() => place(line, null)}>
                {t('passage.rest.open')}
              </Button>
            </div>
          )}
        </>
      );
    },
    after: (
      <>
        {removed.length === 0 ? null : (
          <section className="stack" aria-labelledby="basis-removed">
            <h3 id="basis-removed">{t('passage.basis.removed')}</h3>
            <ul className="passage-cards">
              {removed.map((one) => (
                <li key={one.id}>
                  <ContributionCard shown={one.contribution}>
                    <p className="small passage-where">
                      {t('passage.was')} <q dir="auto">{one.quote}</q>
                    </p>
                    <Said basis={one} />
                  </ContributionCard>
                </li>
              ))}
            </ul>
          </section>
        )}
        {mayRest ? (
          <section className="stack" aria-labelledby="basis-choose">
            <h3 id="basis-choose">{t('passage.basis.choose')}</h3>
            <p className="small soft">{t('passage.basis.chooseHow')}</p>
            <ContributionChoice
              framingId={framing.id}
              allianceId={framing.alliance.id}
              onDrag={(event, shown) => {
                event.dataTransfer.effectAllowed = 'link';
                event.dataTransfer.setData('text/plain', shown.text.slice(0, 200));
                drag(shown);
              }}
              act={(shown) =>
                card?.id === shown.id ? (
                  <Select
                    label={t('passage.basis.which')}
                    none={t('passage.basis.whichNone')}
                    choices={paragraphs.map(({ line, quote }) => ({ value: String(line), label: short(quote).slice(0, 80) }))}
                    chosen=""
                    onChange={(line) => (line === '' ? undefined : place(Number(line), shown))}
                  />
                ) : (
                  <Button onClick={() => choose(shown)}>{t('passage.basis.put')}</Button>
                )
              }
            />
          </section>
        ) : null}
      </>
    ),
  });
}
