import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Bones } from '../kit/Page';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { Refusal } from '../kit/Refusal';
import { Select } from '../kit/Select';
import { useAsk } from '../lib/graph';
import { useWords, type Words } from '../lib/words';
import { ComparedColumns, ComparedText } from './Compared';
import { comparisonSentence } from './sentence';
import { sideOf } from './side';
import { useWide } from './useWide';
import { ComparisonQuery, type ComparisonShown } from './versionsQuery';

/** A text one may compare with. */
export interface Comparable {
  readonly value: string;
  readonly label: string;
}

/** Two states of texts beside each other: what became of the paragraphs, whose words, which contributions and kinds. */
export function CompareSection({ framingId, choices }: { framingId: string; choices: readonly Comparable[] }) {
  const words = useWords();
  const { t } = words;
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? 'now'];
  // A link leads here from further up; whoever chooses in the lists is here already.
  const heading = useRef<HTMLHeadingElement>(null);
  const here = useRef(from);
  useEffect(() => {
    if (from !== here.current) heading.current?.focus();
    here.current = from;
  }, [from]);
  const choose = (which: 'from' | 'to', value: string): void => {
    if (which === 'from') here.current = value;
    const next = new URLSearchParams({ from, to, [which]: value });
    go(`/f/${framingId}/versions?${next.toString()}`, { replace: true });
  };
  const { data, busy, no } = useAsk(ComparisonQuery, { id: framingId, from: sideOf(from), to: sideOf(to) }, { pause: from === '' });
  const comparison = data?.framing?.comparison;
  // An address may lead to a position, or to a framing that is not among those offered.
  const offered = (value: string): Comparable[] => [...choices, ...(value === '' || choices.some((one) => one.value === value) ? [] : [{ value, label: t('versions.fromLink') }])];
  return (
    <section className="stack" aria-labelledby="versions-compare">
      <h2 id="versions-compare" ref={heading} tabIndex={-1}>{t('versions.compare')}</h2>
      <div className="compare-choice">
        <Select label={t('versions.compareFrom')} none={t('versions.choose')} choices={offered(from)} chosen={from} onChange={(value) => choose('from', value)} />
        <Select label={t('versions.compareTo')} choices={offered(to)} chosen={to} onChange={(value) => choose('to', value === '' ? 'now' : value)} />
      </div>
      <Refusal no={from === '' ? undefined : no} />
      {comparison === undefined ? from !== '' && busy ? <Bones /> : null : <Shown comparison={comparison} words={words} />}
    </section>
  );
}

function Shown({ comparison, words }: { comparison: ComparisonShown; words: Words }) {
  const { t, moment } = words;
  const isWide = useWide();
  const head = ({ version, framing, at }: ComparisonShown['from']) => (
    <>
      <bdi>{framing.name}</bdi>, <bdi>{version === null ? moment(at) : version.label}</bdi>
    </>
  );
  return (
    <div className="stack">
      <p role="status">{comparisonSentence(comparison, words)}</p>
      <Fields comparison={comparison} words={words} />
      <Knowledge comparison={comparison} words={words} />
      <h3>{t('versions.words')}</h3>
      {isWide ? <ComparedColumns comparison={comparison} heads={[head(comparison.from), head(comparison.to)]} /> : <ComparedText comparison={comparison} />}
    </div>
  );
}

function Fields({ comparison: { fields }, words: { t } }: { comparison: ComparisonShown; words: Words }) {
  if (fields.length === 0) return null;
  return (
    <dl className="compared-fields">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{t(`versions.field.${field}`)}</dt>
          <dd dir="auto">
            {before === '' ? null : <del><bdi className="unseen">{t('versions.delBegins')} </bdi>{before}</del>} {after === '' ? null : <ins><bdi className="unseen">{t('versions.insBegins')} </bdi>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Knowledge({ comparison: { contributions, kinds }, words: { t } }: { comparison: ComparisonShown; words: Words }) {
  const groups = (['came', 'went', 'stayed'] as const).filter((group) => contributions[group].length > 0 || kinds[group].length > 0);
  return (
    <>
      <h3>{t('versions.knowledge')}</h3>
      {groups.length === 0 ? <p className="soft">{t('versions.knowledgeNone')}</p> : null}
      {groups.map((group) => (
        <div key={group} className="stack-tight">
          <p>
            <strong>{t(`versions.contributions.${group}`)}</strong>
          </p>
          {kinds[group].length === 0 ? null : (
            <p className="row">
              {kinds[group].map((kind) => (
                <KindMark key={kind} kind={kind} />
              ))}
            </p>
          )}
          <ul className="contributions-moved">
            {contributions[group].map(({ id, text }) => (
              <li key={id}>
                <Link to={`/c/${id}`} dir="auto">
                  {text === '' ? t('versions.contributionNoWords') : text.length > 120 ? `${text.slice(0, 119)}…` : text}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
