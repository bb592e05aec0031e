import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { graphql, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { SayField } from './SayField';
import { useSaying } from './useSaying';

const Send = graphql(`
  mutation ReplyInThread($input: Reply!) {
    reply(input: $input) { id }
  }
`);

/** Says something in a thread. Of one that is resolved meanwhile what somebody has begun stays, and the server says how to go on. */
export function Reply({ threadId, allianceId, resolved }: { threadId: string; allianceId: string; resolved: boolean }) {
  const { t } = useWords();
  const saying = useSaying(threadId, allianceId);
  const { do: send, busy, no } = useDo(Send);
  if (resolved && saying.text === '') return null;
  return (
    <ActForm
      press={t('talk.send')}
      kind="quiet"
      busy={busy}
      no={no}
      onAct={() =>
        void send({ input: { threadId, ...saying.said() } }).then((done) => {
          if (!done) return;
          saying.clear();
          say(t('talk.sent'));
        })
      }
    >
      <SayField label={t('talk.reply')} {...saying.field} />
    </ActForm>
  );
}
