import { useEffect, useRef } from 'react';
import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { focusOn } from '../kit/focusOn';

const TakeBack = graphql(`
  mutation WithdrawContribution($id: ID!) {
    withdraw(id: $id) { id state }
  }
`);

/** Takes a contribution back. It is really deleted, so this says first what goes and that it cannot be undone. */
export function Withdraw({ id, onLeave }: { id: string; onLeave: () => void }) {
  const { t } = useWords();
  const { do: takeBack, busy, no } = useDo(TakeBack);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="stack panel" aria-labelledby="withdraw">
      <h2 id="withdraw" ref={heading} tabIndex={-1}>
        {t('contribution.withdraw.title')}
      </h2>
      <p>{t('contribution.withdraw.note')}</p>
      <Refusal no={no} />
      <div className="row">
        <Button kind="quiet" onClick={onLeave}>
          {t('contribution.withdraw.no')}
        </Button>
        <Button kind="grave" busy={busy} onClick={() => void takeBack({ id }).then((done) => {
            if (!done) return;
            say(t('contribution.withdraw.done'));
            focusOn('main h1');
          })}>
          {t('contribution.withdraw.yes')}
        </Button>
      </div>
    </section>
  );
}
