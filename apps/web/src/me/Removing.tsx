import { useState } from 'react';
import type { TadaDocumentNode } from 'gql.tada';
import { Button } from '../kit/Button';
import { Refusal } from '../kit/Refusal';
import { useDo } from '../lib/graph';
import { useWords } from '../lib/words';

/** Takes a way in away. Is it the last one, that is said, and asked once more. */
export function Removing<Answer, More extends Record<string, unknown> = Record<never, never>>({ act, with: more, press, onDone }: { act: TadaDocumentNode<Answer, More & { sure: boolean }>; with?: More; press: string; onDone: () => void }) {
  const { t } = useWords();
  const remove = useDo(act);
  const [asked, setAsked] = useState(false);
  const isLast = remove.no?.code === 'way/last';
  const take = (sure: boolean) =>
    void remove.do({ ...more, sure } as More & { sure: boolean }).then((answer) => {
      setAsked(answer === null);
      if (answer !== null) onDone();
    });
  return (
    <div className="stack-tight">
      <Refusal no={remove.no} />
      <div className="row">
        <Button kind={isLast && asked ? 'grave' : 'plain'} busy={remove.busy} onClick={() => take(isLast && asked)}>
          {isLast && asked ? t('ways.remove-anyway') : press}
        </Button>
        {isLast && asked ? (
          <Button
            kind="plain"
            onClick={() => {
              setAsked(false);
              remove.forget();
            }}
          >
            {t('core.cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
