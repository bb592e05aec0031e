import { Bones } from '../kit/Page';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import type { LayerProps } from '../lib/beside';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { AuthorsQuery, type AuthorShown } from './authorsQuery';
import { looksOf } from './look';
import { whoseIn, whoseIs, type Whose } from './whoseWords';
import './authors.css';

/** Whose words a text is made of: names beside each line, and a line of its own kind under the words of each. Never how much. */
export function AuthorsLayer({ framing, children }: LayerProps) {
  const { t } = useWords();
  const { data, busy, no } = useAsk(AuthorsQuery, { id: framing.id });
  const reading = data?.framing?.reading;
  if (reading === undefined) return children({ before: busy ? <Bones /> : <Refusal no={no} /> });
  const authors = new Map(reading.authors.map((author) => [author.id, author]));
  const looks = looksOf(authors.keys());
  const lookOf = ({ actorId }: Whose): string => `whose-${actorId === null ? 'none' : (looks.get(actorId) ?? 'none')}`;
  return children({
    content: reading.attributed,
    before: <p className="small soft">{t('authors.how')}</p>,
    piece: (node, words) => {
      const whose = whoseIs(node);
      if (whose === null) return words;
      return whose.quoted ? <q className={`whose ${lookOf(whose)}`}>{words}</q> : <span className={`whose ${lookOf(whose)}`}>{words}</span>;
    },
    beside: (_line, node) => {
      const here = whoseIn(node);
      return here.length === 0 ? null : (
        <p className="small whose-names">
          {here.map((whose, at) => (
            <span key={at}>
              {at === 0 ? `${t(whose.quoted ? 'authors.ofQuoted' : 'authors.of')} ` : `, ${whose.quoted ? `${t('authors.quoted')} ` : here[at - 1]?.quoted === true ? `${t('authors.also')} ` : ''}`}
              <span className={`whose ${lookOf(whose)}`}>
                <Name whose={whose} authors={authors} />
              </span>
            </span>
          ))}
        </p>
      );
    },
  });
}

function Name({ whose, authors }: { whose: Whose; authors: ReadonlyMap<string, AuthorShown> }) {
  const { t } = useWords();
  if (whose.stated === null) return <PersonName actor={whose.actorId === null ? null : authors.get(whose.actorId)} />;
  return (
    <>
      <bdi>{whose.stated}</bdi> {t('authors.stated')}
    </>
  );
}
