import { NotFoundScreen } from '../help/NotFoundScreen';
import { Empty } from '../kit/Empty';
import { Page } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import './outbox.css';

const Outbox = graphql(`
  query Outbox {
    outbox(first: 20) { id to subject body at }
  }
`);

/** The letters an example installation would have sent, with their links. */
export function OutboxScreen() {
  const { me, examples, sendsLetters } = useHere();
  if (me === undefined) return <Page title={undefined} />;
  // Where letters really leave, or nobody reads them here, there is no such page.
  return examples && !sendsLetters ? <Letters /> : <NotFoundScreen />;
}

function Letters() {
  const { t, moment } = useWords();
  const { data, busy, no } = useAsk(Outbox, {});
  return (
    <Page title={t('me.outbox')}>
      <p>{t('me.outbox-how')}</p>
      <Refusal no={no} />
      {!busy && data?.outbox.length === 0 ? <Empty text={t('me.outbox-none')} /> : null}
      <ul className="letters">
        {data?.outbox.map((letter) => (
          <li key={letter.id} className="letter">
            <h2>{letter.subject}</h2>
            <p className="small soft">
              {t('me.letter-to', { email: letter.to })} · {moment(letter.at)}
            </p>
            <LetterBody text={letter.body} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** The text of a letter; links of this installation can be followed. */
function LetterBody({ text }: { text: string }) {
  return (
    <p className="prose" dir="auto">
      {text.split(/(https?:\/\/\S+)/g).map((piece, at) =>
        piece.startsWith('http') ? (
          <a key={at} href={piece}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
