import type { ReactNode } from 'react';
import { KindMark } from '../kit/KindMark';
import { Link } from '../kit/Link';
import { PersonName } from '../kit/PersonName';
import { capacityWord } from '../lib/capacityWord';
import { useWords } from '../lib/words';
import type { CardShown } from './passageQuery';

const longest = 160;

/** A contribution beside a text: what it says, whose it is, which kinds, and how others read it. */
export function ContributionCard({ shown, children }: { shown: CardShown; children?: ReactNode }) {
  const { t, list } = useWords();
  const readings = shown.questions.filter(({ about, kinds }) => about === 'KIND' && kinds.length > 0);
  return (
    <article className="passage-card">
      <p dir="auto" {...(shown.language === null ? {} : { lang: shown.language })}>
        <Link to={`/c/${shown.id}`}>{shown.text === '' ? t('passage.wordless') : short(shown.text)}</Link>
      </p>
      <Kinds kinds={shown.kinds} />
      {shown.howKnown.length === 0 ? null : <p className="small soft">{list(shown.howKnown.map((way) => t(`contribution.how.${way}`).toLocaleLowerCase()))}</p>}
      <p className="small soft">
        {shown.authors.map((author, at) => (
          <span key={author.actor?.id ?? at}>
            {at === 0 ? null : ', '}
            {author.actor === null && shown.statedAuthor !== null ? <bdi>{shown.statedAuthor}</bdi> : <PersonName actor={author.actor} />}
            {author.capacity === null ? null : `, ${t(capacityWord[author.capacity]).toLocaleLowerCase()}`}
          </span>
        ))}
      </p>
      {readings.map((reading) => (
        <div key={reading.id} className="passage-reading">
          <p className="small">
            {t('passage.readsAs')} <PersonName actor={reading.by} />
          </p>
          <Kinds kinds={reading.kinds} />
        </div>
      ))}
      {children}
    </article>
  );
}

/** The kinds of knowledge, by colour, shape and word; "not stated" is said too. */
function Kinds({ kinds }: { kinds: CardShown['kinds'] }) {
  const { t } = useWords();
  if (kinds.length === 0) return <p className="small soft">{t('core.kind-unstated')}</p>;
  return (
    <ul className="row passage-kinds">
      {kinds.map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} />
        </li>
      ))}
    </ul>
  );
}

/** The beginning of a text, up to a whole word. */
export function short(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, Math.max(text.lastIndexOf(' ', longest), longest / 2))} …`;
}
