import { Button } from '../kit/Button';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';

const End = graphql(`
  mutation EndRepresentation($id: ID!) {
    endRepresentation(id: $id) { id }
  }
`);

/** Ends that somebody speaks for an organisation here. Everyone sees who ended it, and it can be noted anew. */
export function EndRepresentation({ id, name }: { id: string; name: string }) {
  const { t } = useWords();
  const end = useDo(End);
  return (
    <div>
      <Refusal no={end.no} />
      <Button
        kind="plain"
        busy={end.busy}
        onClick={() =>
          void end.do({ id }).then((answer) => {
            if (answer !== null) say(t('alliance.representation-ended'));
          })
        }
      >
        {t('alliance.end-representation')}
        <span className="unseen">: {name}</span>
      </Button>
    </div>
  );
}
