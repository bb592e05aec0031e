import { isRefusal } from '@samsyn/domain/shared/refusal';
import { readPhrase } from '@samsyn/domain/session/phrase';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../kit/ActForm';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextArea } from '../kit/TextField';
import { graphql, useDo } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';

const ComeBack = graphql(`
  mutation ComeBack($phrase: String!, $leaveName: Boolean) {
    comeBack(phrase: $phrase, leaveName: $leaveName) { id name }
  }
`);

/** Coming back with the six words of a card, typed or brought by its QR code. A press is needed: opening a link uses nothing. */
export function BackScreen() {
  const { t } = useWords();
  const { me } = useHere();
  const [, go] = useLocation();
  const [phrase, setPhrase] = useState(wordsHere);
  const [error, setError] = useState<string>();
  const back = useDo(ComeBack);
  const use = (leaveName: boolean) =>
    void back.do({ phrase, leaveName }).then((answer) => {
      if (answer !== null) go('/me', { replace: true });
    });
  if (back.no?.code === 'card/other-person' && me) {
    return (
      <Page title={t('ways.back')}>
        <Refusal no={back.no} />
        <div className="row">
          <Link to="/me" as="main">
            {t('ways.stay-as', { name: me.name })}
          </Link>
          <Button kind="grave" busy={back.busy} onClick={() => use(true)}>
            {t('ways.back-anyway')}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('ways.back')}>
      {me ? <p>{t('ways.already-in', { name: me.name })}</p> : null}
      <ActForm
        press={t('ways.back-do')}
        busy={back.busy}
        no={back.no}
        onAct={(form) => {
          // Only how many there are is told here; which word is wrong is the server's to say, in its own sentence.
          const read = readPhrase(phrase);
          if (isRefusal(read) && read.refused === 'card/six-words') {
            setError(t('ways.six-words'));
            form.querySelector('textarea')?.focus();
            return;
          }
          setError(undefined);
          use(false);
        }}
      >
        <TextArea label={t('ways.your-words')} hint={t('ways.your-words-hint')} error={error} value={phrase} onChange={setPhrase} rows={3} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </ActForm>
      <p className="rule">
        <Link to="/sign-in">{t('ways.other-ways')}</Link>
      </p>
    </Page>
  );
}

// The words of the card's QR code, which stand in the fragment.
function wordsHere(): string {
  try {
    return decodeURIComponent(location.hash.slice(1)).replaceAll('-', ' ');
  } catch {
    return '';
  }
}
