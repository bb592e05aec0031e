import { ActForm } from '../kit/ActForm';
import { say } from '../kit/Notice';
import { graphql, useAsk, useDo } from '../lib/graph';
import { may } from '../lib/rights';
import { bringWords, useWords } from '../lib/words';
import { SayField } from './SayField';
import { useSaying } from './useSaying';
import './talk.css';

// Brought here and not where it is asked for: what comes with the editor is counted by the byte.
await bringWords(['talk']);

const Open = graphql(`
  mutation OpenThread($input: OpenThread!) {
    openThread(input: $input) { id }
  }
`);

/** What a thread is to be about. */
export type About = { readonly framingId: string; readonly passage?: { readonly anchor: unknown; readonly quote: string } } | { readonly contributionId: string };

/** Begins to talk about a framing, a passage of it, or a contribution. */
export function OpenThread({ about, allianceId, onDone, onClose }: { about: About; allianceId: string; onDone: (threadId: string) => void; onClose: () => void }) {
  const { t } = useWords();
  const passage = 'passage' in about ? about.passage : undefined;
  const place = 'contributionId' in about ? about.contributionId : `${about.framingId}${passage === undefined ? '' : `.${passage.quote.slice(0, 40)}`}`;
  const saying = useSaying(`open.${place}`, allianceId);
  const { do: open, busy, no } = useDo(Open);
  return (
    <ActForm
      className="stack panel"
      press={t('talk.openSend')}
      busy={busy}
      no={no}
      onClose={onClose}
      onAct={() => {
        const where = 'contributionId' in about ? { contributionId: about.contributionId } : { framingId: about.framingId, ...(passage ?? {}) };
        void open({ input: { ...where, ...saying.said() } }).then((done) => {
          if (!done) return;
          saying.clear();
          say(t('talk.opened'));
          onDone(done.openThread.id);
        });
      }}
    >
      {passage === undefined ? null : (
        <blockquote className="talk-quote" dir="auto">
          {passage.quote}
        </blockquote>
      )}
      <SayField label={t('talk.first')} autoFocus {...saying.field} />
    </ActForm>
  );
}

const AboutQuery = graphql(`
  query TalkAbout($id: ID!) {
    framing(id: $id) { id alliance { id } rights { verb may } }
  }
`);

/** Begins to talk about a passage that is marked in the editor; the editor stays as it is beside it. */
export function TalkAbout({ framingId, passage, onClose }: { framingId: string; passage: { anchor: unknown; quote: string }; onClose: () => void }) {
  const { t } = useWords();
  const { data } = useAsk(AboutQuery, { id: framingId });
  const framing = data?.framing;
  if (framing == null) return null;
  if (!may(framing.rights, 'framing.talk')) return <p className="note">{t('talk.takePart')}</p>;
  return <OpenThread about={{ framingId, passage }} allianceId={framing.alliance.id} onDone={onClose} onClose={onClose} />;
}
