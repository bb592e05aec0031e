import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Link } from '../kit/Link';
import { Refusal } from '../kit/Refusal';
import type { LayerProps, TextNode } from '../lib/beside';
import { graphql, useAsk } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { OpenThread } from './OpenThread';
import { ThreadFields, type ThreadShown } from './talkQuery';
import { ThreadLine } from './ThreadLine';
import './talk.css';

const LayerQuery = graphql(
  `
    query TalkBeside($id: ID!) {
      framing(id: $id) {
        id
        threads(first: 100) { edges { node { ...ThreadFields } } pageInfo { hasNextPage } }
        paragraphs { line quote anchor }
      }
    }
  `,
  [ThreadFields],
);

/** What is talked about beside the text: a number at each paragraph, and the talk itself when one wants to see it. */
export function TalkLayer({ framing, children }: LayerProps): ReactNode {
  const { t } = useWords();
  const { data, no } = useAsk(LayerQuery, { id: framing.id }, { policy: 'cache-and-network' });
  const shown = data?.framing;
  const byId = useMemo(() => new Map((shown?.threads.edges ?? []).map(({ node }) => [node.id, node])), [shown]);
  const anchors = useMemo(() => new Map((shown?.paragraphs ?? []).map((one) => [one.line, one])), [shown]);
  if (shown == null) return children({ before: <Refusal no={no} /> });
  const mayOpen = may(framing.rights, 'framing.talk');
  const inText = new Set(threadsIn(framing.reading.content as TextNode));
  const elsewhere = [...byId.values()].filter((thread) => thread.passage !== null && thread.contribution === null && !inText.has(thread.id)).length;
  return children({
    before: <p className="small soft">{t(byId.size === 0 ? 'talk.layerNone' : 'talk.layerHow')}</p>,
    piece: (node, words) => {
      const open = threadsOf(node).some((id) => byId.get(id)?.state === 'OPEN');
      return open ? <span className="talked">{words}</span> : words;
    },
    beside: (line, node) => {
      const threads = [...new Set(threadsIn(node))].flatMap((id) => byId.get(id) ?? []);
      const passage = anchors.get(line);
      return <Beside key={line} line={line} framing={framing} threads={threads} whole={passage?.quote} {...(passage === undefined || !mayOpen ? {} : { passage })} />;
    },
    after: (
      <p className="small">
        {elsewhere === 0 ? null : `${t('talk.elsewhere', { n: elsewhere })} `}
        <Link to={`/f/${framing.id}/talk`}>{t('talk.all')}</Link>
      </p>
    ),
  });
}

// What is about the whole paragraph need not quote it: it stands beside it.
function Beside({ line, framing, threads, whole, passage }: { line: number; framing: LayerProps['framing']; threads: readonly ThreadShown[]; whole: string | undefined; passage?: { anchor: unknown; quote: string } }) {
  const { t } = useWords();
  const [shown, show] = useState(false);
  const [opening, setOpening] = useState(false);
  const open = threads.filter(({ state }) => state === 'OPEN').length;
  if (threads.length === 0 && passage === undefined) return null;
  const close = () => {
    setOpening(false);
    focusOn(`#talk-at-${String(line)}`);
  };
  return (
    <>
      {threads.length === 0 ? null : (
        <Button kind="plain" className="talk-number" aria-expanded={shown} onClick={() => show(!shown)}>
          <span className="talk-bubble" aria-hidden="true" />
          {t('talk.beside', { n: threads.length, open })}
        </Button>
      )}
      {shown ? threads.map((thread) => <ThreadLine key={thread.id} thread={thread} bare={whole !== undefined && thread.passage?.quote === whole} />) : null}
      {passage === undefined ? null : opening ? (
        <OpenThread
          about={{ framingId: framing.id, passage: { anchor: passage.anchor, quote: passage.quote } }}
          allianceId={framing.alliance.id}
          onClose={close}
          onDone={() => {
            show(true);
            close();
          }}
        />
      ) : (
        <Button kind="plain" className="talk-begin" id={`talk-at-${String(line)}`} aria-label={`${t('talk.openParagraph')}: ${passage.quote.slice(0, 60)}`} onClick={() => setOpening(true)}>
          {t('talk.openParagraph')}
        </Button>
      )}
    </>
  );
}

function threadsOf(node: TextNode): string[] {
  return (node.marks ?? []).flatMap(({ type, attrs }) => (type === 'thread' && typeof attrs?.['id'] === 'string' ? [attrs['id']] : []));
}

function threadsIn(node: TextNode): string[] {
  return [...threadsOf(node), ...(node.content ?? []).flatMap(threadsIn)];
}
