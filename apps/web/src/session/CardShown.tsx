import { QrCode } from '../kit/QrCode';
import { Button } from '../kit/Button';
import { graphql, type ResultOf } from '../lib/graph';
import { useWords } from '../lib/words';
import './card.css';

/** Makes a card; the words are told in the answer and nowhere else. */
export const MakeCard = graphql(`
  mutation MakeCard($language: Language!) {
    makeCard(language: $language) { name words address qr { size path } }
  }
`);

/** A card with six words as it is photographed or printed. */
export function CardShown({ card }: { card: ResultOf<typeof MakeCard>['makeCard'] }) {
  const { t } = useWords();
  return (
    <div className="card-shown stack-tight">
      <article className="paper-card" aria-label={t('ways.card')}>
        <p className="paper-card-name">
          <strong dir="auto">{card.name}</strong>
        </p>
        <ol className="paper-card-words" translate="no">
          {card.words.map((word, at) => (
            <li key={at}>{word}</li>
          ))}
        </ol>
        <QrCode qr={card.qr} label={t('ways.card-qr')} />
        <p className="small paper-card-how">
          {t('ways.card-where')} <bdi>{card.address.replace(/^https?:\/\//, '')}</bdi>
        </p>
      </article>
      <div className="row unprinted">
        <Button onClick={() => window.print()}>{t('ways.card-print')}</Button>
      </div>
    </div>
  );
}
