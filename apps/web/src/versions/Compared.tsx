import { Fragment, type ReactNode } from 'react';
import { useWords, type Words } from '../lib/words';
import type { ComparisonShown } from './versionsQuery';

type Paragraph = ComparisonShown['paragraphs'][number];
type Piece = Paragraph['pieces'][number];
type People = ReadonlyMap<string, string>;

/** Who is behind an id in a comparison. */
export function namesIn({ people }: Pick<ComparisonShown, 'people'>): People {
  return new Map(people.all.map(({ id, name }) => [id, name]));
}

/** Two texts in one column: what came is underlined, what went is struck through, and who is said beneath each paragraph. */
export function ComparedText({ comparison, removers }: { comparison: ComparisonShown; removers?: readonly string[] }) {
  const words = useWords();
  const people = namesIn(comparison);
  return (
    <div className="compared">
      {comparison.paragraphs.map((paragraph, at) => (
        <Block key={at} paragraph={paragraph} note={<WhoChanged paragraph={paragraph} people={people} removers={removers ?? []} words={words} />}>
          {paragraph.pieces.map((piece, nr) => (
            <Words key={nr} piece={piece} words={words} />
          ))}
        </Block>
      ))}
    </div>
  );
}

/** The same in two columns: the earlier text at the start, the later at the end, paragraph beside paragraph. */
export function ComparedColumns({ comparison, heads }: { comparison: ComparisonShown; heads: readonly [ReactNode, ReactNode] }) {
  const words = useWords();
  const { t } = words;
  const people = namesIn(comparison);
  return (
    <table className="compared-columns">
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {comparison.paragraphs.map((paragraph, at) => (
          <tr key={at}>
            {(['ADDED', 'REMOVED'] as const).map((other) => {
              const pieces = paragraph.pieces.filter(({ change }) => change !== other);
              return (
                <td key={other}>
                  {pieces.length === 0 ? (
                    <span className="soft">{paragraph.pieces.length === 0 ? '' : t(other === 'ADDED' ? 'versions.notYet' : 'versions.notAnyMore')}</span>
                  ) : (
                    <Block paragraph={paragraph} note={other === 'REMOVED' ? <WhoChanged paragraph={paragraph} people={people} removers={[]} words={words} /> : null}>
                      {pieces.map((piece, nr) => (
                        <Words key={nr} piece={piece} words={words} />
                      ))}
                    </Block>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Block({ paragraph: { shape, change }, note, children }: { paragraph: Paragraph; note: ReactNode; children: ReactNode }) {
  const className = change === 'SAME' ? undefined : `compared-${change}`;
  const isHeading = shape.startsWith('heading');
  return (
    <div className={className}>
      {isHeading ? (
        shape > 'heading 2' ? <h5 dir="auto">{children}</h5> : <h4 dir="auto">{children}</h4>
      ) : (
        <p dir="auto" className={`compared-shape-${shape}`}>
          {children}
        </p>
      )}
      {note}
    </div>
  );
}

function Words({ piece: { text, change }, words: { t } }: { piece: Piece; words: Words }) {
  const lines = text.split('\n').map((line, nr) => (
    <Fragment key={nr}>
      {nr === 0 ? null : <br />}
      {line}
    </Fragment>
  ));
  if (change === 'SAME') return <>{lines}</>;
  const Mark = change === 'ADDED' ? 'ins' : 'del';
  return (
    <Mark>
      <bdi className="unseen">{t(change === 'ADDED' ? 'versions.insBegins' : 'versions.delBegins')} </bdi>
      {lines}
      <bdi className="unseen"> {t('versions.markEnds')}</bdi>
    </Mark>
  );
}

/** Whose words came and went in a paragraph, by name; who took them away, where only one person wrote. */
function WhoChanged({ paragraph, people, removers, words: { t, list } }: { paragraph: Paragraph; people: People; removers: readonly string[]; words: Words }) {
  const namesOf = (wanted: string): string[] => [
    ...new Set(paragraph.pieces.flatMap(({ change, by, stated, text }) => (change !== wanted || text.trim() === '' ? [] : [by === null ? (stated ?? t('versions.somebody')) : (people.get(by) ?? t('versions.somebody'))]))),
  ].sort((one, two) => one.localeCompare(two));
  const [came, went] = [namesOf('ADDED'), namesOf('REMOVED')];
  const said: string[] = [];
  if (paragraph.change === 'MOVED') said.push(t('versions.moved'));
  if (came.length > 0) said.push(t('versions.cameFrom', { names: list(came) }));
  if (went.length > 0) said.push(removers.length === 1 ? t('versions.wentBy', { names: list(went), who: removers[0] ?? '' }) : t('versions.wentFrom', { names: list(went) }));
  if (said.length === 0 && paragraph.change === 'CHANGED') said.push(t('versions.shapeChanged'));
  return said.length === 0 ? null : <p className="compared-who">{said.join(' ')}</p>;
}
