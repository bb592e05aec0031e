import { ReadText } from '../framing/ReadText';
import { useWords } from '../lib/words';
import type { BringingShown } from './bringingQuery';
import { Differences } from './Differences';

/** The text as it would come in, and what is to be known of it before. */
export function Shown({ brought }: { brought: BringingShown }) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="shown">
      <h2 id="shown" dir="auto">
        {t('bringing.found', { n: brought.paragraphs.length, name: brought.fileName })}
      </h2>
      <p className="note">
        {brought.signed ? t('bringing.signed') : brought.format === 'RECORD' ? t('bringing.stated') : t('bringing.unsigned')}
      </p>
      {brought.elsewhere === 0 ? null : <p>{t('bringing.elsewhere', { n: brought.elsewhere })}</p>}
      <Differences differences={brought.differences} />
      <div className="brought-text" tabIndex={0} role="region" aria-label={t('bringing.preview')}>
        <ReadText content={brought.content} />
      </div>
    </section>
  );
}
