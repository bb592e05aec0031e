import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { AskForLetter } from '../session/AskForLetter';

/** A guest's way to come back: the address they prove by a letter becomes theirs. Only where letters are sent. */
export function AddEmail() {
  const { t } = useWords();
  const { examples, sendsLetters } = useHere();
  if (!examples && !sendsLetters) return null;
  return (
    <section className="stack-tight rule" aria-labelledby="add-email">
      <h2 id="add-email">{t('me.add-email')}</h2>
      <AskForLetter to="/me" how={t('me.add-email-how')} />
    </section>
  );
}
