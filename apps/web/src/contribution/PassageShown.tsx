import { useWords } from '../lib/words';

/** The words of a framing's text it is about; words that are gone say so and stay readable. */
export function PassageShown({ quote, removed }: { quote: string; removed: boolean }) {
  const { t } = useWords();
  return (
    <figure className={removed ? 'passage passage-removed' : 'passage'}>
      <figcaption>
        {t('contribution.one.passage')}
        {removed ? <strong> · {t('contribution.one.passageRemoved')}</strong> : null}
      </figcaption>
      <blockquote dir="auto">{removed ? <del>{quote}</del> : quote}</blockquote>
    </figure>
  );
}
