import { useState } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { PersonName } from '../kit/PersonName';
import { Refusal } from '../kit/Refusal';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { Names } from './Names';
import { QuoteDeleted, type DeletedShown } from './deletedQuery';

/** One text that was taken away: the words, whose they were, who took them away and when. */
export function DeletedOne({ text, chosen, onChoose }: { text: DeletedShown; chosen?: boolean; onChoose?: (on: boolean) => void }) {
  const { t, moment } = useWords();
  const quote = useDo(QuoteDeleted);
  const [copied, copy] = useState(true);
  const authors = [...new Map(text.pieces.flatMap(({ by }) => (by === null ? [] : [[by.id, by]]))).values()].sort((one, two) => one.name.localeCompare(two.name));
  const waits = text.clearing?.state === 'PROPOSED';
  const putBack = async (): Promise<void> => {
    if ((await quote.do({ id: text.id })) !== null) say(t('versions.quoted'));
  };
  const take = (): void => {
    void navigator.clipboard.writeText(text.text).then(
      () => say(t('versions.copied')),
      () => copy(false),
    );
  };
  return (
    <li>
      <blockquote dir="auto">{text.text}</blockquote>
      <p className="small soft">
        {t('versions.wordsBy')} <Names people={authors} />. {t('versions.takenAway', { moment: moment(text.at) })} <PersonName actor={text.by} />.
        {text.standsAgain ? ` ${t('versions.standsAgain')}` : null}
        {waits ? ` ${t('versions.waits')}` : null}
      </p>
      <div className="row">
        <Button kind="plain" onClick={take}>
          {t('versions.copy')}
        </Button>
        <Button kind="plain" busy={quote.busy} onClick={() => void putBack()}>
          {t('versions.quote')}
        </Button>
        {onChoose === undefined || waits ? null : (
          <label className="deleted-choose">
            <input type="checkbox" checked={chosen === true} onChange={(event) => onChoose(event.currentTarget.checked)} />
            {t('versions.chooseToClear')}
          </label>
        )}
      </div>
      {copied ? null : <p role="status">{t('versions.notCopied')}</p>}
      <Refusal no={quote.no} />
    </li>
  );
}
