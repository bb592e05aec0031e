import { useAsk, graphql } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { OpenThread } from './OpenThread';

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
